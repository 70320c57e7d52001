import type { Activity, ActivityQuery, OutreachQuery, OutreachTotals } from '../../../schema/api/outreach.ts'
import { type ActivityRow, selectActivities, selectSums, selectTeamNames } from '../../data/activities.ts'
import type { CountyDb } from '../../data/county-db.ts'
import { type Ids, idsIn } from '../../data/found-ids.ts'
import { selectNamesOf, selectTownshipNames } from '../../data/names.ts'
import { byTarget, type PhotoOf, selectPhotosOf } from '../../data/photos.ts'
import { can, type Member } from '../../domain/access/can.ts'
import { outreachFigures, outreachSentence } from '../../domain/outreach/figures.ts'
import { sumsByKind, sumsByTownship, sumsByWeek } from '../../domain/outreach/sums.ts'
import { refuseFaults } from '../../problems/field-faults.ts'
import { Problem } from '../../problems/problem.ts'
import type { CountyContext } from '../context.ts'

type Reading = Pick<CountyContext, 'db' | 'member'>
const longest = 366 * 86_400_000

/** The log within reach, the newest day first. One round trip. Errors: forbidden (another township). */
export async function activitiesInReach(
  { db, member }: Reading,
  { cursor, limit = 50, ...filter }: ActivityQuery,
): Promise<{ items: Activity[]; nextCursor: string | null }> {
  const wanted = { ...filter, ...reachOf(member, filter.township) }
  const page = selectActivities(db, wanted, limit + 1, cursor)
  const ids = (column: string) => idsIn(page, [column])
  const [rows, ...beside] = await db.together(
    page,
    ...selectBeside(db, { areas: ids('area'), teams: ids('team'), activities: ids('id') }),
  )
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  const nextCursor = rows.length > limit && last ? `${last.day}.${last.id}` : null
  return { items: activitiesOf(shown, beside), nextCursor }
}

/** Sums by kind, by township and by week. Errors: invalid (days), forbidden (another township). */
export async function outreachTotals(
  { db, member }: Reading,
  { from, to, township }: OutreachQuery,
): Promise<OutreachTotals> {
  refuseFaults([
    ...(to < from ? [{ path: 'to', fault: 'backwards' as const }] : []),
    ...(Date.parse(to) - Date.parse(from) > longest ? [{ path: 'to', fault: 'too_long' as const }] : []),
  ])
  const reach = reachOf(member, township)
  const sums = selectSums(db, { from, to, township: reach.township ?? township })
  const [rows, names] = await db.together(sums, selectTownshipNames(db))
  const byId = new Map(names.map(({ id, name }) => [id, name]))
  const total = sumsByKind(rows)
  return {
    total,
    townships: sumsByTownship(rows).map((one) => ({ ...one, name: byId.get(one.township ?? '') ?? '' })),
    weeks: sumsByWeek(rows),
    sentence: outreachSentence(outreachFigures(total)),
  }
}

/** Entries with the names they need. One round trip. */
export async function shownActivities(db: CountyDb, rows: readonly ActivityRow[]): Promise<Activity[]> {
  if (rows.length === 0) return []
  const areas = rows.map(({ area }) => area)
  const teams = rows.map(({ team }) => team)
  const activities = rows.map(({ id }) => id)
  return activitiesOf(rows, await db.together(...selectBeside(db, { areas, teams, activities })))
}

/** What a list of entries says beside them: names of places and teams, and photos. */
function selectBeside(db: CountyDb, ids: { areas: Ids; teams: Ids; activities: Ids }) {
  return [
    selectNamesOf(db, ids.areas),
    selectTeamNames(db, ids.teams),
    selectPhotosOf(db, 'activity', ids.activities),
  ] as const
}

type Named = { id: string; name: string }

function activitiesOf(
  rows: readonly ActivityRow[],
  [areas, teams, photos]: readonly [readonly Named[], readonly Named[], readonly PhotoOf[]],
): Activity[] {
  const names = new Map([...areas, ...teams].map(({ id, name }) => [id, name]))
  const pictures = byTarget(photos)
  return rows.map(({ by: _by, at: _at, monday: _monday, retractedAt, retractedWhy, ...row }) => ({
    ...row,
    areaName: names.get(row.area) ?? row.area,
    teamName: row.team === null ? null : (names.get(row.team) ?? row.team),
    photos: pictures.get(row.id) ?? [],
    retracted: retractedAt === null ? null : { at: retractedAt, reason: retractedWhy ?? '' },
  }))
}

/** What of the log a member sees: all, a township's own, or a village's own. */
function reachOf(member: Member, township: string | undefined): { township?: string; village?: string } {
  if (can(member, 'outreach.read', {})) return {}
  const { scope } = member
  if (scope.township !== null && township !== undefined && township !== scope.township)
    throw new Problem('forbidden')
  const own = scope.township === null ? {} : { township: scope.township }
  return scope.kind === 'village' ? { ...own, village: scope.id ?? '' } : own
}
