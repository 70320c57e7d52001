import type { PublicBoard } from '../../../schema/api/public.ts'
import type { CountyRow } from '../../data/callers.ts'
import type { CountyDb } from '../../data/county-db.ts'
import { archivedRound } from '../../data/public-rounds.ts'
import { shownBoard } from '../../domain/publication/shown-board.ts'
import { publicBoard } from './public-board.ts'

/** A past round as the public reads it, and when each of its versions was published, newest first. */
export type PublicRound = {
  board: PublicBoard
  revisions: { no: number; sha256: string; publishedAt: string }[]
}

/** A published round of a public board by its number, as far as the board is shown. One round trip. */
export async function publicRound(
  db: CountyDb,
  county: Pick<CountyRow, 'id' | 'name'>,
  board: string,
  no: number,
): Promise<PublicRound | undefined> {
  const found = await archivedRound(db, board, no)
  if (!found) return undefined
  const { newest, previous, revisions, round } = found
  const { no: revision, sha256, result, publishedAt } = newest
  const shown = { round, revision, sha256, result, publishedAt, before: previous?.standings ?? {} }
  return { board: shownBoard(publicBoard(county, found.board, shown), found.board.shows), revisions }
}
