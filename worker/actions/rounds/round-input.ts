import { and, eq } from 'drizzle-orm'
import type { RosterEntry } from '../../../schema/api/boards.ts'
import type { Report, RoundInput, Subject } from '../../../schema/api/ranking.ts'
import { objection, report, round as roundTable } from '../../../schema/tables/county.ts'
import type { CountyDb } from '../../data/county-db.ts'
import type { RoundSpan } from '../../data/derived.ts'
import { type HistoryRow, selectPrevious } from '../../data/histories.ts'
import type { ObjectionRow } from '../../data/objections.ts'
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
  const [reports, rulings, [previous], ...ledger] = await db.together(
    ...said(db, round.id),
    selectPrevious(db, round.board, round.no),
    ...derivedStatements(db, round),
  )
  return inputOf(round, { reports, rulings, previous, ledger })
}

/** A round together with what its standings follow from: one round trip, or two where a source follows from a ledger. */
export async function readRound(
  db: CountyDb,
  { id, board, no }: Pick<RoundRow, 'id' | 'board' | 'no'>,
): Promise<{ round: RoundRow; input: RoundInput } | undefined> {
  const [[found], reports, rulings, [previous]] = await db.together(
    db.select(roundTable, eq(roundTable.id, id)),
    ...said(db, id),
    selectPrevious(db, board, no),
  )
  if (!found) return undefined
  const input = inputOf(found, { reports, rulings, previous, ledger: await readLedger(db, found) })
  return { round: found, input }
}

/** The reads of what a round's reporters said, and of the rulings over it. */
export function said(db: CountyDb, roundId: string) {
  const upheld = and(eq(objection.round, roundId), eq(objection.state, 'upheld'))
  return [
    db.select(report, eq(report.round, roundId), {
      pick: ['source', 'reporter', 'entries'],
      orderBy: [report.source, report.reporter],
    }),
    db.select(objection, upheld, { pick: ['amendments'], orderBy: [objection.ruledAt, objection.id] }),
  ] as const
}

/** What ledgers say of a round; no round trip where every source is typed. */
export async function readLedger(db: CountyDb, round: RoundSpan & Pick<RoundRow, 'policy'>) {
  const derived = derivedStatements(db, round)
  return derived.length > 0 ? db.together(...derived) : []
}

/** What has been read of a round, as its standings follow from it. */
export function inputOf(
  round: Pick<RoundRow, 'roster' | 'policy'>,
  { reports, rulings, previous, ledger }: RoundReads,
): RoundInput {
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

type RoundReads = {
  reports: readonly Report[]
  rulings: readonly Pick<ObjectionRow, 'amendments'>[]
  previous: HistoryRow | undefined
  ledger: Awaited<ReturnType<typeof readLedger>>
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
