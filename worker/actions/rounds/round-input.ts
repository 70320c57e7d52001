import { and, eq } from 'drizzle-orm'
import type { RosterEntry } from '../../../schema/api/boards.ts'
import type { RoundInput, Subject } from '../../../schema/api/ranking.ts'
import { objection, report } from '../../../schema/tables/county.ts'
import type { CountyDb } from '../../data/county-db.ts'
import type { RoundSpan } from '../../data/derived.ts'
import { selectPrevious } from '../../data/histories.ts'
import { selectRevisionInput } from '../../data/revisions.ts'
import type { RoundRow } from '../../data/rounds.ts'
import { derivedReports, derivedStatements } from './derived-reports.ts'

/**
 * What a round's standings follow from: its frozen roster and policy, its reports, what inspections and the issue
 * ledger say where a source follows from them, upheld rulings, the past. One round trip.
 */
export async function loadRoundInput(
  db: CountyDb,
  round: RoundSpan & Pick<RoundRow, 'id' | 'board' | 'no' | 'roster' | 'policy'>,
): Promise<RoundInput> {
  const upheld = and(eq(objection.round, round.id), eq(objection.state, 'upheld'))
  const derived = derivedStatements(db, round)
  const [reports, rulings, [previous], ...ledger] = await db.together(
    db.select(report, eq(report.round, round.id), {
      pick: ['source', 'reporter', 'entries'],
      orderBy: [report.source, report.reporter],
    }),
    db.select(objection, upheld, { pick: ['amendments'], orderBy: [objection.ruledAt, objection.id] }),
    selectPrevious(db, round.board, round.no),
    ...derived,
  )
  const typed = round.policy.sources.filter(({ derivedFrom }) => derivedFrom === undefined)
  const sources = new Set(typed.map(({ key }) => key))
  const amendments = rulings.flatMap((ruling) => ruling.amendments)
  return {
    subjects: round.roster.map(subjectOf),
    policy: round.policy,
    reports: [...reports.filter(({ source }) => sources.has(source)), ...derivedReports(round, ledger)],
    ...(amendments.length > 0 ? { amendments } : {}),
    ...(previous ? { carried: previous.carried } : {}),
  }
}

/** What the standings shown follow from: the frozen inputs of the newest revision, else what is in so far. */
export async function inputAsShown(db: CountyDb, round: RoundRow): Promise<RoundInput> {
  if (round.revision === 0) return loadRoundInput(db, round)
  const [[frozen]] = await db.together(selectRevisionInput(db, round.id, round.revision))
  return frozen?.input ?? loadRoundInput(db, round)
}

/** A roster's entry as the ranking knows it: its code there is the area's id, which never changes. */
export function subjectOf({ id, name, township, exempt }: RosterEntry): Subject {
  return { code: id, name, township, ...(exempt ? { exempt } : {}) }
}
