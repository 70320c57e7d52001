import type { RoundInput, Standings } from '../../../schema/api/ranking.ts'
import type { RoundStandings } from '../../../schema/api/standings.ts'
import type { CountyDb } from '../../data/county-db.ts'
import { type Drawn, selectDraftOf } from '../../data/drafts.ts'
import { type HistoryRow, selectPrevious } from '../../data/histories.ts'
import { type RevisionRow, selectRevision } from '../../data/revisions.ts'
import { type OwnedRound, ofRound, type RoundRow, selectOwnedRound } from '../../data/rounds.ts'
import type { Member } from '../../domain/access/can.ts'
import type { Verb } from '../../domain/access/grants.ts'
import type { CountyContext } from '../context.ts'
import { currentDraft } from './draft.ts'
import { roundFor } from './require-round.ts'
import { inputAsShown, selectFrozen } from './round-input.ts'

/** Standings with the round they are of. */
export type StandingsRead = { owned: OwnedRound; standings: RoundStandings }

/** The same with what they follow from. */
export type StandingsWithInputs = StandingsRead & { input: RoundInput }

/**
 * A round's standings: the newest revision once it is published, else the draft of its last accepted report.
 * Errors: not_found, forbidden (a draft before it is shown to this member).
 */
export async function readStandings(
  context: Pick<CountyContext, 'db' | 'now' | 'member'>,
  id: string,
): Promise<StandingsRead> {
  const [found, revision, previous, draft] = await context.db.together(...standingsReads(context.db, id))
  return shown(context, { found, revision, previous, draft })
}

/** The same with every source's values. Errors: not_found, forbidden. */
export async function readStandingsWithInputs(
  context: Pick<CountyContext, 'db' | 'now' | 'member'>,
  id: string,
): Promise<StandingsWithInputs> {
  const { db } = context
  const [found, revision, previous, draft, [frozen]] = await db.together(
    ...standingsReads(db, id),
    selectFrozen(db, id),
  )
  const read = await shown(context, { found, revision, previous, draft })
  return { ...read, input: await inputAsShown(db, read.owned.round, frozen) }
}

function standingsReads(db: CountyDb, id: string) {
  return [
    selectOwnedRound(db, id),
    selectRevision(db, id, ofRound(db, id, 'revision')),
    selectPrevious(db, ofRound(db, id, 'board'), ofRound(db, id, 'no')),
    selectDraftOf(db, id),
  ] as const
}

type Reads = {
  found: OwnedRound[]
  revision: RevisionRow[]
  previous: HistoryRow[]
  draft: Drawn[]
}

async function shown(
  context: Pick<CountyContext, 'db' | 'now' | 'member'>,
  { found: [found], revision: [revision], previous: [previous], draft: [draft] }: Reads,
): Promise<StandingsRead> {
  const owned = readable(context.member, found)
  const { round } = owned
  if (revision) {
    const { result, sha256 } = revision
    return { owned, standings: named(round, result, sha256, previous) }
  }
  const { result } = await currentDraft(context, round, draft)
  return { owned, standings: named(round, result, null, previous) }
}

/** What has been read of a round, if its standings are already open to the member. Errors: not_found, forbidden. */
export function readable(member: Member, found: OwnedRound | undefined): OwnedRound {
  return roundFor(member, readers[found?.round.state ?? 'published'], found)
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
