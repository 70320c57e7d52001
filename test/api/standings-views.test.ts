import { beforeAll, expect, test } from 'vitest'
import type { Board, Round } from '../../schema/api/boards.ts'
import type { BoardSeries } from '../../schema/api/history.ts'
import type { RoundInput } from '../../schema/api/ranking.ts'
import type { StandingExplanation } from '../../schema/api/standings.ts'
import { history } from '../../schema/tables/county.ts'
import { rank } from '../../worker/domain/ranking/rank.ts'
import {
  aBoard,
  anOpenRound,
  aUnit,
  bare,
  inOrder,
  sends,
  standingsOf,
  twoSources,
} from '../support/board.ts'
import { aCounty, type TestCounty } from '../support/county.ts'

let jingtai: TestCounty
let board: Board
let round: Round
let township: string

/** One township has ranked its villages, and one village has a score. */
beforeAll(async () => {
  jingtai = await aCounty('620423')
  await aUnit(jingtai, 'group-1')
  township = jingtai.townships[0]?.id ?? ''
  board = await aBoard(jingtai, {
    policy: { ...twoSources, bands: { green: { top: 2 }, red: { bottom: 2 } } },
  })
  round = await anOpenRound(jingtai, board)
  await sends(jingtai, jingtai.office, round, 'township', township, inOrder(jingtai, township))
})

test('whoever designs rules gets what a round was ranked from, and ranking it again gives its standings', async () => {
  const { office, at, member } = jingtai
  const path = at(`/rounds/${round.id}/inputs`)
  const answer = await office.get(path)
  expect(answer.status, answer.text).toBe(200)
  expect(rank(answer.body as RoundInput)).toEqual(bare(await standingsOf(jingtai, office, round)))

  // Raw reports are not for those who report; a township's leader sees none of an open round of the county's board.
  expect((await (await member('township_reporter', township)).get(path)).status).toBe(403)
  expect((await (await member('township_leader', township)).get(path)).status).toBe(403)
  expect((await (await member('county_leader')).get(path)).status).toBe(200)
  expect((await office.get(at('/rounds/nothing/inputs'))).status).toBe(404)
})

test('why says what would have changed the band, and saying so to the round changes it', async () => {
  const { office, at, villagesOf } = jingtai
  const villages = villagesOf(township)
  const red = villages.at(-1)?.id ?? ''
  const shown = await office.get(at(`/rounds/${round.id}/standings/${red}`))
  const { nearest } = shown.body as StandingExplanation
  // As many ranks as the last but two would share its place, and a tie at the cut-off is in.
  const missing = villages.length - 3
  expect(nearest).toEqual([
    {
      ...{ source: 'township', kind: 'rank', direction: 'better', value: villages.length },
      ...{ instead: missing, band: 'yellow', rank: missing },
    },
  ])
  const entries = inOrder(jingtai, township).map((entry) =>
    entry.subject === red ? { ...entry, value: nearest[0]?.instead ?? 0 } : entry,
  )
  await sends(jingtai, office, round, 'township', township, entries)
  const { standings } = await standingsOf(jingtai, office, round)
  expect(standings.find(({ subject }) => subject === red)).toMatchObject({
    ...{ band: nearest[0]?.band, rank: nearest[0]?.rank },
  })
})

test('a board’s last weeks come in one answer, oldest first, gaps kept', async () => {
  const { office, at, db, villagesOf, member } = jingtai
  const other = await aBoard(jingtai, { policy: twoSources })
  const [first = '', second = ''] = villagesOf(township).map(({ id }) => id)
  const week = (no: number, standings: object) =>
    db.insert(history, {
      ...{ board: other.id, no, round: null, closedAt: `2026-01-0${no}T10:00:00.000Z`, carried: {} },
      standings: standings as never,
    })
  await db.write(
    week(1, { [first]: { band: 'red', streak: 1 } }),
    week(2, {
      [first]: { band: 'red', streak: 2, rank: 9 },
      [second]: { band: 'green', streak: 1, rank: 1 },
    }),
    week(3, { [first]: { band: 'yellow', streak: 1, rank: 5 } }),
  )
  const path = at(`/boards/${other.id}/series`)
  const reader = await member('village_secretary', first)
  const all = (await reader.get(path)).body as BoardSeries
  expect(all.rounds.map(({ no, ranked }) => [no, ranked])).toEqual([
    [1, 1],
    [2, 2],
    [3, 1],
  ])
  expect(all.subjects).toEqual({
    [first]: { ranks: [null, 9, 5], bands: 'rry' },
    [second]: { ranks: [null, 1, null], bands: '-g-' },
  })
  const last = (await office.get(`${path}?rounds=1&until=2`)).body as BoardSeries
  expect(last).toMatchObject({ rounds: [{ no: 2 }], subjects: { [first]: { ranks: [9], bands: 'r' } } })
  expect((await office.get(at(`/boards/${board.id}/series`))).body).toEqual({ rounds: [], subjects: {} })
  expect((await office.get(at('/boards/nothing/series'))).status).toBe(404)
  expect((await office.get(`${path}?rounds=99`)).status).toBe(422)
})

test('a board’s rounds are found by state and by when they closed', async () => {
  const { office, at } = jingtai
  const numbers = async (query: string) => {
    const answer = await office.get(at(`/boards/${board.id}/rounds?${query}`))
    expect(answer.status, answer.text).toBe(200)
    return (answer.body as { items: Round[] }).items.map(({ no }) => no)
  }
  expect(await numbers('state=open')).toEqual([1])
  expect(await numbers('state=published')).toEqual([])
  const after = new Date(Date.parse(round.closesAt) + 1000).toISOString()
  expect(await numbers(`since=${round.closesAt}&until=${after}`)).toEqual([1])
  expect(await numbers(`until=${round.closesAt}`)).toEqual([])
  expect((await office.get(at(`/boards/${board.id}/rounds?state=lost`))).status).toBe(422)
})
