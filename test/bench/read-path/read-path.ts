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
import { withBareWorker } from './bare.ts'
import { type Load, load, type Target } from './load.ts'

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
 * against a bare Worker that makes the same two round trips and nothing else.
 */
export async function benchReadPath(): Promise<BenchRow[]> {
  return withHostedCounty('620423', async (county) => {
    const { hello, targets } = await targetsOf(county, await aPublishedBoard(county))
    return withBareWorker(snapshotBytes, (bare) => measured(hello, bare, targets))
  })
}

type Three = { own: Load; hello: Load; bare: Load | undefined }

async function measured(
  hello: Target,
  bare: Record<Bare, Target>,
  targets: readonly Measured[],
): Promise<BenchRow[]> {
  const all = targets.map((target) => ({ ...target, runs: [] as Three[] }))
  for (let run = -2; run < runs; run++) {
    for (const { runs: kept, target, fromD1 } of all) {
      const count = fromD1 ? requests * slowShare : requests
      const three = {
        hello: await load(hello, count, connections),
        bare: fromD1 ? await load(bare[fromD1], count, connections) : undefined,
        own: await load(target, count, connections),
      }
      if (run >= 0) kept.push(three)
    }
  }
  const hellos = all.flatMap(({ runs: kept }) => kept.map((three) => three.hello))
  const baresOf = (kind: Bare) =>
    all.flatMap(({ fromD1, runs: kept }) => (fromD1 === kind ? kept.flatMap(({ bare }) => bare ?? []) : []))
  return [
    ...rowsOf('hello world', hellos),
    ...rowsOf('two bare D1 reads', baresOf('read')),
    ...rowsOf('two bare D1 reads, put into the cache', baresOf('kept')),
    ...all.flatMap(({ name, runs: kept, fromD1 }) => {
      const own = kept.map((three) => three.own)
      const against = kept.flatMap((three) => three.bare ?? [])
      return [
        ...rowsOf(
          name,
          own,
          kept.map((three) => three.hello),
        ),
        ...(fromD1 ? rowsOf(`${name}, against a bare Worker`, own, against) : []),
      ]
    }),
  ]
}

/** Of a kind of request: how many a second, and how long, each against what was asked beside it, if anything was. */
function rowsOf(name: string, own: readonly Load[], beside?: readonly Load[]): BenchRow[] {
  const row = (label: string, unit: string, key: keyof Load): BenchRow => {
    const value = median(own.map((load) => load[key]))
    if (!beside) return { name: label, value, unit }
    const ratio = median(own.map((load, at) => load[key] / (beside[at]?.[key] ?? Number.NaN)))
    return { name: label, value, unit, ratio, baseline: median(beside.map((load) => load[key])) }
  }
  return [row(name, 'rps', 'rps'), row(`${name}, p50`, 'ms', 'p50'), row(`${name}, p99`, 'ms', 'p99')]
}

type Published = { board: string; round: string; village: string }

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

/** `fromD1`: what comes from D1 with each request, and so is asked less often: only read, or kept in the cache too. */
type Measured = { name: string; target: Target; fromD1?: Bare }
type Bare = 'read' | 'kept'

async function targetsOf(
  { host, id, token }: HostedCounty,
  { board, round, village }: Published,
): Promise<{ hello: Target; targets: Measured[] }> {
  // By name, each connection would first try IPv6.
  const origin = host.url.replace('localhost', '127.0.0.1')
  const boards = `${origin}/api/v1/public/counties/${id}/boards`
  const own = `${origin}/api/v1/counties/${id}`
  const page = (path: string): Target => ({ url: `${origin}/c/620423${path}`, status: 200 })
  // A page's address is part of its key: under another name of the host it is made anew.
  const anew = (path: string): Target => ({ ...page(path), headers: { host: `h{n}.localhost` } })
  const member = (path: string): Target => {
    return { url: `${own}${path}`, status: 200, headers: { authorization: `Bearer ${token}` } }
  }
  const json: Target = { url: `${boards}/${board}/latest`, status: 200 }
  return {
    hello: { url: `${origin}/healthz`, status: 200 },
    targets: [
      { name: 'board JSON, 151 villages', target: json },
      { name: 'board JSON, not modified', target: await notModified(json) },
      { name: 'board page, 151 villages', target: page(`/boards/${board}`) },
      { name: 'board page, not modified', target: await notModified(page(`/boards/${board}`)) },
      { name: 'village page', target: page(`/villages/${village}`) },
      { name: 'board page, made anew', target: anew(`/boards/${board}`), fromD1: 'kept' },
      { name: 'village page, made anew', target: anew(`/villages/${village}`), fromD1: 'kept' },
      { name: 'list of boards, from D1 each time', target: { url: boards, status: 200 }, fromD1: 'read' },
      { name: 'standings, from D1 each time', target: member(`/rounds/${round}/standings`), fromD1: 'read' },
      { name: 'explanation', target: member(`/rounds/${round}/standings/${village}`), fromD1: 'read' },
      { name: 'issue list', target: member('/issues?settled=false'), fromD1: 'read' },
    ],
  }
}

async function notModified({ url }: Target): Promise<Target> {
  const answer = await fetch(url)
  await answer.arrayBuffer()
  return { url, headers: { 'if-none-match': answer.headers.get('etag') ?? '' }, status: 304 }
}
