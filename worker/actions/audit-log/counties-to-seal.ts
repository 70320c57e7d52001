import type { CountyId } from '../../../schema/tables/keys.ts'
import type { ControlDb } from '../../data/control-db.ts'
import { shards } from '../../data/shards.ts'
import { unsealedCounties } from '../../data/unsealed.ts'
import { noteVitalSign, readVitalSign } from '../../data/vital-signs.ts'
import { sealedBefore } from '../../domain/audit/seal.ts'
import type { Env } from '../../env.ts'

/**
 * Whose audit is to be sealed at `now` (epoch ms): nobody's where the night's sealing has been sent out; else every
 * county with rows no block covers. So the first cron after 02:30 does it, however late it comes. `done` notes that
 * they have been nudged, and throws where a shard did not answer: then the next cron asks again.
 */
export async function countiesToSeal(
  env: Env,
  control: ControlDb,
  now: number,
): Promise<{ counties: CountyId[]; done: () => Promise<void> }> {
  const before = sealedBefore(now)
  const last = await readVitalSign(control, 'seal')
  if (last?.at === before) return { counties: [], done: async () => {} }
  const asked = await Promise.allSettled(shards(env).map((shard) => unsealedCounties(shard, before)))
  const failed = asked.find((one) => one.status === 'rejected')
  return {
    counties: asked.flatMap((one) => (one.status === 'fulfilled' ? one.value : [])),
    done: async () => {
      if (failed) throw failed.reason
      await control.run(noteVitalSign('seal', before))
    },
  }
}
