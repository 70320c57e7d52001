import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startHost } from '../../../worker/local/host.ts'
import { countyReads, filledIn, publicReads } from '../../support/years/county-reads.ts'
import { median } from '../median.ts'
import type { BenchRow } from '../ranking/engine.ts'
import { requestLog } from '../request-log.ts'
import { type Asked, ask } from './asked.ts'
import { type Exported, exportsOf } from './exports.ts'
import { type Seeded, seedYears } from './seed-years.ts'
import { writesOf } from './writes.ts'

const years = [1, 4] as const
const runs = 5
/** What is quicker than this, in milliseconds, tells more of the machine than of the query. */
const quick = 20

/**
 * One county with one year behind it and with four: 52 rounds and 10,000 issues a year, and as much open in both. What
 * every list, page and feed, a draft, a closing and a publication cost over HTTP, and the exports, four years against one.
 */
export async function benchGrowth(): Promise<BenchRow[]> {
  const folder = mkdtempSync(join(tmpdir(), 'xiangbang-growth-'))
  try {
    const [short, long] = await seedYears(folder, years)
    if (!short || !long) return []
    const [few, many] = [await measured(short), await measured(long)]
    return [...flat(few, many), ...linear(few.exports, many.exports)]
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

type Measured = { reads: Map<string, Asked>; writes: Map<string, Asked>; exports: Map<string, Exported> }

async function measured(seeded: Seeded): Promise<Measured> {
  const log = requestLog()
  const said = { vars: { XIANGBANG_LOG: 'requests' }, workerLog: (message: string) => log.hear(message) }
  const host = await startHost({ dataDir: seeded.dataDir, log: () => {}, ...said })
  const origin = host.url.replace('localhost', '127.0.0.1')
  const { token, known, county } = seeded
  try {
    const reads = new Map<string, Asked>()
    const inCounty = Object.entries(countyReads).flatMap(([path, queries]) =>
      queries.map((query) => path + query),
    )
    for (const read of inCounty) {
      const path = `/api/v1/counties/${county}${filledIn(read, known)}`
      reads.set(read, await ask(origin, { path, token }, log, runs))
    }
    for (const read of publicReads)
      reads.set(read, await ask(origin, { path: filledIn(read, known) }, log, runs))
    const writes = await writesOf(host, origin, seeded, log)
    return { reads, writes, exports: await exportsOf(origin, seeded, log) }
  } finally {
    await host.stop()
  }
}

/** What is to cost the same however long the past is. */
function flat(few: Measured, many: Measured): BenchRow[] {
  const pairs = [...few.reads, ...few.writes].flatMap(([name, one]) => {
    const four = many.reads.get(name) ?? many.writes.get(name)
    return four ? [{ name, one, four }] : []
  })
  for (const { name, one, four } of pairs.toSorted((a, b) => ratio(b, 'rows') - ratio(a, 'rows')))
    console.log(
      `  ${ratio({ one, four }, 'rows').toFixed(2)} × ${String(one.rows).padStart(6)} → ${String(four.rows).padStart(6)} rows` +
        `  ${one.ms.toFixed(1).padStart(6)} → ${four.ms.toFixed(1).padStart(6)} ms  ${one.bytes} → ${four.bytes} bytes` +
        `  ${one.statements} → ${four.statements} statements  ${name}`,
    )
  const slow = pairs.filter(({ four }) => four.ms >= quick)
  const of = (part: keyof Asked, some = pairs) => some.map((pair) => ratio(pair, part))
  const write = (name: string): BenchRow[] => {
    const [one, four] = [few.writes.get(name), many.writes.get(name)]
    if (!one || !four) return []
    return [
      {
        name: `${name}, rows read, 4 years`,
        value: four.rows,
        unit: 'rows',
        baseline: one.rows,
        ratio: ratio({ one, four }, 'rows'),
      },
      { name: `${name}, 4 years`, value: four.ms, unit: 'ms', baseline: one.ms, ratio: four.ms / one.ms },
    ]
  }
  return [
    { name: 'reads and writes measured', value: pairs.length, unit: 'kinds' },
    { name: 'rows read, 4 years to 1, worst', value: Math.max(...of('rows')), unit: '×' },
    { name: 'rows read, 4 years to 1, median', value: median(of('rows')), unit: '×' },
    { name: 'more than 1.3 × the rows', value: of('rows').filter((one) => one > 1.3).length, unit: 'kinds' },
    { name: 'statements, 4 years to 1, worst', value: Math.max(...of('statements')), unit: '×' },
    { name: 'bytes, 4 years to 1, worst', value: Math.max(...of('bytes')), unit: '×' },
    { name: 'milliseconds, 4 years to 1, median', value: median(of('ms')), unit: '×' },
    {
      name: `milliseconds of what takes ${quick}, 4 years to 1, worst`,
      value: Math.max(1, ...of('ms', slow)),
      unit: '×',
    },
    ...[...few.writes.keys()].flatMap(write),
  ]
}

function ratio({ one, four }: { one: Asked; four: Asked }, part: keyof Asked): number {
  // A few more are no growth: a page's last rows, a name more to look up.
  const slack = part === 'rows' ? 10 : 0
  return four[part] <= one[part] + slack
    ? Math.min(1, four[part] / Math.max(1, one[part]))
    : four[part] / Math.max(1, one[part])
}

/** What carries all there is. */
function linear(few: ReadonlyMap<string, Exported>, many: ReadonlyMap<string, Exported>): BenchRow[] {
  return [...few].flatMap(([name, one]): BenchRow[] => {
    const four = many.get(name)
    if (!four) return []
    const row = (label: string, unit: string, part: keyof Exported): BenchRow => {
      return {
        name: `${name}, ${label}`,
        value: four[part],
        unit,
        baseline: one[part],
        ratio: four[part] / one[part],
      }
    }
    return [
      row('4 years', 'ms', 'ms'),
      row('bytes', 'KB', 'kilobytes'),
      row('runtime memory at most', 'MB', 'megabytes'),
    ]
  })
}
