import type { DerivedFrom, Report, Source } from '../../../schema/api/ranking.ts'
import type { CountyDb } from '../../data/county-db.ts'
import {
  type RoundSpan,
  selectDueIssues,
  selectOverdueIssues,
  selectRoundInspections,
} from '../../data/derived.ts'
import type { RoundRow } from '../../data/rounds.ts'
import type { Statement } from '../../data/statement.ts'
import {
  type OverdueIssue,
  type RoundInspection,
  type RoundIssue,
  reportsFromInspections,
  reportsOfOverdue,
  reportsOfRectified,
} from '../../domain/inspections/derive.ts'

type Derived =
  | { from: 'inspections'; row: RoundInspection }
  | { from: 'rectifiedOnTime'; row: RoundIssue }
  | { from: 'openOverdue'; row: OverdueIssue }

/** The reads a round's policy asks for beside its reports: none where every source is typed. */
export function derivedStatements(
  db: CountyDb,
  round: RoundSpan & Pick<RoundRow, 'policy'>,
): Statement<Derived>[] {
  const wanted = new Set(round.policy.sources.map(({ derivedFrom }) => derivedFrom))
  const all: Record<DerivedFrom, () => Statement<Derived>> = {
    inspections: () => marked('inspections', selectRoundInspections(db, round)),
    rectifiedOnTime: () => marked('rectifiedOnTime', selectDueIssues(db, round)),
    openOverdue: () => marked('openOverdue', selectOverdueIssues(db, round)),
  }
  return Object.entries(all).flatMap(([from, statement]) =>
    wanted.has(from as DerivedFrom) ? [statement()] : [],
  )
}

/** What those reads come to, as reports in the order of the policy's sources. */
export function derivedReports(
  { policy, roster }: Pick<RoundRow, 'policy' | 'roster'>,
  read: readonly (readonly Derived[])[],
): Report[] {
  const rows = read.flat()
  const inspections = rows.flatMap((one) => (one.from === 'inspections' ? [one.row] : []))
  const due = rows.flatMap((one) => (one.from === 'rectifiedOnTime' ? [one.row] : []))
  const overdue = rows.flatMap((one) => (one.from === 'openOverdue' ? [one.row] : []))
  const reportsOf = (source: Source): Report[] => {
    if (source.derivedFrom === 'inspections') return reportsFromInspections(source, roster, inspections)
    if (source.derivedFrom === 'rectifiedOnTime') return reportsOfRectified(source, roster, due)
    return source.derivedFrom === 'openOverdue' ? reportsOfOverdue(source, roster, overdue) : []
  }
  return policy.sources.flatMap(reportsOf)
}

/** Reads of several kinds stand in one list; each row says which it is of. */
function marked<From extends DerivedFrom>(
  from: From,
  { sql, decode }: Statement<Extract<Derived, { from: From }>['row']>,
): Statement<Derived> {
  return { sql, decode: (raw) => ({ from, row: decode(raw) }) as Derived }
}
