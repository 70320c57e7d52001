import type { Standings } from '../../../schema/api/ranking.ts'
import type { RoundStandings } from '../../../schema/api/standings.ts'
import { type HistoryRow, selectPrevious } from '../../data/histories.ts'
import { selectRevision } from '../../data/revisions.ts'
import { findOwnedRound, type OwnedRound, type RoundRow } from '../../data/rounds.ts'
import type { Member } from '../../domain/access/can.ts'
import type { Verb } from '../../domain/access/grants.ts'
import { Problem } from '../../problems/problem.ts'
import { boardTarget } from '../boards/board-target.ts'
import type { CountyContext } from '../context.ts'
import { requireCan } from '../require.ts'
import { currentDraft } from './draft.ts'

/** Standings with the round they are of. */
export type StandingsRead = { owned: OwnedRound; standings: RoundStandings }

/**
 * A round's standings: the newest revision once it is published, else the draft of its last accepted report.
 * Errors: not_found, forbidden (a draft before it is shown to this member).
 */
export async function readStandings(
  context: Pick<CountyContext, 'db' | 'now' | 'member'>,
  id: string,
): Promise<StandingsRead> {
  const { db, member } = context
  const owned = await requireReadable(db, member, id)
  const { round } = owned
  const [[revision], [previous]] = await db.together(
    selectRevision(db, id, round.revision),
    selectPrevious(db, round.board, round.no),
  )
  if (revision) {
    const { result, sha256 } = revision
    return { owned, standings: named(round, result, sha256, previous) }
  }
  const { result } = await currentDraft(context, round)
  return { owned, standings: named(round, result, null, previous) }
}

/** The round, if its standings are already open to the member. Errors: not_found, forbidden. */
export async function requireReadable(
  db: CountyContext['db'],
  member: Member,
  id: string,
): Promise<OwnedRound> {
  const owned = await findOwnedRound(db, id)
  if (!owned) throw new Problem('not_found')
  requireCan(member, readers[owned.round.state], boardTarget(owned.owner))
  return owned
}

/** A round still open is the office's to see; once closed, its townships' and villages'; once published, all members'. */
const readers = {
  open: 'draft.read',
  closed: 'closed.read',
  published: 'standings.read',
} as const satisfies Record<RoundRow['state'], Verb>

/** Standings with the names of the round's roster and the ranks of the round before. */
function named(
  round: RoundRow,
  { bandsClamped, unranked, standings }: Standings,
  sha256: string | null,
  previous: HistoryRow | undefined,
): RoundStandings {
  const roster = new Map(round.roster.map((entry) => [entry.id, entry]))
  const nameOf = (subject: string) => {
    const { name = subject, township = '', townshipName = '' } = roster.get(subject) ?? {}
    return { name, township, townshipName }
  }
  const { id, board, no, state, closesAt, revision } = round
  return {
    ...{ round: id, board, no, state, closesAt, revision, sha256, bandsClamped },
    unranked: unranked.map((one) => ({ ...one, ...nameOf(one.subject) })),
    standings: standings.map((one) => ({
      ...one,
      ...nameOf(one.subject),
      previousRank: previous?.standings[one.subject]?.rank ?? null,
    })),
  }
}
