import { median } from '../median.ts'
import type { BenchRow } from '../ranking/engine.ts'
import { type Logged, requestLog } from '../request-log.ts'
import { type HostedCounty, withHostedCounty } from '../rounds/hosted-county.ts'
import { asked, type Kind, kindsOf, sent, type Write } from './kinds.ts'

const clients = 8
const writes = 160
const runs = 3

/**
 * What people write, over HTTP by eight machines at once: a report of a county's 151 villages, an inspection, a step of
 * an issue, a photo of 300 KB. Writes per second against /healthz asked the same way in the same minute, and what one
 * costs: round trips to the databases (the caller's own look-up included), statements, rows.
 */
export async function benchWritePath(): Promise<BenchRow[]> {
  const log = requestLog()
  const work = async (county: HostedCounty) => {
    const kinds = await kindsOf(county)
    const rows: BenchRow[] = []
    for (const kind of kinds) rows.push(...(await measured(county, kind, log)))
    return rows
  }
  return withHostedCounty('620423', work, {
    vars: { XIANGBANG_LOG: 'requests' },
    workerLog: (message) => log.hear(message),
  })
}

async function measured(county: HostedCounty, kind: Kind, log: ReturnType<typeof requestLog>) {
  const rates: number[] = []
  const ratios: number[] = []
  for (let run = -1; run < runs; run++) {
    const all: Write[] = []
    for (let n = 0; n < writes; n++) all.push(await kind.next())
    const plain = await perSecond(all.length, () => asked(`${county.host.url}/healthz`, {}))
    log.forget()
    const own = await perSecond(all.length, () => sent(county, all.pop()))
    if (run < 0) continue
    rates.push(own)
    ratios.push(own / plain)
  }
  const lines = await log.of(kind.route, writes)
  const cost = (unit: string, pick: (line: Logged) => number): BenchRow => {
    return { name: `${kind.name}, ${unit}`, value: median(lines.map(pick)), unit }
  }
  const value = median(rates)
  const ratio = median(ratios)
  return [
    { name: `${kind.name}, writes per second`, value, unit: 'wps', ratio, baseline: value / ratio },
    cost('trips', ({ trips }) => trips),
    cost('statements', ({ statements }) => statements),
    cost('rows read', ({ rowsRead }) => rowsRead),
    cost('rows written', ({ rowsWritten }) => rowsWritten),
  ]
}

async function perSecond(count: number, one: () => Promise<void>): Promise<number> {
  let left = count
  const start = performance.now()
  const client = async () => {
    while (left-- > 0) await one()
  }
  await Promise.all(Array.from({ length: clients }, client))
  return (count * 1000) / (performance.now() - start)
}
