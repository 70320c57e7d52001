import type { SQL } from 'drizzle-orm'
import { audit } from '../../schema/tables/county.ts'
import type { CountyDb } from '../data/county-db.ts'
import { newId } from '../data/new-id.ts'

/**
 * An audit row, to stand in the same batch as what it records. `detail` never holds a personal name. `when` repeats
 * the precondition of the change, so that a refused change leaves no row.
 */
export function record(
  context: { db: CountyDb; now: Date; member: { id: string }; handedOver?: true },
  verb: string,
  target: string,
  detail: Record<string, unknown> = {},
  when?: SQL,
) {
  const { db, now, member, handedOver } = context
  const said = handedOver ? { ...detail, handedOver } : detail
  const row = {
    id: newId(now.getTime()),
    at: now.toISOString(),
    actor: member.id,
    verb,
    target,
    detail: said,
  }
  return db.insert(audit, row, { ...(when ? { when } : {}), pick: [] })
}
