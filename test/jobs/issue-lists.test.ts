import { env } from 'cloudflare:workers'
import { eq } from 'drizzle-orm'
import { SQLiteAsyncDialect } from 'drizzle-orm/sqlite-core'
import { beforeAll, expect, test } from 'vitest'
import { type IssueState, issueStates } from '../../schema/api/issues.ts'
import { issue as issueTable } from '../../schema/tables/county.ts'
import { type IssueFilter, selectIssueList } from '../../worker/data/issue-lists.ts'
import { shardOf } from '../../worker/data/shards.ts'
import { isSettled } from '../../worker/domain/issues/states.ts'
import { clockAt } from '../support/board.ts'
import { aCounty, type TestCounty } from '../support/county.ts'
import { raised, withCatalogue } from '../support/issues.ts'

let county: TestCounty
let township: string
let village: string
const page = 25
beforeAll(async () => {
  county = await aCounty('620423', 1)
  await withCatalogue(county)
  township = county.townships[0]?.id ?? ''
  village = county.villagesOf(township)[0]?.id ?? ''
  await aLedger(12_000)
})

/** What a list costs beyond the rows it shows, and how many it shows. */
async function costOf(filter: IssueFilter): Promise<{ rows: number; beyond: number }> {
  const { db } = await clockAt(county, new Date())
  const [rows] = await db.together(selectIssueList(db, filter, page + 1))
  const shown = Math.min(rows.length, page)
  return { rows: shown, beyond: db.cost.rowsRead - shown }
}

const plain: [string, () => IssueFilter][] = [
  ['all', () => ({})],
  ['open', () => ({ settled: false })],
  ['closed', () => ({ state: 'closed' })],
  ['waiting for verification', () => ({ state: 'rectified' })],
  ['a rare state', () => ({ state: 'deferred' })],
  ['overdue', () => ({ overdue: true })],
  ['open in a township', () => ({ township, settled: false })],
  ['of a state in a township', () => ({ township, state: 'returned' })],
  ['overdue in a township', () => ({ township, overdue: true })],
  ['open of a category in a township', () => ({ township, category: 'sewage', settled: false })],
  ['open of a category', () => ({ category: 'sewage', settled: false })],
  ['open of a source', () => ({ source: 'drone', settled: false })],
  ['open that a village leads', () => ({ lead: village, settled: false })],
  ['of a state that a village leads', () => ({ lead: village, state: 'rectified' })],
  ['open in a village', () => ({ area: village, settled: false })],
  ['of a state in a village', () => ({ area: village, state: 'rectified' })],
  ['of a rare state of a category', () => ({ category: 'sewage', state: 'deferred' })],
  ['of a rare state of a source', () => ({ source: 'drone', state: 'deferred' })],
  ['overdue of a category', () => ({ category: 'sewage', overdue: true })],
  ['overdue that a village leads', () => ({ lead: village, overdue: true })],
  ['overdue in a village', () => ({ area: village, overdue: true })],
]

test.each(plain)('%s: a page reads hardly more than it shows', async (name, filter) => {
  const { rows, beyond } = await costOf(filter())
  console.log(name, JSON.stringify({ rows, beyond }))
  expect(rows).toBeGreaterThan(0)
  expect(beyond).toBeLessThanOrEqual(25)
})

const mixed: [string, () => IssueFilter][] = [
  ['a township’s, open or not', () => ({ township })],
  ['a category’s, open or not', () => ({ category: 'sewage' })],
  ['what a unit leads or assists with', () => ({ worker: village, settled: false })],
  ['a village’s of a rare state', () => ({ area: village, state: 'deferred' })],
]

test.each(mixed)('%s: merged from runs, each read as far as the page goes', async (name, filter) => {
  const { rows, beyond } = await costOf(filter())
  console.log(name, JSON.stringify({ rows, beyond }))
  expect(beyond).toBeLessThanOrEqual(25)
})

test('every filter is found by an index, in order', async () => {
  for (const [name, filter] of [...plain, ...mixed]) {
    const { sql, params } = new SQLiteAsyncDialect().sqlToQuery(selectIssueList(county.db, filter(), 26).sql)
    const plan = await shardOf(env, county.shard)
      .prepare(`explain query plan ${sql}`)
      .bind(...params)
      .all<{ detail: string }>()
    const details = plan.results.map(({ detail }) => detail).join('\n')
    expect(details, name).not.toMatch(/SCAN issue|\(county=\?\)$/m)
    expect(details, name).toMatch(/USING (COVERING )?INDEX issue_/)
  }
})

test('pages follow each other without a gap or a repeat, whatever they are made of', async () => {
  const all = await county.db.find(issueTable, eq(issueTable.township, township), {
    pick: ['no'],
    orderBy: issueTable.no,
    descending: true,
    limit: 120,
  })
  const paged: number[] = []
  let before: number | undefined
  while (paged.length < 120) {
    const [rows] = await county.db.together(selectIssueList(county.db, { township }, 40, before))
    paged.push(...rows.map(({ no }) => no))
    before = rows.at(-1)?.no
  }
  expect(paged).toEqual(all.map(({ no }) => no))
})

/** A ledger of a county that has been at it for a while: most of it closed, a tenth open, all categories and townships. */
async function aLedger(size: number): Promise<void> {
  const first = await raised(county)
  const [like] = await county.db.find(issueTable, eq(issueTable.id, first.id))
  if (!like) throw new Error('nothing to copy')
  const categories = ['pile-waste', 'sewage', 'toilets', 'route-waste', 'disorder-parking']
  const sources = ['inspection', 'self_check', 'drone', 'complaint'] as const
  const villages = county.townships.flatMap(({ id }) =>
    county.villagesOf(id).map((one) => ({ ...one, township: id })),
  )
  const rows = Array.from({ length: size }, (_, i) => {
    const place = villages[(i * 7) % villages.length]
    const open = i % 10 === 0
    const state = open ? (openStates[(i / 10) % openStates.length] ?? 'found') : 'closed'
    const late = open && i % 30 === 0
    // Of every kind and source in every state.
    const turn = i + Math.floor(i / 10) + Math.floor(i / 100)
    return {
      ...{ ...like, id: `one-${i}`, no: i + 2, state, settled: isSettled(state) },
      ...{ area: place?.id ?? '', village: place?.id ?? '', township: place?.township ?? '' },
      ...{
        lead: place?.id ?? '',
        category: categories[turn % 5] ?? '',
        source: sources[turn % 4] ?? 'drone',
      },
      overdueAt: late ? like.receivedAt : null,
    }
  })
  await county.db.write(...county.db.insertAll(issueTable, rows))
}

/** Open states as they come: one in twenty deferred. */
const openStates: IssueState[] = Array.from({ length: 20 }, (_, i) => {
  const common = issueStates.filter((state) => !isSettled(state) && state !== 'deferred')
  return i === 0 ? 'deferred' : (common[i % common.length] ?? 'found')
})
