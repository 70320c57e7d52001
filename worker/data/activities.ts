import { and, eq, gte, isNull, lte, type SQL, sql } from 'drizzle-orm'
import type { ActivityKind } from '../../schema/api/outreach.ts'
import { activity, volunteerTeam } from '../../schema/tables/county.ts'
import type { SumRow } from '../domain/outreach/sums.ts'
import type { CountyDb, New, Row } from './county-db.ts'
import { type Ids, listOf } from './found-ids.ts'
import type { Statement } from './statement.ts'

export type ActivityRow = Row<typeof activity>
export type TeamRow = Row<typeof volunteerTeam>
export type ActivityFilter = {
  from?: string | undefined
  to?: string | undefined
  township?: string | undefined
  village?: string | undefined
  kind?: ActivityKind | undefined
}

export function selectActivity(db: CountyDb, id: string): Statement<ActivityRow> {
  return db.select(activity, eq(activity.id, id))
}

/** The log, the newest day first, before `2026-03-06.id`. */
export function selectActivities(
  db: CountyDb,
  { from, to, township, village, kind }: ActivityFilter,
  limit: number,
  before?: string,
): Statement<ActivityRow> {
  const [day = '', id = ''] = before?.split('.') ?? []
  const where = all([
    before === undefined ? undefined : sql`(${activity.day}, ${activity.id}) < (${day}, ${id})`,
    from === undefined ? undefined : gte(activity.day, from),
    to === undefined ? undefined : lte(activity.day, to),
    township === undefined ? undefined : eq(activity.township, township),
    village === undefined ? undefined : eq(activity.area, village),
    kind === undefined ? undefined : eq(activity.kind, kind),
  ])
  return db.select(activity, where, { orderBy: [activity.day, activity.id], descending: true, limit })
}

/** Sums by kind, township and week of the days `from`–`to`: one row read an entry. */
export function selectSums(
  db: CountyDb,
  { from, to, township }: { from: string; to: string; township?: string | undefined },
): Statement<SumRow> {
  const of = township === undefined ? sql`true` : sql`township = ${township}`
  return {
    sql: sql`select kind, township, monday, count(*) as entries, sum(times) as times, sum(items) as items,
        sum(people) as people, sum(volunteers) as volunteers, sum(volunteers * hours) as hours
      from ${activity} where county = ${db.county} and day between ${from} and ${to} and ${of} and retractedAt is null
      group by township, monday, kind`,
    decode: (raw) => ({
      kind: raw.kind as ActivityKind,
      township: raw.township === null ? null : String(raw.township),
      monday: String(raw.monday),
      entries: Number(raw.entries),
      times: Number(raw.times),
      items: Number(raw.items),
      people: Number(raw.people),
      volunteers: Number(raw.volunteers),
      hours: Number(raw.hours),
    }),
  }
}

/** Adds an entry; nothing where the id is taken. */
export function addActivity(db: CountyDb, row: New<typeof activity>): Statement<ActivityRow> {
  return db.insert(activity, row, { taken: 'ignore' })
}

/** Changes an entry that is as it was seen and counts. */
export function changeActivityRow(
  db: CountyDb,
  id: string,
  version: number,
  set: Partial<ActivityRow>,
): Statement<ActivityRow> {
  const asSeen = and(eq(activity.id, id), eq(activity.version, version), isNull(activity.retractedAt))
  return db.update(activity, { ...set, version: version + 1 }, asSeen ?? sql`false`)
}

/** Takes an entry back, once. */
export function retractRow(db: CountyDb, id: string, at: string, why: string): Statement<ActivityRow> {
  const counting = and(eq(activity.id, id), isNull(activity.retractedAt))
  return db.update(activity, { retractedAt: at, retractedWhy: why }, counting ?? sql`false`)
}

/** Teams of one township, or of all. */
export function selectTeams(db: CountyDb, township: string | undefined): Statement<TeamRow> {
  const of = township === undefined ? undefined : eq(volunteerTeam.township, township)
  return db.select(volunteerTeam, of, { orderBy: volunteerTeam.id, limit: 1000 })
}

export function selectTeam(db: CountyDb, id: string): Statement<TeamRow> {
  return db.select(volunteerTeam, eq(volunteerTeam.id, id))
}

export function selectTeamNames(db: CountyDb, ids: Ids): Statement<Pick<TeamRow, 'id' | 'name'>> {
  const those = sql`${volunteerTeam.id} in ${listOf(ids)}`
  return db.select(volunteerTeam, those, { pick: ['id', 'name'] })
}

function all(conditions: readonly (SQL | undefined)[]): SQL | undefined {
  const given = conditions.flatMap((one) => (one ? [sql`(${one})`] : []))
  return given.length === 0 ? undefined : sql.join(given, sql` and `)
}
