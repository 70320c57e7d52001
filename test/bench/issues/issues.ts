import type { IssueQuery } from '../../../schema/api/issues.ts'
import { keepClock } from '../../../worker/actions/assignments/keep-clock.ts'
import { issuesInReach } from '../../../worker/actions/issues/issues-in-reach.ts'
import { selectIssue } from '../../../worker/data/issues.ts'
import { everyFilter, filterName } from '../../support/issue-filters.ts'
import { type Ledger, manyIssues } from '../../support/many-issues.ts'
import { median } from '../median.ts'
import type { BenchRow } from '../ranking/engine.ts'
import { type HostedCounty, withHostedCounty } from '../rounds/hosted-county.ts'

const count = 50_000
const due = 2000
const runs = 31

/**
 * The ledger of a county with 50,000 issues: rows read by the first page of every filter the list offers, its time as a
 * ratio to one row found by its key on the same database right beside it, and what the clock reads to find what is due.
 */
export async function benchIssues(): Promise<BenchRow[]> {
  return withHostedCounty('620423', async (county) => {
    const ledger = await manyIssues(await county.context(), count, due)
    const pages = []
    for (const filter of everyFilter(ledger)) pages.push({ filter, ...(await page(county, filter)) })
    const beyond = pages.map(({ read, served }) => read - served)
    for (const { filter, read, served } of pages
      .toSorted((a, b) => b.read - b.served - (a.read - a.served))
      .slice(0, 12))
      console.log(`  ${String(read).padStart(6)} rows read for ${served} shown: ${filterName(filter)}`)
    const usual = pages
      .filter(({ filter }) => narrowings(filter) <= 1)
      .map(({ read, served }) => read - served)
    return [
      { name: 'filters, 50,000 issues', value: pages.length, unit: 'lists' },
      { name: 'rows beyond the page, one narrowing, worst', value: Math.max(...usual), unit: 'rows' },
      { name: 'rows beyond the page, all filters, median', value: median(beyond), unit: 'rows' },
      { name: 'rows beyond the page, all filters, worst', value: Math.max(...beyond), unit: 'rows' },
      ...(await times(county, ledger)),
      ...(await clock(county)),
    ]
  })
}

/** `served`: the issues of the page and the names of places and units that they show, a row each. */
async function page({ context }: HostedCounty, filter: IssueQuery) {
  const { db, member } = await context()
  const { items } = await issuesInReach({ db, member }, { ...filter, limit: 25 })
  const names = new Set(items.flatMap(({ area, lead }) => [area, lead]).filter((id) => id !== null))
  return { read: db.cost.rowsRead, served: items.length + names.size }
}

/** How many of place, kind, lead and source a filter names. */
function narrowings(filter: IssueQuery): number {
  return Object.keys(filter).filter((name) => !['settled', 'state', 'overdue'].includes(name)).length
}

/** Each page right after one row by its key, so that a busy machine slows both alike. */
async function times({ context }: HostedCounty, { townships, categories }: Ledger): Promise<BenchRow[]> {
  const { db, member } = await context()
  const timed = async (work: () => Promise<unknown>) => {
    const start = performance.now()
    await work()
    return performance.now() - start
  }
  const filters: IssueQuery[] = [
    { settled: 'false' },
    { township: townships[0] ?? '', category: categories[0] ?? '' },
  ]
  const rows: BenchRow[] = []
  for (const filter of filters) {
    const pairs: { own: number; one: number }[] = []
    for (let run = -5; run < runs; run++) {
      const one = await timed(() => db.together(selectIssue(db, `issue-${String(run + 5).padStart(6, '0')}`)))
      const own = await timed(() => issuesInReach({ db, member }, { ...filter, limit: 25 }))
      if (run >= 0) pairs.push({ own, one })
    }
    rows.push({
      ...{
        name: `first page, ${filterName(filter)}`,
        unit: 'ms',
        value: median(pairs.map(({ own }) => own)),
      },
      ...{
        baseline: median(pairs.map(({ one }) => one)),
        ratio: median(pairs.map(({ own, one }) => own / one)),
      },
    })
  }
  return rows
}

/** What the clock reads and writes for 2,000 issues that have just run out of time, and for none. */
async function clock({ context }: HostedCounty): Promise<BenchRow[]> {
  const busy = await context()
  await keepClock(busy)
  const idle = await context()
  await keepClock(idle)
  return [
    {
      name: 'clock, rows read for each issue just due',
      value: busy.db.cost.rowsRead / due,
      unit: 'rows',
    },
    { name: 'clock, rows read where none is due', value: idle.db.cost.rowsRead, unit: 'rows' },
  ]
}
