import { eq, type SQL, sql } from 'drizzle-orm'
import type { ColumnDetail } from '../../../schema/api/columns.ts'
import { columnArticle } from '../../../schema/tables/county.ts'
import { type ColumnRow, notWrittenBy, seen, selectColumn } from '../../data/columns.ts'
import { type ColumnAct, isFor, statesBefore } from '../../domain/columns/acts.ts'
import { Problem } from '../../problems/problem.ts'
import { record } from '../audit.ts'
import type { CountyContext } from '../context.ts'
import { type ColumnRead, columnDetail, readColumn } from './column-view.ts'

/** What a deed changes of the row, beside its version; and what else must hold when it is written. */
export type Deed = {
  act: ColumnAct
  /** As the audit names it. */
  verb: string
  /** The version that was seen; without it whatever the article's version is. */
  version?: number
  set: Partial<Record<keyof ColumnRow, unknown>>
  when?: SQL
  detail?: Record<string, unknown>
  /** When it would change nothing, because it is so already. */
  done?: (row: ColumnRow) => boolean
}

/** The article, if the member may do this to it at all. Errors: not_found, forbidden, column_own_review. */
export async function requireAct(context: CountyContext, id: string, act: ColumnAct): Promise<ColumnRead> {
  const read = await readColumn(context, id)
  if (isFor(context.member, act, { ...read.row, own: read.own })) return read
  const another = isFor(context.member, act, { ...read.row, own: false })
  throw new Problem(another ? 'column_own_review' : 'forbidden')
}

/**
 * Changes an article's state: one conditional update with its audit row. What reviews carries the condition that the
 * member has not written on it. Errors: column_moved_on, column_own_review.
 */
export async function carryOut(
  context: CountyContext,
  { row }: Pick<ColumnRead, 'row'>,
  { act, verb, version = row.version, set, when, detail = {}, done }: Deed,
): Promise<ColumnDetail> {
  const { db, member, now } = context
  if (done?.(row)) return columnDetail(context, row.id)
  const another = act === 'publish' || act === 'return' ? notWrittenBy(member.id) : sql`true`
  const as = seen({ id: row.id, version }, statesBefore[act])
  const condition = sql`${as} and ${another} and ${when ?? sql`true`}`
  const change = { ...set, at: now.toISOString(), version: sql`version + 1` }
  const [[changed]] = await db.write(
    db.update(columnArticle, change as { at: string }, condition),
    record(context, verb, row.id, detail, sql`changes() > 0`),
  )
  if (!changed) throw await movedOn(context, row.id)
  return columnDetail(context, row.id)
}

/** What an article is now, for whoever acted on what it was. */
export async function movedOn({ db }: Pick<CountyContext, 'db'>, id: string): Promise<Problem> {
  const [[now]] = await db.together(selectColumn(db, id))
  return new Problem('column_moved_on', {}, { extra: { state: now?.state, version: now?.version } })
}

/** A condition: the article of this id. */
export function isArticle(id: string): SQL {
  return eq(columnArticle.id, id)
}
