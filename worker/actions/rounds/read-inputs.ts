import type { RoundInput } from '../../../schema/api/ranking.ts'
import { selectOwnedRound } from '../../data/rounds.ts'
import type { CountyContext } from '../context.ts'
import { readable } from './read-standings.ts'
import { inputAsShown, selectFrozen } from './round-input.ts'

/**
 * What a round's standings follow from: the frozen inputs of its newest revision, else what is in so far. For whoever
 * may already see those standings. Errors: not_found, forbidden.
 */
export async function readInputs(
  { db, member }: Pick<CountyContext, 'db' | 'member'>,
  id: string,
): Promise<RoundInput> {
  const [[found], [frozen]] = await db.together(selectOwnedRound(db, id), selectFrozen(db, id))
  return inputAsShown(db, readable(member, found).round, frozen)
}
