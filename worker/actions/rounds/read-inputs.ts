import type { RoundInput } from '../../../schema/api/ranking.ts'
import type { CountyContext } from '../context.ts'
import { requireReadable } from './read-standings.ts'
import { inputAsShown } from './round-input.ts'

/**
 * What a round's standings follow from: the frozen inputs of its newest revision, else what is in so far. For whoever
 * may already see those standings. Errors: not_found, forbidden.
 */
export async function readInputs(
  { db, member }: Pick<CountyContext, 'db' | 'member'>,
  id: string,
): Promise<RoundInput> {
  const { round } = await requireReadable(db, member, id)
  return inputAsShown(db, round)
}
