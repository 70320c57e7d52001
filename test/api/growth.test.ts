import { createExecutionContext } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import { afterEach, beforeAll, expect, test, vi } from 'vitest'
import type { CountyContext } from '../../worker/actions/context.ts'
import { publish } from '../../worker/actions/publication/publish.ts'
import { closeRound } from '../../worker/actions/rounds/close-round.ts'
import { computeDraft } from '../../worker/actions/rounds/draft.ts'
import { keepTime } from '../../worker/actions/rounds/keep-time.ts'
import { requireRound } from '../../worker/actions/rounds/require-round.ts'
import { systemContext } from '../../worker/actions/tick.ts'
import { app } from '../../worker/app.ts'
import { forgetAllRecent } from '../../worker/data/recent.ts'
import type { Env } from '../../worker/env.ts'
import { aCounty, type TestCounty } from '../support/county.ts'
import {
  countyExports,
  countyReads,
  filledIn,
  type Known,
  publicReads,
} from '../support/years/county-reads.ts'
import { earlierWeeks } from '../support/years/earlier-weeks.ts'
import { knownOf } from '../support/years/known.ts'
import { rowsBeside, rowsNow, writeEarlier } from '../support/years/longer-past.ts'
import {
  type Begun,
  beginCounty,
  day,
  fridayBefore,
  presentWeek,
  settledWeek,
} from '../support/years/settled-week.ts'
import { reads } from '../tenancy/routes.ts'

// The bench measures one year and four of a county's data; here it is a quarter and a year, with less in each week, and
// ten rows a page: what is read must not grow with the past.
const [short, long] = [12, 48]
const size = { issues: 7, inspections: 3, complaints: 3, walks: 2 }
const limit = 10

const now = Date.now()
const silent = { send: async () => {}, sendBatch: async () => {} } as unknown as Env['JOBS']
let county: TestCounty
let begun: Begun
let known: Known
/** Rows read by a round's end and by each read, with the short past and the long one. */
let week: [Friday, Friday]
let read: { name: string; rows: [number, number] }[]

beforeAll(async () => {
  county = await aCounty('620423')
  begun = await beginCounty(at, now - 100 * day)
  const before = await rowsNow(county.db)
  await settledWeek(at, fridayBefore(now - 70 * day), begun, size)
  const earlier = earlierWeeks(await rowsBeside(county.db, before))
  const rounds = await presentWeek(at, now, begun, 12)
  known = await knownOf(await at(now), rounds, begun.board.id)
  await writeEarlier(county.db, earlier, 1, short)
  const first = await everyRead()
  const firstFriday = await friday(1)
  await writeEarlier(county.db, earlier, short + 1, long)
  const second = await everyRead()
  week = [firstFriday, await friday(2)]
  read = first.map(({ name, rows }, n) => ({ name, rows: [rows, second[n]?.rows ?? Number.NaN] }))
}, 120_000)
afterEach(() => vi.restoreAllMocks())

test('no list, page or feed reads more of a longer past', () => {
  console.log(
    read
      .toSorted((a, b) => grown(b) - grown(a))
      .slice(0, 8)
      .map(({ name, rows }) => `${name} ${rows.join(' → ')}`)
      .join('\n'),
  )
  expect(
    read.filter(({ name, rows: [first, second] }) => !(second <= first * 1.3 + (windows[name] ?? 3))),
  ).toEqual([])
})

test('every read of a county is measured, or carries all there is', () => {
  const known = [...Object.keys(countyReads), ...Object.keys(countyExports), ...single].map((path) =>
    shape(`/api/v1/counties/{county}${path}`),
  )
  expect(reads.map(({ path }) => path).filter((path) => !matches(known, path))).toEqual([])
})

test('a draft, a closing, a publication and the clock cost the same', () => {
  for (const [step, first] of Object.entries(week[0]))
    expect(week[1][step as keyof Friday], `${step}: ${first} before`).toBeLessThanOrEqual(first * 1.3 + 3)
})

/** Each serves the last so many of something, one row or a few for each; the short past has not got as many. */
const windows: Record<string, number> = {
  '/boards/{board}/banner': 11 * 100,
  '/c/{code}/archive': 2 * 45,
  '/c/{code}/boards/{board}/rounds': 45,
  '/c/{code}/villages/{village}': 26,
}

/** Reads of one thing by its key, and files made of one. */
const single = [
  ...['', '/audit/seals/{no}/digest', '/audit/verification', '/bulletins/{id}/document.docx'],
  ...['/bulletins/{id}/annex.xlsx', '/columns/{id}/photos/{photo}', '/field-codes/{code}'],
  // All that names one person, wherever it stands: for that person, now and then.
  ...['/members/{id}/personal-data', '/personal-data/own'],
  ...['/photos/{id}', '/photos/{id}/thumbnail', '/rounds/{id}/sheet', '/sheets/templates'],
  '/rounds/{id}/reports/{source}/{reporter}/sheet',
]

type Friday = Record<'draft' | 'closing' | 'publication' | 'clock', number>

/** Rows read by a round's end, `weeks` from now. */
async function friday(weeks: number): Promise<Friday> {
  const time = now + weeks * 7 * day
  const { id } = await begun.board.week(await at(time), 1 + (weeks % 2))
  const cost = async (work: (context: CountyContext) => Promise<unknown>) => {
    const context = await at(time)
    const before = context.db.cost.rowsRead
    await work(context)
    return context.db.cost.rowsRead - before
  }
  return {
    draft: await cost(async (context) =>
      computeDraft(context, (await requireRound(context, id, 'round.read')).round),
    ),
    closing: await cost((context) => closeRound(context, id)),
    publication: await cost((context) => publish(context, id, {})),
    clock: await cost((context) => keepTime(context)),
  }
}

function grown({ rows: [first, second] }: (typeof read)[number]): number {
  return second / Math.max(1, first)
}

/** Whether a shape is one of the known ones, a name in braces standing for any part. */
function matches(known: readonly string[], path: string): boolean {
  const parts = shape(path).split('/')
  return known.some((one) => {
    const own = one.split('/')
    return own.length === parts.length && own.every((part, n) => part === parts[n] || parts[n] === '{}')
  })
}

async function at(time: number) {
  const context = await systemContext({ ...env, JOBS: silent }, county.id, new Date(time))
  if (!context) throw new Error('the county is gone')
  return context
}

async function everyRead(): Promise<{ name: string; rows: number }[]> {
  const found: { name: string; rows: number }[] = []
  const paged = new Set(
    reads.filter(({ query }) => query.some(({ name }) => name === 'limit')).map(({ path }) => path),
  )
  for (const [path, queries] of Object.entries(countyReads))
    for (const query of queries) {
      const route = reads.find((one) => shape(one.path) === shape(`/api/v1/counties/{county}${path}`))
      const more = route && paged.has(route.path) ? `${query ? '&' : '?'}limit=${limit}` : ''
      found.push(await asked(path + query, county.at(filledIn(path + query + more, known))))
    }
  for (const path of publicReads) found.push(await asked(path, filledIn(path, known)))
  return found
}

function shape(path: string): string {
  return path.replace(/\{\w+\}/g, '{}')
}

let turn = 0
async function asked(name: string, path: string): Promise<{ name: string; rows: number }> {
  forgetAllRecent()
  const lines = vi.spyOn(console, 'log').mockImplementation(() => {})
  // A page's address is part of its key in the cache.
  const url = path.startsWith('/counties')
    ? `http://localhost/api/v1${path}`
    : `http://h${turn++}.localhost${path}`
  const cookie = `__Host-access=${county.office.cookie('__Host-access')}`
  const answer = await app.fetch(
    new Request(url, { headers: { cookie } }),
    { ...env, JOBS: silent, XIANGBANG_LOG: 'requests' },
    createExecutionContext(),
  )
  const text = await answer.text()
  const logged = lines.mock.calls.map(([line]) => JSON.parse(String(line)))
  vi.restoreAllMocks()
  expect(answer.status, `${path}: ${text.slice(0, 200)}`).toBe(200)
  return { name, rows: logged[0]?.rowsRead ?? Number.NaN }
}
