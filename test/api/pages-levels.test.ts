import { beforeAll, describe, expect, test } from 'vitest'
import type { Board, Shows } from '../../schema/api/boards.ts'
import type { PublicBoard } from '../../schema/api/public.ts'
import { aBoard } from '../support/board.ts'
import { Client } from '../support/client.ts'
import { aCounty, type TestCounty } from '../support/county.ts'
import { aPublishedWeek, ranksAlone } from '../support/friday.ts'

let county: TestCounty
let board: Board
const reader = new Client()

beforeAll(async () => {
  county = await aCounty('620423')
  board = await aBoard(county, { policy: ranksAlone })
  // In the second week a township turns its list round, so that the order of the ranks is not that of the codes.
  await aPublishedWeek(county, board)
  await aPublishedWeek(county, board, [county.townships[0]?.id ?? ''])
})

async function shows(change: { visibility?: 'members' | 'public'; shows?: Shows }) {
  const changed = await county.office.patch(county.at(`/boards/${board.id}`), change)
  expect(changed.status, changed.text).toBe(200)
}

const village = () => county.villagesOf(county.townships[0]?.id ?? '')[0]?.id ?? ''

/** Everything the public can reach of the board: pages, data. */
async function everything() {
  const site = '/c/620423'
  const [whole, round, rounds, archive, about, one, home, json, list] = await Promise.all([
    reader.get(`${site}/boards/${board.id}`),
    reader.get(`${site}/boards/${board.id}/rounds/2`),
    reader.get(`${site}/boards/${board.id}/rounds`),
    reader.get(`${site}/archive`),
    reader.get(`${site}/about`),
    reader.get(`${site}/villages/${village()}`),
    reader.get(site),
    reader.get(`/public/counties/620423/boards/${board.id}/latest`),
    reader.get('/public/counties/620423/boards'),
  ])
  return { whole, round, rounds, archive, about, one, home, json, list }
}

const heads = (text: string) => [...text.matchAll(/<th scope="col"[^>]*>([^<]+)</g)].map(([, head]) => head)

test('nothing, the default: every address is the same 404', async () => {
  const { list, ...pages } = await everything()
  expect(Object.values(pages).map(({ status }) => status)).toEqual(Array(8).fill(404))
  expect(list.body).toEqual({ items: [], nextCursor: null })
})

describe('bands', () => {
  test('show colours by code, so that no order tells a rank, and nothing else anywhere', async () => {
    await shows({ visibility: 'public', shows: 'bands' })
    const { whole, round, one, home, json } = await everything()
    const { standings, shows: level } = json.body as PublicBoard
    expect(level).toBe('bands')
    expect(Object.keys(standings[0] ?? {}).sort()).toEqual(
      ['band', 'name', 'streak', 'subject', 'township', 'townshipName'].sort(),
    )
    for (const band of ['green', 'yellow', 'red']) {
      const subjects = standings.filter((standing) => standing.band === band).map(({ subject }) => subject)
      expect(subjects).toEqual([...subjects].sort())
    }
    expect(standings.map(({ band }) => band).join()).toMatch(/^(green,)+(yellow,)+(red,?)+$/)
    for (const { text } of [whole, round]) {
      expect(heads(text)).toEqual(['村', '乡镇', '三色'])
      expect(text).not.toMatch(/▲|▼|class="edge"|得分|class="moved"/)
      const rows = [...text.matchAll(/<tr class="\w+">.*?villages\/([^"?]+)"/g)].map(([, id]) => id)
      expect(rows).toEqual(standings.map(({ subject }) => subject))
    }
    expect(heads(one.text)).toEqual(['期', '截止日期', '三色'])
    expect(one.text).not.toMatch(/第 \d+ 名|得分|为什么|<svg class="trend"/)
    expect(home.text).not.toMatch(/本期前五名|第 \d+ 名/)
  })
})

test('ranks add places and how they moved; scores the scores; explanations why', async () => {
  await shows({ shows: 'ranks' })
  const ranks = await everything()
  expect(heads(ranks.whole.text)).toEqual(['名次', '村', '乡镇', '三色', '较上期'])
  expect(ranks.json.text).not.toContain('"score"')
  expect(ranks.one.text).toMatch(/第 \d+ 名/)
  expect(ranks.one.text).not.toMatch(/得分 |为什么是/)
  await shows({ shows: 'scores' })
  const scores = await everything()
  expect(heads(scores.whole.text)).toContain('得分')
  expect(scores.json.text).toContain('"score"')
  expect(scores.one.text).not.toContain('为什么是')
  await shows({ shows: 'explanations' })
  const all = await everything()
  expect(all.one.text).toContain('为什么是这个名次')
  const { etag } = Object.fromEntries(all.json.headers)
  expect(etag).not.toBe(ranks.json.headers.get('etag'))
})

test('the archive leads to every published round; what is corrected says so', async () => {
  const { archive, rounds, round } = await everything()
  for (const { text } of [archive, rounds]) {
    expect([...text.matchAll(/rounds\/(\d+)"/g)].map(([, no]) => no)).toEqual(['2', '1'])
  }
  expect(round.text.match(/<tr class="(green|yellow|red)">/g)).toHaveLength(151)
  for (const no of ['3', '0', '01', '-1', '1e1', 'x', '99999999999']) {
    expect((await reader.get(`/c/620423/boards/${board.id}/rounds/${no}`)).status, no).toBe(404)
  }
  const { items } = (await county.office.get(county.at(`/boards/${board.id}/rounds`))).body as {
    items: { id: string; no: number }[]
  }
  const first = items.find(({ no }) => no === 1)?.id
  const amendments = [{ source: 'township', subject: village(), value: 9 }]
  await county.office.post(county.at(`/rounds/${first}/revisions`), { reason: '录错', amendments })
  const corrected = await reader.get(`/c/620423/boards/${board.id}/rounds/1`)
  expect(corrected.text).toContain('第 2 版（已更正）')
  expect(corrected.text).not.toContain('录错')
  expect((await reader.get('/c/620423/archive')).text.match(/（已更正）/g)?.length).toBeGreaterThan(0)
})

test('the rules are those of the published round, in plain words', async () => {
  const { about } = await everything()
  expect(about.text).toContain('每周一期，周五 18:00 截止。')
  expect(about.text).toContain('报名次，第 1 名最好、只在本乡镇里比、必须报齐')
  expect(about.text).toContain('红色：约谈包村领导、村主要负责人，3 天内办完。')
  expect(about.text).toContain('连续 2 期红色：约谈乡镇分管领导、乡镇主要领导，3 天内办完。')
  const english = await reader.get('/c/620423/about?lang=en')
  expect(english.text).toContain('Red 2 rounds running: interview with')
})
