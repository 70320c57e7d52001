import { sql } from 'drizzle-orm'
import { audit, auditLate, auditSeal } from '../../schema/tables/county.ts'
import type { CountyId } from '../../schema/tables/keys.ts'
import { idAt } from './audit.ts'
import type { D1 } from './d1.ts'
import { type Cost, noCost } from './meter.ts'
import { run } from './statement.ts'

/**
 * The counties of one shard that have rows from before an instant (epoch ms) which no block covers, or late ones. It
 * skips from county to county in the audit's key: a few rows read a county, however long its audit is.
 */
export async function unsealedCounties(
  shard: D1,
  before: number,
  cost: Cost = noCost(),
): Promise<CountyId[]> {
  const newest = sql`(select max(id) from ${audit} where county = c.county and id < ${idAt(before)})`
  const upTo = sql`coalesce((select upTo from ${auditSeal} where county = c.county order by no desc limit 1), '')`
  const late = sql`exists (select 1 from ${auditLate} where county = c.county and block is null)`
  const [counties] = await run(shard, cost, [
    {
      sql: sql`with recursive c (county) as (
          select min(county) from ${audit}
          union all
          select (select min(county) from ${audit} where county > c.county) from c where c.county is not null
        ) select county from c where county is not null and (${newest} > ${upTo} or ${late})`,
      decode: (raw) => raw.county as CountyId,
    },
  ] as const)
  return counties
}
