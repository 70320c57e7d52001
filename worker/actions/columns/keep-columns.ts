import { and, eq, lte, sql } from 'drizzle-orm'
import { columnArticle } from '../../../schema/tables/county.ts'
import type { ColumnRow } from '../../data/columns.ts'
import { selectColumnsDue, selectNextColumn } from '../../data/exposures.ts'
import type { Statement } from '../../data/statement.ts'
import { record } from '../audit.ts'
import type { CountyContext } from '../context.ts'

/** Articles in one run; the rest waits for the next, which is at once. */
const most = 40
const never = Number.POSITIVE_INFINITY

/**
 * Takes articles out of the columns whose time is over, once each. Gives the next instant (epoch ms) at which one
 * leaves. A second run changes nothing: every statement carries the precondition.
 */
export async function keepColumns(context: CountyContext): Promise<number> {
  const { db, now } = context
  const [over, [next]] = await db.together(
    selectColumnsDue(db, now.getTime(), most),
    selectNextColumn(db, now.getTime()),
  )
  if (over.length > 0) await db.write(...over.flatMap((article) => expire(context, article)))
  return over.length === most ? now.getTime() : (next?.nextAt ?? never)
}

function expire(
  context: CountyContext,
  { id, state }: Pick<ColumnRow, 'id' | 'state'>,
): Statement<unknown>[] {
  const { db, now } = context
  const still = and(
    eq(columnArticle.id, id),
    eq(columnArticle.shown, true),
    lte(columnArticle.nextAt, now.getTime()),
  )
  const change = { state: 'expired' as const, shown: false, nextAt: null, at: now.toISOString() }
  return [
    db.update(columnArticle, { ...change, version: sql`version + 1` }, still ?? sql`false`),
    record(context, 'column.expire', id, { from: state }, sql`changes() > 0`),
  ]
}
