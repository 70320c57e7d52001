import { and, eq, lt } from 'drizzle-orm'
import { audit } from '../../schema/tables/county.ts'
import type { CountyDb, Row } from './county-db.ts'

/** The newest first, before the id `before`; ids grow with time. `target` keeps to one thing's story. */
export async function listAudit(
  db: CountyDb,
  target: string | undefined,
  limit: number,
  before = '~',
): Promise<Row<typeof audit>[]> {
  const older = and(lt(audit.id, before), target === undefined ? undefined : eq(audit.target, target))
  return db.find(audit, older, { orderBy: audit.id, descending: true, limit })
}
