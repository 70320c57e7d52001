import type {
  CountedInspection,
  Inspection,
  InspectionDetail,
  InspectionQuery,
} from '../../../schema/api/inspections.ts'
import { selectRoundInspections } from '../../data/derived.ts'
import {
  type InspectionFilter,
  type InspectionRow,
  selectInspection,
  selectInspections,
  selectIssuesFrom,
} from '../../data/inspections.ts'
import { byTarget, selectPhotosOf } from '../../data/photos.ts'
import { findOwnedRound } from '../../data/rounds.ts'
import { selectSheetOf } from '../../data/scoring-sheets.ts'
import { can, type Member, type Target } from '../../domain/access/can.ts'
import { countsFor } from '../../domain/inspections/derive.ts'
import { Problem } from '../../problems/problem.ts'
import type { CountyContext } from '../context.ts'
import { readable } from '../rounds/read-standings.ts'
import { inspectionDetailOf, inspectionOf } from './inspection-view.ts'

type Reading = Pick<CountyContext, 'db' | 'member'>

/** Inspections within the member's reach, the last ended first. A cursor is an end and an id. */
export async function listInspections({ db, member }: Reading, query: InspectionQuery) {
  const { cursor, limit = 50, from, to, ...filter } = query
  const [endedAt, id] = cursor?.split('~') ?? []
  const wanted: InspectionFilter = {
    ...filter,
    ...(from === undefined ? {} : { from: midnight(from) }),
    ...(to === undefined ? {} : { until: midnight(to, 1) }),
    ...reachOf(member),
  }
  // What lies outside the member's reach is as if it were not there.
  if (filter.township !== undefined && wanted.township !== filter.township) return nothing
  const after = endedAt !== undefined && id !== undefined ? { endedAt, id } : undefined
  const [rows] = await db.together(selectInspections(db, wanted, limit + 1, after))
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  return {
    items: shown.map((row): Inspection => inspectionOf(row, member)),
    nextCursor: rows.length > limit && last ? `${last.endedAt}~${last.id}` : null,
  }
}

const nothing = { items: [] as Inspection[], nextCursor: null }

/** An inspection with its sheet, photos and the issues raised from it. Errors: not_found, forbidden. */
export async function readInspection({ db, member }: Reading, id: string): Promise<InspectionDetail> {
  const [[row], photos, issues, [sheet]] = await db.together(
    selectInspection(db, id),
    selectPhotosOf(db, 'inspection', [id]),
    selectIssuesFrom(db, id),
    selectSheetOf(db, id),
  )
  if (!row) throw new Problem('not_found')
  if (!can(member, 'inspection.read', targetOf(row))) throw new Problem('forbidden')
  if (!sheet) throw new Error(`sheet ${row.sheet} has lost its version ${row.version}`)
  return inspectionDetailOf(
    row,
    member,
    sheet,
    byTarget(photos).get(id) ?? [],
    issues.map((issue) => issue.id).sort(),
  )
}

/**
 * The inspections behind a subject's value in a round, those too late to count marked. Errors: not_found (round, or a
 * subject not on its roster), forbidden (standings not open to the member yet, or inspections out of its reach).
 */
export async function inspectionsBehind(
  { db, member }: Reading,
  roundId: string,
  subject: string,
): Promise<CountedInspection[]> {
  const { round, board } = readable(member, await findOwnedRound(db, roundId))
  const entry = round.roster.find(({ id }) => id === subject)
  if (!entry) throw new Problem('not_found')
  const township = board.subject === 'township' ? entry.id : entry.township
  if (!can(member, 'inspection.read', { township, village: entry.id })) {
    throw new Problem('forbidden')
  }
  const sources = round.policy.sources.filter(({ derivedFrom }) => derivedFrom === 'inspections')
  if (sources.length === 0) return []
  const place = board.subject === 'township' ? { township: subject } : { subject }
  const [made] = await db.together(selectRoundInspections(db, round, place))
  return sources.flatMap((source) =>
    made
      .filter((one) => countsFor(source, one))
      .map(({ id, subject: at, unit, endedAt, score, late }) => ({
        ...{ source: source.key, id, subject: at, unit, endedAt, score, late },
      })),
  )
}

/** What an inspection is of, as far as scopes ask. */
export function targetOf({
  subject,
  village,
  township,
}: Pick<InspectionRow, 'subject' | 'village' | 'township'>): Target {
  return { township, village, grid: subject }
}

function reachOf({ scope }: Member): Pick<InspectionFilter, 'township' | 'village' | 'subject'> {
  const id = scope.id ?? undefined
  if (scope.kind === 'township') return { township: id }
  if (scope.kind === 'village') return { village: id }
  return scope.kind === 'grid' ? { subject: id } : {}
}

/** The instant at which a day begins in Asia/Shanghai, or some days after it. */
function midnight(day: string, later = 0): string {
  return new Date(Date.parse(`${day}T00:00:00+08:00`) + later * 86_400_000).toISOString()
}
