import { publish } from '../../../worker/actions/publication/publish.ts'
import { closeRound } from '../../../worker/actions/rounds/close-round.ts'
import { aFullBoard } from '../../support/full-board.ts'
import { median } from '../median.ts'
import type { BenchRow } from '../ranking/engine.ts'
import { type HostedCounty, withHostedCounty } from '../rounds/hosted-county.ts'
import { requestsPerSecond, type Target } from './load.ts'

const runs = 11
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
    const measured = targets.map((target) => ({ ...target, pairs: [] as { own: number; hello: number }[] }))
    for (let run = -2; run < runs; run++) {
      for (const { pairs, target, share = 1 } of measured) {
        const plain = await requestsPerSecond(hello, requests * share, connections)
        const own = await requestsPerSecond(target, requests * share, connections)
        if (run >= 0) pairs.push({ own, hello: plain })
      }
    }
    const baseline = median(measured.flatMap(({ pairs }) => pairs.map((pair) => pair.hello)))
    return [
      { name: 'hello world', value: baseline, unit: 'rps' },
      ...measured.map(({ name, pairs }) => ({
        ...{ name, value: median(pairs.map(({ own }) => own)), unit: 'rps', baseline },
        ratio: median(pairs.map((pair) => pair.own / pair.hello)),
      })),
    ]
  })
}

async function aPublishedBoard({ context }: HostedCounty): Promise<string> {
  const board = await aFullBoard(await context())
  const round = await board.week(await context(), 1)
  await closeRound(await context(), round.id)
  await publish(await context(), round.id, {})
  return board.id
}

/** `share`: of the requests of a measurement, for what is slow. */
type Measured = { name: string; target: Target; share?: number }

async function targetsOf(
  { host, id }: HostedCounty,
  board: string,
): Promise<{ hello: Target; targets: Measured[] }> {
  // By name, each connection would first try IPv6.
  const origin = host.url.replace('localhost', '127.0.0.1')
  const boards = `${origin}/api/v1/public/counties/${id}/boards`
  const json: Target = { url: `${boards}/${board}/latest`, status: 200 }
  const page: Target = { url: `${origin}/c/620423/boards/${board}`, status: 200 }
  return {
    hello: { url: `${origin}/healthz`, status: 200 },
    targets: [
      { name: 'board JSON, 151 villages', target: json },
      { name: 'board JSON, not modified', target: await notModified(json) },
      { name: 'board page, 151 villages', target: page },
      { name: 'board page, not modified', target: await notModified(page) },
      { name: 'list of boards, from D1 each time', target: { url: boards, status: 200 }, share: 0.2 },
    ],
  }
}

async function notModified({ url }: Target): Promise<Target> {
  const answer = await fetch(url)
  await answer.arrayBuffer()
  return { url, headers: { 'if-none-match': answer.headers.get('etag') ?? '' }, status: 304 }
}
