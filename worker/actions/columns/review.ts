import type { ColumnDetail, ColumnPublication } from '../../../schema/api/columns.ts'
import { unobstructed } from '../../data/columns.ts'
import { obstaclesOf } from '../../domain/columns/obstacles.ts'
import { dayOf, endOf } from '../../domain/consequences/due-on.ts'
import { Problem } from '../../problems/problem.ts'
import type { CountyContext } from '../context.ts'
import { dueBy } from '../nudge.ts'
import { carryOut, requireAct } from './act.ts'
import { type ColumnRead, namesFound, selectKnownNames } from './column-view.ts'

/** Hands a draft to the reviewers. Errors: not_found, forbidden, column_not_ready, column_moved_on. */
export async function submitColumn(
  context: CountyContext,
  id: string,
  version: number,
): Promise<ColumnDetail> {
  const read = await requireAct(context, id, 'submit')
  requireReady(context, read)
  return carryOut(context, read, {
    ...{ act: 'submit', verb: 'column.submit', version, set: { state: 'in_review', reason: null } },
    when: unobstructed(context.db, id, dayOf(context.now)),
  })
}

/** Takes an article back before it has been reviewed. Errors: not_found, forbidden, column_moved_on. */
export async function takeBackColumn(context: CountyContext, id: string): Promise<ColumnDetail> {
  const read = await requireAct(context, id, 'take_back')
  return carryOut(context, read, {
    ...{ act: 'take_back', verb: 'column.take_back', set: { state: 'draft' } },
    done: ({ state }) => state === 'draft',
  })
}

/** Returns an article to its writers. Errors: not_found, forbidden, column_own_review, column_moved_on. */
export async function returnColumn(
  context: CountyContext,
  id: string,
  { version, reason }: { version: number; reason: string },
): Promise<ColumnDetail> {
  const read = await requireAct(context, id, 'return')
  return carryOut(context, read, {
    ...{ act: 'return', verb: 'column.return', version, set: { state: 'draft', reason } },
  })
}

/**
 * Puts an article into the column, until its last day is over. Errors: not_found, forbidden, column_own_review,
 * column_not_ready, column_names (known names stand in it, and the reviewer has not said that they may),
 * column_moved_on.
 */
export async function publishColumn(
  context: CountyContext,
  id: string,
  { version, despiteNames = false }: ColumnPublication,
): Promise<ColumnDetail> {
  const { db, member, now } = context
  const read = await requireAct(context, id, 'publish')
  requireReady(context, read)
  if (!despiteNames) await requireNoNames(context, read)
  const nextAt = endOf(read.row.expiresOn)
  await dueBy(context, nextAt)
  const set = {
    state: 'published',
    shown: true,
    publishedAt: now.toISOString(),
    publishedBy: member.id,
    nextAt,
  }
  return carryOut(context, read, {
    ...{ act: 'publish', verb: 'column.publish', version, set: { ...set, reason: null } },
    when: unobstructed(db, id, dayOf(now)),
    detail: { kind: read.row.kind, visibility: read.row.visibility, despiteNames },
  })
}

function requireReady({ now }: CountyContext, { row, issue, photos }: ColumnRead): void {
  const obstacles = obstaclesOf({ ...row, issue, photos }, dayOf(now))
  if (obstacles.length > 0) throw new Problem('column_not_ready', {}, { extra: { obstacles } })
}

async function requireNoNames({ db }: CountyContext, read: ColumnRead): Promise<void> {
  const [known] = await db.together(selectKnownNames(db, read))
  const names = namesFound(read, known)
  if (names.length === 0) return
  throw new Problem('column_names', { names: names.join('、') }, { extra: { names } })
}
