import { and, eq, gt, type SQL, sql } from 'drizzle-orm'
import { objection } from '../../schema/tables/county.ts'
import type { CountyDb, Row } from './county-db.ts'
import type { Statement } from './statement.ts'

export type ObjectionRow = Row<typeof objection>

export async function findObjection(db: CountyDb, id: string): Promise<ObjectionRow | undefined> {
  return db.first(objection, eq(objection.id, id))
}

/** A round's objections in the order they were filed; `subjects` keeps to these. */
export async function listObjections(
  db: CountyDb,
  roundId: string,
  subjects: readonly string[] | undefined,
  limit: number,
  after = '',
): Promise<ObjectionRow[]> {
  const conditions: (SQL | undefined)[] = [
    eq(objection.round, roundId),
    gt(objection.id, after),
    subjects && sql`${objection.subject} in (select value from json_each(${JSON.stringify(subjects)}))`,
  ]
  return db.find(objection, and(...conditions), { orderBy: objection.id, limit })
}

/** A round's objections that wait for a ruling. */
export function selectPending(db: CountyDb, roundId: string): Statement<{ id: string; subject: string }> {
  const waiting = and(eq(objection.round, roundId), eq(objection.state, 'pending'))
  return db.select(objection, waiting, { pick: ['id', 'subject'] })
}
