import { findCounty } from '../data/callers.ts'
import { ControlDb } from '../data/control-db.ts'
import { CountyDb } from '../data/county-db.ts'
import { readDue, settleDue } from '../data/due-clock.ts'
import { noCost } from '../data/meter.ts'
import { shardOf } from '../data/shards.ts'
import type { Env } from '../env.ts'
import { importAreas } from './areas/import-areas.ts'
import { keepClock } from './assignments/keep-clock.ts'
import { keepBulletins } from './bulletins/keep-bulletins.ts'
import { keepColumns } from './columns/keep-columns.ts'
import { keepContacts } from './complaints/keep-contacts.ts'
import { lapsePromises } from './consequences/lapsed-promises.ts'
import { type CountyContext, system } from './context.ts'
import { keepDeliveries } from './deliveries/keep-deliveries.ts'
import { keepRevisits } from './issues/keep-revisits.ts'
import { sweepPhotos } from './photos/sweep.ts'
import { keepErasure } from './platform/keep-erasure.ts'
import { keepTime } from './rounds/keep-time.ts'

/**
 * Does everything one county has due by `now`: brings in its areas, opens and closes its rounds, recomputes its
 * drafts. Twice in a row the second time changes nothing. An unknown county is nothing to do, a suspended one rests.
 */
export async function tick(env: Env, county: string, now: Date): Promise<void> {
  const context = await systemContext(env, county, now)
  if (!context) return
  const before = await readDue(context.control, context.county.id)
  if (context.county.suspended) {
    // Resuming makes it due again; what is to be erased is due on its day.
    const next = (await keepErasure(context)) ?? never
    if (before) await settleDue(context.control, context.county.id, before.version, next, now)
    return
  }
  if (context.county.areas === 'importing') await importAreas(context)
  const next = await everything(context)
  if (before) await settleDue(context.control, context.county.id, before.version, next, now)
}

/** All kinds of due work, one after the other: what fails in one keeps none of the others waiting, and is thrown at the end. */
async function everything(context: CountyContext): Promise<number> {
  const next: number[] = []
  const failures: unknown[] = []
  for (const work of [
    keepTime,
    lapsePromises,
    keepClock,
    keepRevisits,
    keepBulletins,
    keepColumns,
    keepDeliveries,
    keepContacts,
    sweepPhotos,
  ]) {
    try {
      next.push(await work(context))
    } catch (error) {
      failures.push(error)
    }
  }
  if (failures.length === 1) throw failures[0]
  if (failures.length > 1) throw new AggregateError(failures, failures.map(String).join('; '))
  return Math.min(never, ...next)
}

/** Nothing to do until somebody nudges: 273 years off. */
const never = 8_640_000_000_000

/** The context in which jobs act in a county, or undefined where there is no such county. */
export async function systemContext(env: Env, county: string, now: Date): Promise<CountyContext | undefined> {
  const cost = noCost()
  const control = new ControlDb(env.CONTROL, cost)
  const found = await findCounty(control, county)
  if (!found) return undefined
  const db = new CountyDb(shardOf(env, found.shard), found.id, cost)
  return { env, control, now, origin: '', county: found, db, member: system }
}
