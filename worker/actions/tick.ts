import { type Alarm, selectAlarms } from '../data/alarms.ts'
import { type CountyRow, findCounty, selectCounty } from '../data/callers.ts'
import { ControlDb } from '../data/control-db.ts'
import { CountyDb } from '../data/county-db.ts'
import { selectDue, settleDue } from '../data/due-clock.ts'
import { type Cost, noCost } from '../data/meter.ts'
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
import { keepRetention } from './privacy/keep-retention.ts'
import { keepTime } from './rounds/keep-time.ts'

/**
 * Does everything one county has due by `now`: brings in its areas, opens and closes its rounds, recomputes its
 * drafts. Twice in a row the second time changes nothing. An unknown county is nothing to do, a suspended one rests.
 */
export async function tick(env: Env, county: string, now: Date): Promise<void> {
  const cost = noCost()
  const control = new ControlDb(env.CONTROL, cost)
  const [[found], [before]] = await control.run(selectCounty(county), selectDue(county))
  if (!found) return
  const context = contextIn(env, control, found, now, cost)
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

/** A kind of due work: done by `keep`, which gives when it is due next, and not looked at before its alarm if it has one. */
type Kind = { keep: (context: CountyContext) => Promise<number>; alarm?: Alarm }

const kinds: readonly Kind[] = [
  { keep: keepTime },
  { keep: lapsePromises, alarm: 'work' },
  { keep: keepClock, alarm: 'work' },
  { keep: keepRevisits, alarm: 'revisits' },
  { keep: keepBulletins },
  { keep: keepColumns, alarm: 'columns' },
  { keep: keepDeliveries, alarm: 'deliveries' },
  { keep: keepContacts, alarm: 'contacts' },
  { keep: sweepPhotos, alarm: 'photos' },
  { keep: keepRetention, alarm: 'retention' },
]

/** All kinds of due work, one after the other: what fails in one keeps none of the others waiting, and is thrown at the end. */
async function everything(context: CountyContext): Promise<number> {
  const { db, now } = context
  const [[alarms]] = await db.together(selectAlarms(db))
  const next: number[] = []
  const failures: unknown[] = []
  for (const { keep, alarm } of kinds) {
    const at = alarm && alarms ? alarms[alarm] : now.getTime()
    try {
      next.push(at > now.getTime() ? at : await keep(context))
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
  return found && contextIn(env, control, found, now, cost)
}

function contextIn(env: Env, control: ControlDb, found: CountyRow, now: Date, cost: Cost): CountyContext {
  const db = new CountyDb(shardOf(env, found.shard), found.id, cost)
  return { env, control, now, origin: '', county: found, db, member: system }
}
