import { eq } from 'drizzle-orm'
import type { Source } from '../../../schema/api/ranking.ts'
import { unit } from '../../../schema/tables/county.ts'
import { type ReportRow, selectReportsOf } from '../../data/reports.ts'
import { type OwnedRound, selectOwnedRound } from '../../data/rounds.ts'
import { can, type Member, type Target } from '../../domain/access/can.ts'
import type { Verb } from '../../domain/access/grants.ts'
import { Problem } from '../../problems/problem.ts'
import { boardTarget } from '../boards/board-target.ts'
import type { CountyContext } from '../context.ts'

/** Where one reporter's report for one source of a round is handed in or looked at. */
export type Desk = OwnedRound & {
  source: Source
  reporter: string
  /** The report that stands there, and the other reporters' for the same source. */
  own: ReportRow | undefined
  others: ReportRow[]
  /** The areas the reporting unit is attached to; none for a township, or a unit that goes anywhere. */
  covers: string[]
}

/**
 * Everything about a report's place, in one round trip. `reporter` is a township on the roster for a source that
 * compares within townships, else a unit in use. Errors: not_found, forbidden (another's township or unit),
 * source_derived (nobody reports to a source that fills itself).
 */
export async function openDesk(
  { db, member }: Pick<CountyContext, 'db' | 'member'>,
  { round: roundId, source: key, reporter }: { round: string; source: string; reporter: string },
  verb: Extract<Verb, 'report.read' | 'report.write'>,
): Promise<Desk> {
  const [[found], reports, [ofUnit]] = await db.together(
    selectOwnedRound(db, roundId),
    selectReportsOf(db, roundId, key),
    db.select(unit, eq(unit.id, reporter)),
  )
  const source = found?.round.policy.sources.find((one) => one.key === key)
  if (!found || !source) throw new Problem('not_found')
  const fillsItself = source.derivedFrom !== undefined && verb === 'report.write'
  if (fillsItself) throw new Problem('source_derived', { source: key })
  if (!mayAt(member, verb, found, source, reporter)) throw new Problem('forbidden')
  const known =
    source.scope === 'township'
      ? found.round.roster.some(({ township }) => township === reporter)
      : ofUnit?.active
  if (!known) throw new Problem('not_found')
  return {
    ...found,
    source,
    reporter,
    own: reports.find((one) => one.reporter === reporter),
    others: reports.filter((one) => one.reporter !== reporter),
    covers: source.scope === 'township' ? [] : (ofUnit?.covers ?? []),
  }
}

/** Whoever keeps a board reports for anyone on it; others only for their own township or unit. */
export function mayAt(
  member: Member,
  verb: Verb,
  { owner }: Pick<OwnedRound, 'owner'>,
  source: Source,
  reporter: string,
): boolean {
  return can(member, verb, placeOf(source, reporter)) || can(member, 'round.write', boardTarget(owner))
}

function placeOf(source: Source, reporter: string): Target {
  return source.scope === 'township' ? { township: reporter } : { unit: reporter }
}
