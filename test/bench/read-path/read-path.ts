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
import { type Load, load, type Target } from './load.ts'

const runs = 7
const requests = 500
const connections = 16

/**
 * What everybody reads on a Friday evening, requests per second against /healthz: the same Worker on the same workerd
 * with nothing to look up. Each measurement stands right after one of /healthz, so that a busy machine slows both
 * alike; medians of the figures and of the ratios within these pairs.
 */
export async function benchReadPath(): Promise<BenchRow[]> {
  return withHostedCounty('620423', async (county) => {
    const { hello, targets } = await targetsOf(county, await aPublishedBoard(county))
    const measured = targets.map((target) => ({ ...target, pairs: [] as { own: Load; hello: Load }[] }))
    for (let run = -2; run < runs; run++) {
      for (const { pairs, target, share = 1 } of measured) {
        const plain = await load(hello, requests * share, connections)
        const own = await load(target, requests * share, connections)
        if (run >= 0) pairs.push({ own, hello: plain })
      }
    }
    const all = measured.flatMap(({ pairs }) => pairs.map((pair) => pair.hello))
    return [
      ...rowsOf('hello world', all),
      ...measured.flatMap(({ name, pairs }) =>
        rowsOf(
          name,
          pairs.map(({ own }) => own),
          pairs.map(({ hello }) => hello),
        ),
      ),
    ]
  })
}

/** Of a kind of request: how many a second, and how long, each against /healthz where that was asked beside it. */
function rowsOf(name: string, own: readonly Load[], hello?: readonly Load[]): BenchRow[] {
  const row = (label: string, unit: string, key: keyof Load): BenchRow => {
    const value = median(own.map((load) => load[key]))
    if (!hello) return { name: label, value, unit }
    const ratio = median(own.map((load, at) => load[key] / (hello[at]?.[key] ?? Number.NaN)))
    return { name: label, value, unit, ratio, baseline: median(hello.map((load) => load[key])) }
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

/** `share`: of the requests of a measurement, for what is slow. */
type Measured = { name: string; target: Target; share?: number }

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
      { name: 'board page, made anew', target: anew(`/boards/${board}`), share: 0.2 },
      { name: 'village page, made anew', target: anew(`/villages/${village}`), share: 0.2 },
      { name: 'list of boards, from D1 each time', target: { url: boards, status: 200 }, share: 0.2 },
      { name: 'standings, from D1 each time', target: member(`/rounds/${round}/standings`), share: 0.2 },
      { name: 'explanation', target: member(`/rounds/${round}/standings/${village}`), share: 0.2 },
      { name: 'issue list', target: member('/issues?settled=false'), share: 0.2 },
    ],
  }
}

async function notModified({ url }: Target): Promise<Target> {
  const answer = await fetch(url)
  await answer.arrayBuffer()
  return { url, headers: { 'if-none-match': answer.headers.get('etag') ?? '' }, status: 304 }
}
