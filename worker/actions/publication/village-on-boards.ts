import type { Explanation } from '../../../schema/api/explanation.ts'
import type { PublicBoard } from '../../../schema/api/public.ts'
import type { CountyDb } from '../../data/county-db.ts'
import { type PastStanding, publicPasts } from '../../data/public-pages.ts'
import { shownPast } from '../../domain/publication/shown-board.ts'
import { explain } from '../../domain/ranking/explain.ts'

/** How many past rounds a village's page shows. */
const roundsShown = 26

/** A village on a public board: its past rounds, newest first, and why it stands where it does, where that is shown. */
export type VillageOnBoard = {
  board: PublicBoard
  history: PastStanding[]
  explanation: Explanation | undefined
}

/**
 * One village on each of some public boards, as far as each is shown. Why it stands where it does is computed from the
 * published revision's frozen inputs. One round trip.
 */
export async function villageOnBoards(
  db: CountyDb,
  boards: readonly PublicBoard[],
  village: string,
): Promise<VillageOnBoard[]> {
  const found = await publicPasts(db, boards, village, roundsShown)
  return found.map(({ board, past, input }) => ({
    board,
    history: past.map((standing) => shownPast(standing, board.shows ?? 'explanations')),
    explanation: input && explain(input, village),
  }))
}
