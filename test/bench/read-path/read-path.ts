import { publish } from '../../../worker/actions/publication/publish.ts'
import { closeRound } from '../../../worker/actions/rounds/close-round.ts'
import { aFullBoard } from '../../support/full-board.ts'
import { median } from '../median.ts'
import type { BenchRow } from '../ranking/engine.ts'
import { type HostedCounty, withHostedCounty } from '../rounds/hosted-county.ts'
import { requestsPerSecond, type Target } from './load.ts'

const runs = 11
const requests = 400
const connections = 16

/**
 * What everybody reads on a Friday evening, requests per second against /healthz: the same Worker on the same workerd
 * with nothing to look up. Medians of interleaved runs, so that a busy machine slows all alike.
 */
export async function benchReadPath(): Promise<BenchRow[]> {
  return withHostedCounty('620423', async (county) => {
    const targets = await targetsOf(county, await aPublishedBoard(county))
    const measured = new Map(Object.keys(targets).map((name) => [name, [] as number[]]))
    for (let run = -3; run < runs; run++) {
      for (const [name, target] of Object.entries(targets)) {
        const figure = await requestsPerSecond(target, requests, connections)
        if (run >= 0) measured.get(name)?.push(figure)
      }
    }
    const [[yardstick, hello] = ['', []], ...others] = measured
    const baseline = median(hello)
    return [
      { name: yardstick, value: baseline, unit: 'rps' },
      ...others.map(([name, figures]) => {
        // Of the ratios within each run: what else the machine does changes from run to run.
        const ratio = median(figures.map((figure, run) => figure / (hello[run] ?? Number.NaN)))
        return { name, value: median(figures), unit: 'rps', baseline, ratio }
      }),
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

/** The yardstick first. */
async function targetsOf({ host, id }: HostedCounty, board: string): Promise<Record<string, Target>> {
  // By name, each connection would first try IPv6.
  const origin = host.url.replace('localhost', '127.0.0.1')
  const boards = `${origin}/api/v1/public/counties/${id}/boards`
  const json = `${boards}/${board}/latest`
  const page = `${origin}/c/620423/boards/${board}`
  return {
    'hello world': { url: `${origin}/healthz`, status: 200 },
    'board JSON, 151 villages': { url: json, status: 200 },
    'board JSON, not modified': { url: json, headers: await known(json), status: 304 },
    'board page, 151 villages': { url: page, status: 200 },
    'board page, not modified': { url: page, headers: await known(page), status: 304 },
    'list of boards, read from D1 each time': { url: boards, status: 200 },
  }
}

async function known(url: string): Promise<Record<string, string>> {
  const answer = await fetch(url)
  await answer.arrayBuffer()
  return { 'if-none-match': answer.headers.get('etag') ?? '' }
}
