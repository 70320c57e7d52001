import { env } from 'cloudflare:workers'
import { afterEach, beforeAll, expect, test, vi } from 'vitest'
import type { Board, Round } from '../../schema/api/boards.ts'
import { app } from '../../worker/app.ts'
import { aBoard } from '../support/board.ts'
import { aCounty, type TestCounty } from '../support/county.ts'
import { aPublishedWeek, ranksAlone } from '../support/friday.ts'

let county: TestCounty
let board: Board
let round: Round

beforeAll(async () => {
  county = await aCounty('620423')
  board = await aBoard(county, { policy: ranksAlone, visibility: 'public' })
  round = await aPublishedWeek(county, board)
})
afterEach(() => {
  vi.restoreAllMocks()
  vi.useRealTimers()
})

type Asked = { status: number; text: string; headers: Headers; trips: number; rowsRead: number }

/** A page as any reader gets it, with what it cost at D1. */
async function ask(path: string, headers: Record<string, string> = {}): Promise<Asked> {
  const lines = vi.spyOn(console, 'log').mockImplementation(() => {})
  const after: Promise<unknown>[] = []
  const context = {
    waitUntil: (work: Promise<unknown>) => after.push(work),
    passThroughOnException() {},
    props: {},
  }
  const bindings = { ...env, XIANGBANG_LOG: 'requests' }
  const answer = await app.fetch(new Request(`http://localhost${path}`, { headers }), bindings, context)
  await Promise.all(after)
  const { trips, rowsRead } = JSON.parse(String(lines.mock.calls.at(-1)?.[0]))
  return { status: answer.status, text: await answer.text(), headers: answer.headers, trips, rowsRead }
}

/** Six minutes on, nothing stays in the isolate's memory; what the location's cache keeps has a clock of its own. */
function inAnotherIsolate() {
  vi.useRealTimers()
  ahead += 360_000
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + ahead })
}
let ahead = 0

test('a page is made once; whoever comes next costs no row, and another isolate two: the county and its version', async () => {
  const path = `/c/620423/boards/${board.id}`
  const first = await ask(path)
  expect(first.status).toBe(200)
  expect(first.trips).toBeLessThanOrEqual(3)
  expect(await ask(path)).toMatchObject({ trips: 0, rowsRead: 0, text: first.text })
  inAnotherIsolate()
  const elsewhere = await ask(path)
  expect(elsewhere).toMatchObject({ trips: 2, rowsRead: 2, text: first.text })
  expect(elsewhere.headers.get('etag')).toBe(first.headers.get('etag'))
})

test('a village’s page takes one read of CONTROL and three of its county, and none where it is kept', async () => {
  const path = `/c/620423/villages/${county.areas.find(({ level }) => level === 'village')?.id}`
  inAnotherIsolate()
  expect((await ask(path)).trips).toBe(4)
  expect((await ask(path)).trips).toBe(0)
})

test('no reader sees what a correction has replaced: the kept page has another key', async () => {
  const path = `/c/620423/boards/${board.id}`
  const [village] = county.villagesOf(county.townships[0]?.id ?? '')
  const before = await ask(path)
  expect(before.text).not.toContain('（已更正）')
  const amendments = [{ source: 'township', subject: village?.id, value: 3 }]
  const revised = await county.office.post(county.at(`/rounds/${round.id}/revisions`), {
    ...{ reason: '录错', amendments },
  })
  expect(revised.status, revised.text).toBe(201)
  const after = await ask(path, { 'if-none-match': before.headers.get('etag') ?? '' })
  expect(after.status).toBe(200)
  expect(after.text).toContain('第 2 版（已更正）')
  inAnotherIsolate()
  expect((await ask(path)).text).toContain('第 2 版（已更正）')
})

test('what is hidden again is gone at once, from memory and cache alike', async () => {
  const path = `/c/620423/boards/${board.id}`
  expect((await ask(path)).status).toBe(200)
  await county.office.patch(county.at(`/boards/${board.id}`), { visibility: 'members' })
  expect((await ask(path)).status).toBe(404)
  await county.office.patch(county.at(`/boards/${board.id}`), { visibility: 'public' })
  expect((await ask(path)).status).toBe(200)
})

test('the key is what the page follows from: cookies and parameters it does not read change nothing', async () => {
  const path = `/c/620423/boards/${board.id}`
  const plain = await ask(path)
  expect(await ask(`${path}?utm_source=chat&page=%FF`, { cookie: 'lang=en; a=b' })).toMatchObject({
    ...{ rowsRead: 0, text: plain.text },
  })
  const english = await ask(`${path}?lang=en`)
  expect(english.text).toContain('<html lang="en">')
  expect(english.headers.get('etag')).not.toBe(plain.headers.get('etag'))
  expect(english.headers.get('set-cookie')).toBeNull()
})
