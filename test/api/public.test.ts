import { beforeAll, expect, test } from 'vitest'
import { PublicBoard, PublicBoardSummary } from '../../schema/api/public.ts'
import { aBoard, standingsOf } from '../support/board.ts'
import { Client } from '../support/client.ts'
import { aCounty, type TestCounty } from '../support/county.ts'
import { aPublishedWeek, ranksAlone } from '../support/friday.ts'

let county: TestCounty
const anyone = new Client()
beforeAll(async () => {
  county = await aCounty('620423')
})
const latest = (board: { id: string }, of = '620423') => `/public/counties/${of}/boards/${board.id}/latest`

async function shows(board: { id: string }, visibility: 'public' | 'members') {
  const changed = await county.office.patch(county.at(`/boards/${board.id}`), { visibility })
  expect(changed.status, changed.text).toBe(200)
}

test('a board is nobody’s business until the county makes it public, and again once it is hidden', async () => {
  const board = await aBoard(county, { policy: ranksAlone })
  const round = await aPublishedWeek(county, board)
  expect((await anyone.get(latest(board))).status).toBe(404)
  expect((await anyone.get('/public/counties/620423/boards')).body).toEqual({ items: [], nextCursor: null })

  await shows(board, 'public')
  const answer = await anyone.get(latest(board))
  expect(answer.status, answer.text).toBe(200)
  const body = PublicBoard.parse(answer.body)
  expect(body).toMatchObject({ board: board.id, round: round.id, no: 1, revision: 1, countyName: '景泰县' })
  const { standings, sha256 } = await standingsOf(county, county.office, round)
  expect(body.sha256).toBe(sha256)
  expect(body.standings).toEqual(standings.map(({ key: _, ...standing }) => standing))
  const list = (await anyone.get('/public/counties/620423/boards')).body as { items: unknown[] }
  const [summary] = list.items.map((item) => PublicBoardSummary.parse(item))
  // Two townships are the largest and alike: their first villages share the top, their last the bottom.
  const counts = { green: 2, yellow: 147, red: 2, unranked: 0 }
  expect(summary).toMatchObject({ board: board.id, sha256, counts })

  await shows(board, 'members')
  expect((await anyone.get(latest(board))).status).toBe(404)
  expect((await anyone.get('/public/counties/620423/boards')).body).toEqual({ items: [], nextCursor: null })
})

test('who has the newest already is told so, until a newer one is published', async () => {
  const board = await aBoard(county, { policy: ranksAlone, visibility: 'public' })
  await aPublishedWeek(county, board)
  const first = await anyone.get(latest(board))
  const etag = first.headers.get('etag') ?? ''
  expect(etag).toMatch(/^"[0-9a-f]{64}"$/)
  expect(first.headers.get('cache-control')).toContain('s-maxage=300')
  const again = await anyone.get(latest(board), { 'if-none-match': `W/${etag}` })
  expect(again.status).toBe(304)
  expect(again.text).toBe('')
  await aPublishedWeek(county, board)
  const newer = await anyone.get(latest(board), { 'if-none-match': etag })
  expect(newer.status).toBe(200)
  const { no, standings } = PublicBoard.parse(newer.body)
  expect(no).toBe(2)
  expect(standings.every(({ rank, previousRank }) => previousRank === rank)).toBe(true)
})

test('a public board with nothing published, an unknown one and another county’s are one and the same 404', async () => {
  const board = await aBoard(county, { policy: ranksAlone, visibility: 'public' })
  const other = await aCounty('410822', 1)
  const answers = [
    await anyone.get(latest(board)),
    await anyone.get(latest({ id: 'nothing' })),
    await anyone.get(latest(board, '410822')),
    await anyone.get(latest(board, '999999')),
    await anyone.get(latest(board, other.id)),
  ]
  const problems = answers.map(({ status, body }) => ({ status, type: (body as { type: string }).type }))
  expect(new Set(problems.map((problem) => JSON.stringify(problem)))).toEqual(
    new Set([JSON.stringify({ status: 404, type: '/problems/not-found' })]),
  )
})

test('a county on trial shows nothing, whatever it calls public', async () => {
  const twin = await aCounty('620423', 2)
  const board = await aBoard(twin, { policy: ranksAlone, visibility: 'public' })
  await aPublishedWeek(twin, board)
  expect((await anyone.get(latest(board, twin.id))).status).toBe(404)
  expect((await anyone.get(`/public/counties/${twin.id}/boards`)).status).toBe(404)
})
