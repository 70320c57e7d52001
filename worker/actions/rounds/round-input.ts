import { and, eq } from 'drizzle-orm'
import type { RosterEntry } from '../../../schema/api/boards.ts'
import type { Amendment, Report, RoundInput, Subject } from '../../../schema/api/ranking.ts'
import type { Said } from '../../../schema/tables/boards.ts'
import { objection, report, round as roundTable } from '../../../schema/tables/county.ts'
import type { CountyDb } from '../../data/county-db.ts'
import type { RoundSpan } from '../../data/derived.ts'
import { type HistoryRow, selectPrevious } from '../../data/histories.ts'
import type { ObjectionRow } from '../../data/objections.ts'
import { type RevisionInputRow, selectRevisionInput } from '../../data/revisions.ts'
import { ofRound, type RoundRow } from '../../data/rounds.ts'
import type { Statement } from '../../data/statement.ts'
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
  return inputOf(round, { reports, amendments: amendmentsIn(rulings), previous, ledger })
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
  const amendments = amendmentsIn(rulings)
  const input = inputOf(found, { reports, amendments, previous, ledger: await readLedger(db, found) })
  return { round: found, input }
}

/** What a round's reporters said, and what rulings over it changed. One round trip. */
export async function readSaid(db: CountyDb, roundId: string): Promise<Said> {
  const [reports, rulings] = await db.together(...said(db, roundId))
  return { reports, amendments: amendmentsIn(rulings) }
}

/** The reads of what a round's reporters said, and of the rulings over it. */
function said(db: CountyDb, roundId: string) {
  const upheld = and(eq(objection.round, roundId), eq(objection.state, 'upheld'))
  return [
    db.select(report, eq(report.round, roundId), {
      pick: ['source', 'reporter', 'entries'],
      orderBy: [report.source, report.reporter],
    }),
    // Put in order here: sorted by the database, they would be billed once more.
    db.select(objection, upheld, { pick: ['id', 'amendments', 'ruledAt'] }),
  ] as const
}

type Ruling = Pick<ObjectionRow, 'id' | 'amendments' | 'ruledAt'>

/** What rulings changed, in the order in which they were made. */
function amendmentsIn(rulings: readonly Ruling[]): Amendment[] {
  const order = ({ ruledAt, id }: Ruling) => `${ruledAt} ${id}`
  return [...rulings].sort((a, b) => (order(a) < order(b) ? -1 : 1)).flatMap(({ amendments }) => amendments)
}

/** What ledgers say of a round; no round trip where every source is typed. */
export async function readLedger(db: CountyDb, round: RoundSpan & Pick<RoundRow, 'policy'>) {
  const derived = derivedStatements(db, round)
  return derived.length > 0 ? db.together(...derived) : []
}

/** What has been read of a round, as its standings follow from it. */
export function inputOf(
  round: Pick<RoundRow, 'roster' | 'policy'>,
  { reports, amendments, previous, ledger }: RoundReads,
): RoundInput {
  const typed = round.policy.sources.filter(({ derivedFrom }) => derivedFrom === undefined)
  const sources = new Set(typed.map(({ key }) => key))
  return {
    subjects: round.roster.map(subjectOf),
    policy: round.policy,
    reports: [...reports.filter(({ source }) => sources.has(source)), ...derivedReports(round, ledger)],
    ...(amendments.length > 0 ? { amendments: [...amendments] } : {}),
    ...(previous ? { carried: previous.carried } : {}),
  }
}

type RoundReads = {
  reports: readonly Report[]
  amendments: readonly Amendment[]
  previous: HistoryRow | undefined
  ledger: Awaited<ReturnType<typeof readLedger>>
}

/** What the standings shown follow from: what `selectFrozen` has found with the round, else what is in so far. */
export async function inputAsShown(
  db: CountyDb,
  round: RoundRow,
  frozen: RevisionInputRow | undefined,
): Promise<RoundInput> {
  return frozen?.input ?? loadRoundInput(db, round)
}

/** The frozen inputs of a round's newest revision, read in the batch that reads the round; none before publication. */
export function selectFrozen(db: CountyDb, roundId: string): Statement<RevisionInputRow> {
  return selectRevisionInput(db, roundId, ofRound(db, roundId, 'revision'))
}

/** A roster's entry as the ranking knows it: its code there is the area's id, which never changes. */
export function subjectOf({ id, name, township, exempt }: RosterEntry): Subject {
  return { code: id, name, township, ...(exempt ? { exempt } : {}) }
}
