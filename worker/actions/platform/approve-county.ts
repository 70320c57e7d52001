import type { PlatformCounty } from '../../../schema/api/platform.ts'
import type { county } from '../../../schema/tables/control.ts'
import type { CountyId } from '../../../schema/tables/keys.ts'
import { findCounty } from '../../data/callers.ts'
import { approveCounty } from '../../data/counties.ts'
import { CountyDb } from '../../data/county-db.ts'
import { shardOf } from '../../data/shards.ts'
import { Problem } from '../../problems/problem.ts'
import { record } from '../audit.ts'
import type { PlatformContext } from '../context.ts'

/**
 * Approves a county on trial: from now on its code names it and its public boards can be read. Again it changes
 * nothing. Errors: not_found, county_taken (the code is approved for another tenant).
 */
export async function approve(context: PlatformContext, id: string, by: string): Promise<PlatformCounty> {
  const { control, env, now } = context
  const found = await findCounty(control, id)
  if (found?.id !== id) throw new Problem('not_found')
  const [[approved]] = await control.run(approveCounty(id, now.toISOString())).catch((error: unknown) => {
    if (error instanceof Error && error.message.includes('county.code'))
      throw new Problem('county_taken', { name: found.name })
    throw error
  })
  if (!approved)
    throw new Problem(found.status === 'approved' ? 'conflict' : 'county_taken', { name: found.name })
  const db = new CountyDb(shardOf(env, approved.shard), approved.id as CountyId, control.cost)
  await db.write(record({ db, now, member: { id: by } }, 'county.approve', id))
  return platformCounty(approved)
}

export function platformCounty(row: typeof county.$inferSelect): PlatformCounty {
  const { id, code, name, province, city, office, status, shard, villages, createdAt, approvedAt } = row
  const { suspendedAt, suspendedFor } = row
  return {
    ...{ id, code, name, province, city, office, status, shard, villages, createdAt, approvedAt },
    ...{ suspendedAt, suspendedFor },
  }
}
