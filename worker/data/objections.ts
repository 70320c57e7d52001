import { and, eq, gt, lt, type SQL, sql } from 'drizzle-orm'
import type { ObjectionState } from '../../schema/api/consequences.ts'
import { area, board, objection, round } from '../../schema/tables/county.ts'
import type { CountyDb, Row } from './county-db.ts'
import { idsIn, listOf } from './found-ids.ts'
import type { RoundHead } from './rounds.ts'
import type { Statement } from './statement.ts'

export type ObjectionRow = Row<typeof objection>

export async function findObjection(db: CountyDb, id: string): Promise<ObjectionRow | undefined> {
  return db.first(objection, eq(objection.id, id))
}

/** A round's objections in the order they were filed; `subjects` keeps to these. */
export function selectObjections(
  db: CountyDb,
  roundId: string,
  subjects: SQL | undefined,
  limit: number,
  after = '',
): Statement<ObjectionRow> {
  const conditions: (SQL | undefined)[] = [
    eq(objection.round, roundId),
    sql`+${objection.id} > ${after}`,
    subjects && sql`${objection.subject} in (${subjects})`,
  ]
  const found = db.select(objection, and(...conditions))
  // The `+` keeps the table's own order out of it: it would look at every round's.
  return { ...found, sql: sql`${found.sql} order by +id limit ${limit}` }
}

/** The subjects of a round's roster that lie in a scope: a township's, or a village itself. */
export function selectRosterOf(
  db: CountyDb,
  roundId: string,
  { kind, id }: { kind: string; id: string | null },
): SQL {
  const within =
    kind === 'township'
      ? sql`json_extract(entry.value, '$.township') = ${id}`
      : kind === 'village'
        ? sql`json_extract(entry.value, '$.id') = ${id}`
        : sql`false`
  return sql`select json_extract(entry.value, '$.id') from ${round} r, json_each(r.roster) as entry
    where r.county = ${db.county} and r.id = ${roundId} and ${within}`
}

/** A round's objections that wait for a ruling. */
export function selectPending(db: CountyDb, roundId: string): Statement<{ id: string; subject: string }> {
  const waiting = and(eq(objection.round, roundId), eq(objection.state, 'pending'))
  return db.select(objection, waiting, { pick: ['id', 'subject'] })
}

/** A precondition: that an objection still waits, and its round is in the state it was read in. */
export function stillPending(
  db: CountyDb,
  { id }: Pick<ObjectionRow, 'id'>,
  of: Pick<RoundHead, 'id' | 'state'>,
): SQL {
  const pending = and(eq(objection.id, id), eq(objection.state, 'pending')) ?? eq(objection.id, id)
  const same = and(eq(round.id, of.id), eq(round.state, of.state)) ?? eq(round.id, of.id)
  return sql`${db.exists(objection, pending)} and ${db.exists(round, same)}`
}

/** Within a township (its villages and what lies in them), one village, or everywhere. */
export type ObjectionReach = { township?: string; village?: string }

/** Objections of all rounds in one state: those that wait in the order filed, others newest first. */
export function selectByState(
  db: CountyDb,
  state: ObjectionState,
  { township, village }: ObjectionReach,
  limit: number,
  cursor?: string,
): Statement<ObjectionRow> {
  const descending = state !== 'pending'
  const conditions: (SQL | undefined)[] = [
    eq(objection.state, state),
    cursor === undefined ? undefined : descending ? lt(objection.id, cursor) : gt(objection.id, cursor),
    village === undefined ? undefined : eq(objection.subject, village),
    township === undefined ? undefined : sql`${objection.subject} in (${areasWithin(db, township)})`,
  ]
  return db.select(objection, and(...conditions), { orderBy: objection.id, descending, limit })
}

/** What a list of objections says beside them: their rounds, those rounds' boards, their subjects and townships. */
export function selectAroundObjections(db: CountyDb, page: Statement<ObjectionRow>) {
  const rounds = listOf(idsIn(page, ['round']))
  const subjects = listOf(idsIn(page, ['subject']))
  const mine = (table: typeof round | typeof area) => sql`${table} where ${table.county} = ${db.county}`
  const boards = sql`${board.id} in (select board from ${mine(round)} and id in ${rounds})`
  const parents = sql`select parent from ${mine(area)} and id in ${subjects}`
  return [
    db.select(round, sql`${round.id} in ${rounds}`, { pick: ['id', 'board', 'no', 'state', 'closedAt'] }),
    db.select(board, boards, { pick: ['id', 'name'] }),
    db.select(area, sql`${area.id} in ${subjects} or ${area.id} in (${parents})`),
  ] as const
}

/** Ids of a township's villages and of what lies directly in them. */
function areasWithin(db: CountyDb, township: string): SQL {
  const children = (of: SQL) => sql`select id from ${area} where county = ${db.county} and parent in ${of}`
  const villages = children(sql`(${township})`)
  return sql`${villages} union all ${children(sql`(${villages})`)}`
}
