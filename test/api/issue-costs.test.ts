import { env } from 'cloudflare:workers'
import { SQLiteAsyncDialect } from 'drizzle-orm/sqlite-core'
import { beforeAll, expect, test } from 'vitest'
import type { IssueQuery } from '../../schema/api/issues.ts'
import { keepClock } from '../../worker/actions/assignments/keep-clock.ts'
import { filterOf, issuesInReach } from '../../worker/actions/issues/issues-in-reach.ts'
import { selectIssueList } from '../../worker/data/issue-lists.ts'
import { selectNamesOfPage } from '../../worker/data/names.ts'
import type { Statement } from '../../worker/data/statement.ts'
import { selectDueWork, selectNextWork } from '../../worker/data/work-clock.ts'
import { aCounty, type TestCounty } from '../support/county.ts'
import { everyFilter, filterName } from '../support/issue-filters.ts'
import { type Ledger, manyIssues } from '../support/many-issues.ts'
import { officeContext } from '../support/photos.ts'

// The bench has 50,000 issues; here there are fewer, on the same plans: what is read must not grow with the ledger.
const [few, many] = [400, 3000]
const due = 40
/** Rows a first page may read beside the issues it serves and the names that stand with them. */
const most = 8

type Filled = { county: TestCounty; ledger: Ledger }
let small: Filled
let large: Filled
beforeAll(async () => {
  small = await aLedger(few)
  large = await aLedger(many)
}, 60_000)

async function aLedger(count: number): Promise<Filled> {
  const county = await aCounty()
  return { county, ledger: await manyIssues(await officeContext(county), count, due) }
}

/** Rows read beside the page's issues and their names. */
async function beyond({ county }: Filled, query: IssueQuery): Promise<number> {
  const { db, member } = await officeContext(county)
  const before = db.cost.rowsRead
  const { items } = await issuesInReach({ db, member }, { ...query, limit: 25 })
  const names = items.flatMap(({ area, lead }) => [area, lead]).filter((id) => id !== null)
  return db.cost.rowsRead - before - items.length - names.length
}

test('the first page of the ledger reads hardly more than it serves, by whatever it is narrowed', async () => {
  const { townships, villages, units, categories } = large.ledger
  const [township = '', area = '', lead = '', category = ''] = [townships, villages, units, categories].map(
    ([one]) => one,
  )
  const narrowings: IssueQuery[] = [
    {},
    { township },
    { area },
    { lead },
    { category },
    { source: 'drone' },
    { township, category },
  ]
  const statuses: IssueQuery[] = [{ settled: 'false' }, { settled: 'true' }, {}]
  const read: [string, number][] = []
  for (const narrowing of narrowings)
    for (const status of statuses) {
      const filter = { ...narrowing, ...status }
      read.push([filterName(filter), await beyond(large, filter)])
    }
  const late = { settled: 'false', overdue: 'true' } as const
  for (const filter of [
    late,
    { ...late, township },
    { ...late, area },
    { ...late, lead },
    { state: 'rectifying' },
    { state: 'closed', township },
    { state: 'assigned', lead },
  ] as const)
    read.push([filterName(filter), await beyond(large, filter)])
  console.log(read.map(([name, rows]) => `${rows} ${name}`).join('; '))
  expect(read.filter(([, rows]) => rows > most)).toEqual([])
  // Of what is overdue there is no index by kind: as much is read as is overdue in the county.
  for (const filter of [
    { ...late, category },
    { ...late, source: 'drone' as const },
  ])
    expect(await beyond(large, filter), filterName(filter)).toBeLessThanOrEqual(large.ledger.overdue + 5)
})

test('every way to narrow the ledger begins at an index that knows more than the county', async () => {
  const { db } = await officeContext(large.county)
  const lists = everyFilter(large.ledger).map((filter): [string, Statement<unknown>] => [
    filterName(filter),
    selectIssueList(db, filterOf(filter), 26),
  ])
  const page = selectNamesOfPage(db, [large.ledger.villages[0] ?? '', large.ledger.units[0] ?? ''])
  const after = { nextAt: 0, id: '' }
  const others: [string, Statement<unknown>][] = [
    ['the names of a page', page ?? selectNextWork(db, 0)],
    ['what the clock has due', selectDueWork(db, Date.now(), 500, after)],
    ['when the clock strikes next', selectNextWork(db, Date.now())],
  ]
  const scans: string[] = []
  for (const [name, statement] of [...lists, ...others]) {
    for (const detail of await planOf(statement))
      if (/^SCAN (?!own$|CONSTANT ROW$|\(subquery)|\(county=\?\)$/.test(detail))
        scans.push(`${name}: ${detail}`)
  }
  expect(lists.length).toBeGreaterThan(100)
  expect(scans).toEqual([])
})

test('the clock reads what has just come due, however large the ledger', async () => {
  const cost = async ({ county }: Filled) => {
    const context = await officeContext(county)
    await keepClock(context)
    return context.db.cost.rowsRead
  }
  const [first, second] = [await cost(small), await cost(large)]
  console.log(`${due} due of ${few} and ${many} issues: ${first} and ${second} rows read`)
  expect(Math.abs(second - first)).toBeLessThan(first * 0.1)
  // Nothing is due any more: the clock looks, and sees only when it is to strike next.
  expect(await cost(large)).toBeLessThanOrEqual(5)
})

async function planOf(statement: Statement<unknown>): Promise<string[]> {
  const { sql, params } = new SQLiteAsyncDialect().sqlToQuery(statement.sql)
  const plan = env.SHARD_00.prepare(`explain query plan ${sql}`).bind(...params)
  return (await plan.all<{ detail: string }>()).results.map(({ detail }) => detail)
}
