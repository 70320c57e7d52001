import type { PlatformOverview } from '../../../schema/api/platform.ts'
import { readOverview } from '../../data/platform-overview.ts'
import { shards } from '../../data/shards.ts'
import type { PlatformContext } from '../context.ts'

/** Counties by state, what each shard carries, and whether the clock keeps up. */
export async function overview({ control, env, now }: PlatformContext): Promise<PlatformOverview> {
  const { states, loads, oldest, overdue, dead } = await readOverview(control, now.getTime())
  const load = new Map(loads.map((one) => [one.shard, one]))
  return {
    counties: {
      trial: states.get('trial') ?? 0,
      approved: states.get('approved') ?? 0,
      suspended: states.get('suspended') ?? 0,
    },
    shards: shards(env).map((_, shard) => load.get(shard) ?? { shard, counties: 0, villages: 0 }),
    health: {
      checkedAt: now.toISOString(),
      overdue,
      oldestDueAt: oldest === null ? null : new Date(oldest).toISOString(),
      lateBy: oldest === null ? 0 : Math.round((now.getTime() - oldest) / 1000),
      dead,
    },
  }
}
