import { and, eq } from 'drizzle-orm'
import { round } from '../../schema/tables/county.ts'
import type { CountyDb } from './county-db.ts'
import type { Statement } from './statement.ts'

/** A board's published rounds, the newest first, without their rosters. */
export function selectPublished(
  db: CountyDb,
  board: string,
  limit: number,
): Statement<{ id: string; no: number; publishedAt: string | null }> {
  const published = and(eq(round.board, board), eq(round.state, 'published'))
  return db.select(round, published, {
    ...{ pick: ['id', 'no', 'publishedAt'] as const },
    ...{ orderBy: round.no, descending: true, limit },
  })
}
