import { eq } from 'drizzle-orm'
import { audit } from '../../schema/tables/county.ts'
import type { CountyDb } from './county-db.ts'
import type { Statement } from './statement.ts'

/** What was done with one thing, the newest first. */
export function selectStory(
  db: CountyDb,
  target: string,
  limit: number,
): Statement<{ id: string; at: string; verb: string; actor: string }> {
  return db.select(audit, eq(audit.target, target), {
    ...{ pick: ['id', 'at', 'verb', 'actor'] as const, limit },
    ...{ orderBy: audit.id, descending: true, index: 'audit_target' },
  })
}

/** The ids of the newest changes to a county: another list means that something has changed. */
export function selectNewest(db: CountyDb, limit: number): Statement<{ id: string }> {
  return db.select(audit, undefined, { pick: ['id'], orderBy: audit.id, descending: true, limit })
}
