import { and, eq, type SQL, sql } from 'drizzle-orm'
import type { VisitState } from '../../schema/api/visits.ts'
import { area, board, draw, inspection, round, visit } from '../../schema/tables/county.ts'
import type { CountyDb, New, Row } from './county-db.ts'
import { columnsOf } from './row-values.ts'
import { decodeRow, type Statement } from './statement.ts'

export type VisitRow = Row<typeof visit>
export type NamedVisit = VisitRow & { subjectName: string }
export type DrawRow = Row<typeof draw>
export type NamedDraw = DrawRow & { boardName: string | null; roundNo: number | null }

/** Visits in one state, the first due first, keyset-paged; `unit` keeps to one group's. */
export function selectVisits(
  db: CountyDb,
  { state, unit }: { state: VisitState; unit?: string | undefined },
  limit: number,
  after?: { dueOn: string; id: string },
): Statement<NamedVisit> {
  const of = unit === undefined ? sql`true` : sql`v.unit = ${unit}`
  const later = after ? sql`(v.dueOn, v.id) > (${after.dueOn}, ${after.id})` : sql`true`
  return visits(db, sql`v.state = ${state} and ${of} and ${later} order by v.dueOn, v.id limit ${limit}`)
}

export function selectVisit(db: CountyDb, id: string): Statement<NamedVisit> {
  return visits(db, sql`v.id = ${id}`)
}

/** In no order: sorting them here would lead the planner past their index. */
export function selectVisitsOfDraw(db: CountyDb, id: string): Statement<NamedVisit> {
  return visits(db, sql`v.draw = ${id}`)
}

/** A unit's next planned visit to a subject: what an inspection carries out that names none. */
export function selectNextVisit(db: CountyDb, unit: string, subject: string): Statement<NamedVisit> {
  return visits(
    db,
    sql`v.subject = ${subject} and v.state = 'planned' and v.unit = ${unit} order by v.dueOn, v.id limit 1`,
  )
}

/** A planned visit done; only where it is still planned. */
export function completeVisit(
  db: CountyDb,
  id: string,
  by: { inspection: string; inspector: string },
): Statement<VisitRow> {
  const made = db.exists(inspection, eq(inspection.id, by.inspection))
  const mine = and(eq(visit.id, id), eq(visit.state, 'planned'), made) ?? eq(visit.id, id)
  return db.update(visit, { state: 'done', ...by }, mine)
}

/** A precondition: that a visit is still to be made. */
export function stillPlanned(db: CountyDb, id: string): SQL {
  return db.exists(visit, and(eq(visit.id, id), eq(visit.state, 'planned')) ?? eq(visit.id, id))
}

export function addVisits(db: CountyDb, rows: readonly New<typeof visit>[]) {
  return db.insertAll(visit, rows)
}

export function cancelVisit(db: CountyDb, id: string, reason: string): Statement<VisitRow> {
  const mine = and(eq(visit.id, id), eq(visit.state, 'planned')) ?? eq(visit.id, id)
  return db.update(visit, { state: 'cancelled', cancelledFor: reason }, mine)
}

/** What earlier draws for a round planned and nobody has done gives way to a new one. */
export function cancelEarlierDraws(db: CountyDb, roundId: string, reason: string): Statement<VisitRow> {
  const before = sql`select id from ${draw} where county = ${db.county} and round = ${roundId}`
  const planned = and(sql`${visit.draw} in (${before})`, eq(visit.state, 'planned'))
  return db.update(visit, { state: 'cancelled', cancelledFor: reason }, planned ?? sql`false`)
}

/** Draws, the newest first, before one of them. */
export function selectDraws(
  db: CountyDb,
  limit: number,
  before?: { at: string; id: string },
): Statement<NamedDraw> {
  const older = before ? sql`(d.at, d.id) < (${before.at}, ${before.id})` : sql`true`
  return draws(db, sql`${older} order by d.at desc, d.id desc limit ${limit}`)
}

export function selectDraw(db: CountyDb, id: string): Statement<NamedDraw> {
  return draws(db, sql`d.id = ${id}`)
}

/** When each place was last inspected, or is planned to be, and by which group: two rows a place. */
export function selectLastSeen(
  db: CountyDb,
  subjects: readonly string[],
): Statement<{ id: string; seen: string | null; by: string | null }> {
  const last = (column: SQL) => sql`(select ${column} from ${inspection} i where i.county = ${db.county}
    and i.subject = wanted.value order by i.endedAt desc limit 1)`
  const planned = sql`(select max(dueOn) from ${visit} v where v.county = ${db.county}
    and v.subject = wanted.value and v.state = 'planned')`
  return {
    sql: sql`select wanted.value as id, ${last(sql`i.endedAt`)} as seen, ${planned} as planned, ${last(sql`i.unit`)} as unit
      from json_each(${JSON.stringify(subjects)}) wanted`,
    decode: ({ id, seen, planned: due, unit }) => ({
      id: String(id),
      seen: latest(seen, due),
      by: unit === null ? null : String(unit),
    }),
  }
}

function latest(...days: unknown[]): string | null {
  const known = days.filter((day) => typeof day === 'string').sort()
  return known.at(-1) ?? null
}

function visits(db: CountyDb, rest: SQL): Statement<NamedVisit> {
  return {
    sql: sql`select ${columnsOf(visit)},
        (select name from ${area} a where a.county = v.county and a.id = v.subject) as subjectName
      from ${visit} v where v.county = ${db.county} and ${rest}`,
    decode: (raw) => ({ ...(decodeRow(visit, raw) as VisitRow), subjectName: String(raw.subjectName) }),
  }
}

function draws(db: CountyDb, rest: SQL): Statement<NamedDraw> {
  return {
    sql: sql`select ${columnsOf(draw)},
        (select name from ${board} b where b.county = d.county and b.id = d.board) as boardName,
        (select no from ${round} r where r.county = d.county and r.id = d.round) as roundNo
      from ${draw} d where d.county = ${db.county} and ${rest}`,
    decode: (raw) => ({
      ...(decodeRow(draw, raw) as DrawRow),
      boardName: raw.boardName === null ? null : String(raw.boardName),
      roundNo: raw.roundNo === null ? null : Number(raw.roundNo),
    }),
  }
}
