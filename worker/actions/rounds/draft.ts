import type { RoundInput, Standings } from '../../../schema/api/ranking.ts'
import type { Said } from '../../../schema/tables/boards.ts'
import { type Drawn, keepDraft } from '../../data/drafts.ts'
import type { RoundRow } from '../../data/rounds.ts'
import { rank } from '../../domain/ranking/rank.ts'
import type { CountyContext } from '../context.ts'
import { loadRoundInput, readRound } from './round-input.ts'

/**
 * The standings of a round that is not published, never staler than the round as it was read: the stored ones, read
 * with the round, where they are of its version, else computed and stored.
 */
export async function currentDraft(
  context: Pick<CountyContext, 'db' | 'now'>,
  round: RoundRow,
  stored: Drawn | undefined,
): Promise<{ result: Standings; version: number }> {
  if (stored && stored.version >= round.version) return { result: stored.result, version: stored.version }
  return computeDraft(context, round)
}

/** Computes and stores the draft of a round named by another read, unless it has been published meanwhile. */
export async function refreshDraft(
  context: Pick<CountyContext, 'db' | 'now'>,
  of: Pick<RoundRow, 'id' | 'board' | 'no'>,
): Promise<void> {
  const read = await readRound(context.db, of)
  if (read && read.round.state !== 'published') await storeDraft(context, read.round, read.input)
}

/** Computes and stores the draft of a round as it was read. */
export async function computeDraft(
  context: Pick<CountyContext, 'db' | 'now'>,
  round: RoundRow,
): Promise<{ result: Standings; version: number }> {
  return storeDraft(context, round, await loadRoundInput(context.db, round))
}

/** The draft of a round from what its standings follow from, read with or after the round. */
async function storeDraft(
  { db, now }: Pick<CountyContext, 'db' | 'now'>,
  round: RoundRow,
  input: RoundInput,
): Promise<{ result: Standings; version: number }> {
  const result = rank(input)
  // Not `write`: a request's receipt belongs with its own effect, and a draft is only kept for the next reader.
  await db.together(
    keepDraft(db, round, { result, computedAt: now.toISOString(), said: saidIn(round, input) }),
  )
  return { result, version: round.version }
}

/** A closed round takes no reports any more: what was said stands in its draft, so that a publication reads one row. */
function saidIn({ state, policy }: RoundRow, { reports, amendments = [] }: RoundInput): Said | null {
  if (state !== 'closed') return null
  const derived = new Set(policy.sources.flatMap(({ key, derivedFrom }) => (derivedFrom ? [key] : [])))
  return { reports: reports.filter(({ source }) => !derived.has(source)), amendments }
}
