import type { RosterEntry } from '../../../schema/api/boards.ts'
import type { Source } from '../../../schema/api/ranking.ts'
import type { ReportOverview } from '../../../schema/api/reports.ts'
import { unit } from '../../../schema/tables/county.ts'
import type { Row } from '../../data/county-db.ts'
import { type ReportRow, selectReports } from '../../data/reports.ts'
import { type RoundRow, selectOwnedRound } from '../../data/rounds.ts'
import { countsFor } from '../../domain/inspections/derive.ts'
import { Problem } from '../../problems/problem.ts'
import type { CountyContext } from '../context.ts'
import { derivedReports, derivedStatements } from '../rounds/derived-reports.ts'
import { mayAt } from './desk.ts'

type UnitRow = Row<typeof unit>
type Reporter = { id: string; name: string; expected: number | null }

/**
 * Who has reported and who has not, per source. Members who report only for their own township or unit see only that.
 * Errors: not_found.
 */
export async function reportOverview(
  { db, member }: Pick<CountyContext, 'db' | 'member'>,
  roundId: string,
): Promise<ReportOverview> {
  const [[owned], reports, units] = await db.together(
    selectOwnedRound(db, roundId),
    selectReports(db, roundId),
    db.select(unit, undefined, { orderBy: unit.id, limit: 1000 }),
  )
  if (!owned) throw new Problem('not_found')
  const { round } = owned
  const competing = round.roster.filter(({ exempt }) => !exempt)
  const filled = await filledByItself(db, round)
  const sources = round.policy.sources.map((source) => {
    const required = source.required ?? false
    const derived = filled.get(source.key)
    if (derived) {
      const missingSubjects = competing.length - derived.subjects
      return { source: source.key, required, missingSubjects, derived, reporters: [] }
    }
    const sent = reports.filter((report) => report.source === source.key)
    const said = new Set(sent.flatMap(({ entries }) => entries.map(({ subject }) => subject)))
    const missingSubjects = competing.filter(({ id }) => !said.has(id)).length
    const expected =
      source.scope === 'township'
        ? townshipsOf(competing)
        : groupsFor(source, units, competing, member.scope.id)
    const awaited = missingSubjects > 0 || source.scope === 'township' ? expected : []
    const reporters = [...awaited, ...unawaited(sent, awaited, expected, units)]
    return {
      source: source.key,
      required,
      missingSubjects,
      derived: null,
      reporters: reporters
        .filter(({ id }) => mayAt(member, 'report.read', owned, source, id))
        .map((reporter) => stateOf(reporter, sent)),
    }
  })
  return { round: round.id, sources }
}

type Filled = NonNullable<ReportOverview['sources'][number]['derived']>

/** What has come in for the sources that fill themselves, by their keys. Reads nothing where there is none. */
async function filledByItself(db: CountyContext['db'], round: RoundRow): Promise<Map<string, Filled>> {
  const statements = derivedStatements(db, round)
  const rows = statements.length === 0 ? [] : await db.together(...statements)
  const reports = derivedReports(round, rows)
  return new Map(
    round.policy.sources.flatMap((source): [string, Filled][] => {
      const from = source.derivedFrom
      if (from === undefined) return []
      const said = reports.filter((report) => report.source === source.key)
      const made = rows
        .flat()
        .flatMap((one) => (one.from === 'inspections' && countsFor(source, one.row) ? [one.row] : []))
      const late = made.filter((one) => one.late).length
      const subjects = said.reduce((sum, { entries }) => sum + entries.length, 0)
      return [[source.key, { from, subjects, inspections: made.length - late, late }]]
    }),
  )
}

function townshipsOf(roster: readonly RosterEntry[]): Reporter[] {
  const townships = new Map<string, Reporter>()
  for (const { township, townshipName } of roster) {
    const known = townships.get(township)
    townships.set(township, { id: township, name: townshipName, expected: (known?.expected ?? 0) + 1 })
  }
  return [...townships.values()]
}

/**
 * Where groups are compared within themselves, those attached to areas report; else the groups that go anywhere.
 * Without any such group, every group may. The caller's own unit always may.
 */
function groupsFor(
  source: Source,
  units: readonly UnitRow[],
  roster: readonly RosterEntry[],
  own: string | null,
): Reporter[] {
  const groups = units.filter(({ kind, active }) => kind === 'group' && active)
  const fitting = groups.filter(({ covers }) => covers.length > 0 === (source.scope === 'rater'))
  const chosen = fitting.length > 0 ? fitting : groups
  const mine = units.filter(
    ({ id, active }) => id === own && active && !chosen.some((group) => group.id === id),
  )
  return [...chosen, ...mine].map(({ id, name, covers }) => {
    const covered = new Set(covers)
    const within = roster.filter((entry) => covered.has(entry.township) || covered.has(entry.id))
    return { id, name, expected: covers.length > 0 ? within.length : null }
  })
}

/** Those who reported though nothing was awaited of them. */
function unawaited(
  sent: readonly ReportRow[],
  awaited: readonly Reporter[],
  expected: readonly Reporter[],
  units: readonly UnitRow[],
): Reporter[] {
  const listed = new Set(awaited.map(({ id }) => id))
  return sent
    .filter(({ reporter }) => !listed.has(reporter))
    .map(({ reporter }) => {
      const name = units.find(({ id }) => id === reporter)?.name ?? reporter
      return expected.find(({ id }) => id === reporter) ?? { id: reporter, name, expected: null }
    })
}

function stateOf({ id, name, expected }: Reporter, sent: readonly ReportRow[]) {
  const report = sent.find(({ reporter }) => reporter === id)
  return {
    reporter: id,
    name,
    state: report ? ('reported' as const) : ('missing' as const),
    entries: report?.entries.length ?? 0,
    expected,
    onBehalf: report?.onBehalf ?? false,
    sentAt: report?.sentAt ?? null,
  }
}
