import type { Explanation } from '../../../schema/api/explanation.ts'
import type { PublicBoard } from '../../../schema/api/public.ts'
import type { HistoryStandings } from '../../../schema/tables/boards.ts'
import type { CountyDb } from '../../data/county-db.ts'
import { publicPast } from '../../data/public-pages.ts'
import { explain } from '../../domain/ranking/explain.ts'

/** How many past rounds a village's page shows. */
const roundsShown = 26

export type PastStanding = { no: number; closedAt: string; imported: boolean } & HistoryStandings[string]

/**
 * One village's past rounds on a board up to the published one, newest first, and why it stands where it does in
 * that one, computed from the revision's frozen inputs.
 */
export async function villageOnBoard(
  db: CountyDb,
  board: PublicBoard,
  village: string,
): Promise<{ history: PastStanding[]; explanation: Explanation | undefined }> {
  const { past, input } = await publicPast(db, board, roundsShown)
  return {
    history: past.flatMap(({ no, closedAt, round, standings }) => {
      const standing = standings[village]
      return standing ? [{ no, closedAt, imported: round === null, ...standing }] : []
    }),
    explanation: input && explain(input, village),
  }
}
