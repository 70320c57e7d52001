import type { RoundInput, Standings } from '../../../schema/api/ranking.ts'
import { findDraft, keepDraft } from '../../data/drafts.ts'
import type { RoundRow } from '../../data/rounds.ts'
import { rank } from '../../domain/ranking/rank.ts'
import type { CountyContext } from '../context.ts'
import { loadRoundInput } from './round-input.ts'

/**
 * The standings of a round that is not published, never staler than the round as it was read: the stored ones where
 * they are of its version, else computed and stored.
 */
export async function currentDraft(
  context: Pick<CountyContext, 'db' | 'now'>,
  round: RoundRow,
): Promise<{ result: Standings; version: number }> {
  const stored = await findDraft(context.db, round.id)
  if (stored && stored.version >= round.version) return { result: stored.result, version: stored.version }
  return computeDraft(context, round)
}

/** Computes and stores a round's draft. */
export async function computeDraft(
  context: Pick<CountyContext, 'db' | 'now'>,
  round: RoundRow,
): Promise<{ result: Standings; version: number }> {
  return storeDraft(context, round, await loadRoundInput(context.db, round))
}

/** The draft of a round from what its standings follow from, read with or after the round. */
export async function storeDraft(
  { db, now }: Pick<CountyContext, 'db' | 'now'>,
  round: RoundRow,
  input: RoundInput,
): Promise<{ result: Standings; version: number }> {
  const result = rank(input)
  // Not `write`: a request's receipt belongs with its own effect, and a draft is only kept for the next reader.
  await db.together(keepDraft(db, round, result, now.toISOString()))
  return { result, version: round.version }
}
