import { and, eq, type SQL, sql } from 'drizzle-orm'
import { area, areaMerger, assignment, board, issue, post, round, unit } from '../../schema/tables/county.ts'
import type { AreaRow } from './areas.ts'
import type { CountyDb, Row } from './county-db.ts'
import type { Statement } from './statement.ts'

export type MergerRow = Row<typeof areaMerger>

/** An assignment that is still owed. */
export const owed = eq(assignment.state, 'open')

/** A holder still in the post on a day. */
export function holdsOn(day: string): SQL {
  return sql`(${post.endsOn} is null or ${post.endsOn} >= ${day})`
}

/** All that hangs on an area, and on the one it is to be merged into; one round trip. */
export async function readMerging(db: CountyDb, from: string, into: string, today: string) {
  const [children, below, held, taken, units, issues, owing, boards, [rounds]] = await db.together(
    db.select(area, eq(area.parent, from), { pick: ['id'] }),
    selectBelow(db, from),
    db.select(post, and(eq(post.area, from), holdsOn(today))),
    db.select(post, and(eq(post.area, into), holdsOn(today)), { pick: ['post'] }),
    db.select(unit, sql`exists (select 1 from json_each(${unit.covers}) where value = ${from})`),
    selectOpenIn(db, from),
    db.select(assignment, and(owed, eq(assignment.lead, from)), { pick: ['id'] }),
    db.select(board, and(eq(board.active, true), eq(board.owner, from)), { pick: ['name'] }),
    countOpenRounds(db, from),
  )
  return { children, below, held, taken, units, issues, owing, boards, rounds: rounds ?? 0 }
}

/** The open issues of an area itself: a village's by their village, any other's by what lies in no village as such. */
function selectOpenIn(db: CountyDb, from: string): Statement<{ id: string }> {
  const open = (place: SQL) =>
    sql`select id from ${issue} where county = ${db.county} and settled = 0 and ${place}`
  return {
    sql: sql`${open(sql`village = ${from} and +area = village`)}
      union all ${open(sql`area = ${from} and village is not area`)}`,
    decode: (raw) => ({ id: String(raw.id) }),
  }
}

/** Every area beneath one, however deep. */
function selectBelow(db: CountyDb, from: string): Statement<string> {
  return {
    sql: sql`with recursive below (id) as (
        select a.id from ${area} a where a.county = ${db.county} and a.parent = ${from}
        union select a.id from below b join ${area} a on a.county = ${db.county} and a.parent = b.id
      ) select id from below`,
    decode: (raw) => String(raw.id),
  }
}

/** How many open rounds have an area on their roster, as a subject or as a township. */
function countOpenRounds(db: CountyDb, id: string): Statement<number> {
  return {
    sql: sql`select count(*) as n from ${round} r where r.county = ${db.county} and r.state = 'open' and exists (
      select 1 from json_each(r.roster) where json_extract(value, '$.id') = ${id} or json_extract(value, '$.township') = ${id})`,
    decode: (raw) => Number(raw.n),
  }
}

/** The newest merger of an area that has not been undone. */
export async function findMerger(db: CountyDb, from: string): Promise<MergerRow | undefined> {
  return db.first(
    areaMerger,
    and(eq(areaMerger.area, from), sql`${areaMerger.undoneAt} is null`) ?? sql`false`,
    {
      orderBy: areaMerger.id,
      descending: true,
    },
  )
}

/** The township an area lies in, itself included; null for the county. */
export async function townshipAbove(db: CountyDb, of: AreaRow): Promise<string | null> {
  const walk: Statement<string> = {
    sql: sql`with recursive up (id, level, parent) as (
        select a.id, a.level, a.parent from ${area} a where a.county = ${db.county} and a.id = ${of.id}
        union all select a.id, a.level, a.parent from up u
        join ${area} a on a.county = ${db.county} and a.id = u.parent where u.level <> 'township'
      ) select id from up where level = 'township'`,
    decode: (raw) => String(raw.id),
  }
  const [[id]] = await db.together(walk)
  return id ?? null
}

/** One of the ids of a list, however long. */
export function among(column: SQL, ids: readonly string[]): SQL {
  return sql`${column} in (select value from json_each(${JSON.stringify(ids)}))`
}
