import { publish } from '../../../worker/actions/publication/publish.ts'
import { closeRound } from '../../../worker/actions/rounds/close-round.ts'
import { refreshDraft } from '../../../worker/actions/rounds/draft.ts'
import { selectStale } from '../../../worker/data/drafts.ts'
import type { Cost } from '../../../worker/data/meter.ts'
import { aFullBoard, type FullBoard } from '../../support/full-board.ts'
import { median } from '../median.ts'
import type { BenchRow } from '../ranking/engine.ts'
import { type HostedCounty, withHostedCounty } from './hosted-county.ts'

const weeks = 5

/** A county's Friday on a local host, every report in: closing, the draft computed anew, publication. */
export async function benchRounds(): Promise<BenchRow[]> {
  const rows: BenchRow[] = []
  for (const code of ['620423', '310115']) rows.push(...(await withHostedCounty(code, benchCounty)))
  return rows
}

async function benchCounty(county: HostedCounty): Promise<BenchRow[]> {
  const board = await aFullBoard(await county.context())
  // The first week has no past and meets a cold Worker.
  await weekOverHttp(county, board, 0)
  const times: Times[] = []
  for (let week = 1; week <= weeks; week++) times.push(await weekOverHttp(county, board, week))
  const costs: RoundCost[] = []
  for (let week = 1; week <= 3; week++) costs.push(await weekMetered(county, board, weeks + week))

  const of = (name: string) => `${name}, ${board.villages} villages`
  const time = (name: string, pick: (times: Times) => number): BenchRow => {
    return { name: of(name), value: median(times.map(pick)), unit: 'ms' }
  }
  const count = (name: string, unit: string, pick: (cost: RoundCost) => number): BenchRow => {
    return { name: of(name), value: median(costs.map(pick)), unit }
  }
  return [
    time('close', ({ close }) => close),
    time('recompute and read the draft', ({ draft }) => draft),
    time('publish', ({ freeze }) => freeze),
    time('close, recompute, publish', ({ close, draft, freeze }) => close + draft + freeze),
    count('D1 time of these', 'ms', ({ milliseconds }) => milliseconds),
    count('round trips', 'trips', ({ trips }) => trips),
    count('statements', 'sql', ({ statements }) => statements),
    count('reports', 'rows', ({ reports }) => reports),
    count('rows read', 'rows', ({ rowsRead }) => rowsRead),
    count('rows read beside the reports', 'rows', ({ reports, rowsRead }) => rowsRead - reports),
    count('rows written', 'rows', ({ rowsWritten }) => rowsWritten),
    count('rows written beyond one a village', 'rows', ({ rowsWritten }) =>
      Math.max(0, rowsWritten - board.villages),
    ),
  ]
}

/** What a week costs in both databases, and how many reports it has. */
type RoundCost = Cost & { reports: number }

/** Wall time in milliseconds, as the office's own machine sees it. */
type Times = { close: number; draft: number; freeze: number }

async function weekOverHttp(county: HostedCounty, board: FullBoard, week: number): Promise<Times> {
  const { id } = await board.week(await county.context(), week)
  const round = `/rounds/${id}`
  return {
    close: await timed(county, 'PUT', `${round}/closure`),
    draft: await timed(county, 'GET', `${round}/standings`),
    freeze: await timed(county, 'PUT', `${round}/publication`),
  }
}

async function timed({ host, id, token }: HostedCounty, method: string, path: string): Promise<number> {
  const start = performance.now()
  const headers = { authorization: `Bearer ${token}` }
  const answer = await fetch(`${host.url}/api/v1/counties/${id}${path}`, { method, headers })
  const text = await answer.text()
  if (answer.status !== 200) throw new Error(`${method} ${path} answered ${answer.status}: ${text}`)
  return performance.now() - start
}

/** The same three steps in this process, for what they cost in both databases. */
async function weekMetered({ context }: HostedCounty, board: FullBoard, week: number): Promise<RoundCost> {
  const { id, reports } = await board.week(await context(), week)
  const office = await context()
  await closeRound(office, id)
  // Which drafts are stale the clock asks once for all of a county's rounds.
  const [stale] = await (await context()).db.together(selectStale(office.db, office.now.toISOString()))
  for (const of of stale) await refreshDraft(office, of)
  await publish(office, id, {})
  return { ...office.db.cost, reports }
}
