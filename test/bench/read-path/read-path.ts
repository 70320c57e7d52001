import { eq } from 'drizzle-orm'
import { area } from '../../../schema/tables/county.ts'
import type { CountyContext } from '../../../worker/actions/context.ts'
import { adoptCatalogue } from '../../../worker/actions/issues/categories.ts'
import { raiseIssue } from '../../../worker/actions/issues/raise-issue.ts'
import { publish } from '../../../worker/actions/publication/publish.ts'
import { closeRound } from '../../../worker/actions/rounds/close-round.ts'
import { newId } from '../../../worker/data/new-id.ts'
import { aFullBoard } from '../../support/full-board.ts'
import { median } from '../median.ts'
import type { BenchRow } from '../ranking/engine.ts'
import { type HostedCounty, withHostedCounty } from '../rounds/hosted-county.ts'
import { type Control, withBareWorkers } from './bare.ts'
import { type Load, load, type Target } from './load.ts'
import { copyBoards, type Measured, type Published, targetsOf } from './targets.ts'

const runs = 7
const requests = 500
const connections = 16
/** Of the requests of a measurement, for what comes from D1 each time. */
const slowShare = 0.4
/** A published board of 151 villages as it is stored. */
const snapshotBytes = 30_000

/**
 * What everybody reads on a Friday evening, requests per second against /healthz: the same Worker on the same workerd
 * with nothing to look up. Each measurement stands right after one of /healthz, so that a busy machine slows both
 * alike; medians of the figures and of the ratios within these pairs. What is read from D1 each time stands besides
 * against a bare Worker that reads as many rows of as many bytes in as many trips, answers as much, and does nothing
 * else. The board that is read each time is one of more boards than the Worker remembers, added at the end.
 */
export async function benchReadPath(): Promise<BenchRow[]> {
  return withHostedCounty('620423', async (county) => {
    const published = await aPublishedBoard(county)
    const { hello, targets, uncached } = await targetsOf(county, published)
    const controls = [...targets, uncached].flatMap(({ control }) => control ?? [])
    return withBareWorkers([twoReads, ...controls], async (bare) => {
      const two = { name: twoReads.name, target: known(bare, twoReads.name) }
      const most = await measured(hello, bare, [two, ...targets])
      await copyBoards(county, published)
      return [...most, ...(await measured(hello, bare, [uncached]))]
    })
  })
}

/** A caller and a board, of which nothing is made. */
const twoReads: Control = {
  name: 'two bare D1 reads',
  trips: [[['x'.repeat(500)]], [['x'.repeat(snapshotBytes)]]],
  bytes: snapshotBytes,
  kept: false,
}

type Three = { own: Load; hello: Load; bare: Load | undefined }

async function measured(
  hello: Target,
  bare: ReadonlyMap<string, Target>,
  targets: readonly Measured[],
): Promise<BenchRow[]> {
  const all = targets.map((target) => ({ ...target, runs: [] as Three[] }))
  for (let run = -2; run < runs; run++) {
    for (const { runs: kept, target, name, control } of all) {
      const count = control ? requests * slowShare : requests
      const three = {
        hello: await load(hello, count, connections),
        bare: control ? await load(known(bare, name), count, connections) : undefined,
        own: await load(target, count, connections),
      }
      if (run >= 0) kept.push(three)
    }
  }
  return all.flatMap(({ name, runs: kept, control }) => {
    const own = kept.map((three) => three.own)
    const beside = kept.map((three) => three.hello)
    const bares = kept.flatMap((three) => three.bare ?? [])
    if (!control) return rowsOf(name, own, beside)
    return [
      ...rowsOf(name, own, beside),
      ...rowsOf(`${name}, its bare Worker`, bares, beside),
      ...rowsOf(`${name}, against a bare Worker`, own, bares),
    ]
  })
}

function known(bare: ReadonlyMap<string, Target>, name: string): Target {
  const target = bare.get(name)
  if (!target) throw new Error(`${name} has no control`)
  return target
}

/** Of a kind of request: how many a second, and how long, each against what was asked beside it. */
function rowsOf(name: string, own: readonly Load[], beside: readonly Load[]): BenchRow[] {
  const row = (label: string, unit: string, key: keyof Load): BenchRow => {
    const value = median(own.map((load) => load[key]))
    const ratio = median(own.map((load, at) => load[key] / (beside[at]?.[key] ?? Number.NaN)))
    return { name: label, value, unit, ratio, baseline: median(beside.map((load) => load[key])) }
  }
  return [row(name, 'rps', 'rps'), row(`${name}, p50`, 'ms', 'p50'), row(`${name}, p99`, 'ms', 'p99')]
}

async function aPublishedBoard({ context }: HostedCounty): Promise<Published> {
  const board = await aFullBoard(await context())
  const round = await board.week(await context(), 1)
  await closeRound(await context(), round.id)
  await publish(await context(), round.id, {})
  const { db } = await context()
  const village = await db.first(area, eq(area.level, 'village'), { orderBy: area.id })
  await manyIssues(await context())
  return { board: board.id, round: round.id, village: village?.id ?? '' }
}

/** Enough for a page of them. */
async function manyIssues(context: CountyContext): Promise<void> {
  await adoptCatalogue(context, {})
  const villages = await context.db.find(area, eq(area.level, 'village'), { orderBy: area.id, limit: 60 })
  for (const { id } of villages) {
    const found = {
      source: 'inspection',
      text: '村口有积存垃圾',
      foundAt: context.now.toISOString(),
    } as const
    await raiseIssue(context, newId(), { category: 'pile-waste', area: id, lead: 'drone-team', ...found })
  }
}
