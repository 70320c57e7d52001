import { sql } from 'drizzle-orm'
import { board, bulletin, round } from '../../schema/tables/county.ts'
import type { CountyDb } from './county-db.ts'
import type { Statement } from './statement.ts'

/** A round just published, of a board that runs by the week or month, with whose board it is. */
export type Told = { id: string; no: number; board: string; owner: string; opensAt: string; closesAt: string }

/** What the clock has drafted for a round, or a day of an owner's. */
export const occasionOf = {
  daily: (owner: string, day: string) => `daily:${owner}:${day}`,
  weekly: (roundId: string) => `weekly:${roundId}`,
}

/** Rounds first published between two instants that no bulletin was drafted for yet. */
export function selectUntold(
  db: CountyDb,
  { since, until }: { since: string; until: string },
): Statement<Told> {
  // A round is published within weeks of its end, so the index on ends finds it.
  const ended = new Date(Date.parse(since) - 60 * 86_400_000).toISOString()
  return {
    sql: sql`select r.id, r.no, b.name as board, b.owner, r.opensAt, r.closesAt
      from ${round} r join ${board} b on b.county = r.county and b.id = r.board
      where r.county = ${db.county} and r.state = 'published' and r.closesAt > ${ended} and r.publishedAt >= ${since}
        and r.publishedAt <= ${until}
        and r.revision = 1 and json_extract(b.cadence, '$.every') <> 'day'
        and not exists (select 1 from ${bulletin} t where t.county = r.county and t.occasion = 'weekly:' || r.id)
      order by r.publishedAt, r.id limit 20`,
    decode: (raw) => ({
      ...{ id: String(raw.id), no: Number(raw.no), board: String(raw.board), owner: String(raw.owner) },
      ...{ opensAt: String(raw.opensAt), closesAt: String(raw.closesAt) },
    }),
  }
}

/** Whether the clock has drafted for an occasion: one row or none. */
export function selectDrafted(db: CountyDb, occasion: string): Statement<{ id: string }> {
  return db.select(bulletin, sql`${bulletin.occasion} = ${occasion}`, { pick: ['id'], limit: 1 })
}
