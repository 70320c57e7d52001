import { env } from 'cloudflare:workers'
import { eq, sql } from 'drizzle-orm'
import { beforeEach, expect, test } from 'vitest'
import { draft, round as roundTable } from '../../schema/tables/county.ts'
import { computeDraft } from '../../worker/actions/rounds/draft.ts'
import { keepTime } from '../../worker/actions/rounds/keep-time.ts'
import { findRound } from '../../worker/data/rounds.ts'
import { shardOf } from '../../worker/data/shards.ts'
import {
  aBoard,
  anOpenRound,
  auditOf,
  clockAt,
  friday,
  inOrder,
  roundsOf,
  sends,
  standingsOf,
  twoSources,
} from '../support/board.ts'
import { aCounty, type TestCounty } from '../support/county.ts'

let jingtai: TestCounty
beforeEach(async () => {
  jingtai = await aCounty('620423', 3)
})

const daily = { every: 'day' as const, closesAt: '18:00' }
const day = 86_400_000
const after = (instant: string, ms: number) => new Date(Date.parse(instant) + ms)

test('a board gets its first round from the clock, and the clock says when to look next', async () => {
  const board = await aBoard(jingtai)
  const context = await clockAt(jingtai, new Date())
  const next = await keepTime(context)
  const [round] = await roundsOf(jingtai, board)
  expect(round).toMatchObject({ no: 1, state: 'open' })
  expect(next).toBe(Date.parse(round?.closesAt ?? ''))
  expect(await auditOf(jingtai, round?.id ?? '')).toEqual(['round.open'])
})

test('a second run, and one at the same time, write nothing more', async () => {
  const boards = [await aBoard(jingtai), await aBoard(jingtai, { cadence: daily })]
  const first = await roundOf(boards[0])
  const closing = after(first.closesAt, 0)
  await Promise.all(
    [clockAt(jingtai, closing), clockAt(jingtai, closing)].map(async (c) => keepTime(await c)),
  )
  const again = await clockAt(jingtai, closing)
  await keepTime(again)
  expect(again.db.cost.rowsWritten).toBe(0)
  expect(again.db.cost.rowsRead).toBeLessThan(40)
  for (const board of boards) {
    const states = (await roundsOf(jingtai, board)).map(({ state }) => state)
    expect(states[0]).toBe('open')
    expect(states.filter((state) => state === 'open')).toHaveLength(1)
  }
  expect(await auditOf(jingtai, first.id)).toEqual(['round.open', 'round.close'])
})

test('rounds close at their own time, however late the clock comes by, several boards at once', async () => {
  const weekly = await aBoard(jingtai)
  const nightly = await aBoard(jingtai, { cadence: daily })
  const [week, night] = [await roundOf(weekly), await roundOf(nightly)]
  const late = after(week.closesAt, day + 3_600_000)
  await keepTime(await clockAt(jingtai, late))
  for (const [board, { id, closesAt }] of [
    [weekly, week],
    [nightly, night],
  ] as const) {
    const rounds = await roundsOf(jingtai, board)
    expect(rounds.find((one) => one.id === id)).toMatchObject({ state: 'closed', closedAt: closesAt })
    const current = rounds.find(({ state }) => state === 'open')
    expect(Date.parse(current?.opensAt ?? '')).toBeLessThanOrEqual(late.getTime())
    expect(Date.parse(current?.closesAt ?? '')).toBeGreaterThan(late.getTime())
  }
})

test('an extended round keeps the next one waiting until it ends', async () => {
  const board = await aBoard(jingtai)
  const round = await roundOf(board)
  const saturday = after(round.closesAt, day)
  await jingtai.office.patch(jingtai.at(`/rounds/${round.id}`), { closesAt: saturday.toISOString() })
  const next = await keepTime(await clockAt(jingtai, round.closesAt))
  expect(next).toBe(saturday.getTime())
  expect(await roundsOf(jingtai, board)).toHaveLength(1)
  await keepTime(await clockAt(jingtai, saturday))
  expect(await roundsOf(jingtai, board)).toMatchObject([
    {
      no: 2,
      state: 'open',
      opensAt: saturday.toISOString(),
      closesAt: after(round.closesAt, 7 * day).toISOString(),
    },
    { no: 1, state: 'closed', closedAt: saturday.toISOString() },
  ])
})

test('a retired board ends its round and gets no other; one without subjects waits', async () => {
  const board = await aBoard(jingtai)
  const grids = await aBoard(jingtai, { subject: 'grid' })
  const round = await roundOf(board)
  await jingtai.office.patch(jingtai.at(`/boards/${board.id}`), { active: false })
  const next = await keepTime(await clockAt(jingtai, round.closesAt))
  expect(await roundsOf(jingtai, board)).toMatchObject([{ id: round.id, state: 'closed' }])
  expect(await roundsOf(jingtai, grids)).toEqual([])
  expect(next).toBe(after(round.closesAt, 3_600_000).getTime())
})

test('a draft is recomputed once after a report, and never overwritten by a slower run', async () => {
  const { office, townships, db } = jingtai
  const board = await aBoard(jingtai, { policy: twoSources, cadence: friday })
  const round = await anOpenRound(jingtai, board)
  const township = townships[0]?.id ?? ''
  const early = await clockAt(jingtai, new Date())
  await sends(jingtai, office, round, 'township', township, inOrder(jingtai, township))
  const context = await clockAt(jingtai, new Date())
  await keepTime(context)
  const stored = () => db.first(draft, eq(draft.round, round.id))
  const version = (await db.first(roundTable, eq(roundTable.id, round.id)))?.version
  expect(await stored()).toMatchObject({ version })
  await keepTime(early)
  expect(await stored()).toMatchObject({ version })
  const reading = await clockAt(jingtai, new Date())
  await keepTime(reading)
  expect(reading.db.cost.rowsWritten).toBe(0)
})

test('recomputing reads little more than the reports and writes one row', async () => {
  const { office, townships, db } = jingtai
  const round = await anOpenRound(jingtai, await aBoard(jingtai, { policy: twoSources }))
  for (const { id } of townships) await sends(jingtai, office, round, 'township', id, inOrder(jingtai, id))
  await db.write(db.remove(draft, eq(draft.round, round.id)))
  const context = await clockAt(jingtai, new Date())
  const found = await findRound(context.db, round.id)
  if (!found) throw new Error('no round')
  await computeDraft(context, found)
  expect(context.db.cost.rowsRead).toBeLessThanOrEqual(townships.length + 10)
  expect(context.db.cost.rowsWritten).toBeLessThanOrEqual(151 + 20)
  expect((await standingsOf(jingtai, office, round)).standings).toHaveLength(151)
})

test('one broken round does not keep the others from closing and being computed', async () => {
  const { office, townships } = jingtai
  const broken = await anOpenRound(jingtai, await aBoard(jingtai, { policy: twoSources }))
  const sound = await anOpenRound(jingtai, await aBoard(jingtai, { policy: twoSources }))
  const township = townships[0]?.id ?? ''
  for (const round of [broken, sound]) {
    await sends(jingtai, office, round, 'township', township, inOrder(jingtai, township))
  }
  const shard = shardOf(env, jingtai.shard)
  const spoil = shard.prepare(
    "update round set policy = '{', version = version + 1 where county = ? and id = ?",
  )
  await spoil.bind(jingtai.id, broken.id).run()
  await jingtai.db.write(
    jingtai.db.update(roundTable, { version: sql`version + 1` }, eq(roundTable.id, sound.id)),
  )
  await expect(keepTime(await clockAt(jingtai, sound.closesAt))).rejects.toThrow(/JSON/)
  const [, closed] = await roundsOf(jingtai, { id: sound.board })
  expect(closed).toMatchObject({ id: sound.id, state: 'closed' })
  const { standings } = await standingsOf(jingtai, office, sound)
  expect(standings).toHaveLength(inOrder(jingtai, township).length)
})

async function roundOf(board: { id: string } | undefined) {
  await keepTime(await clockAt(jingtai, new Date()))
  const [round] = await roundsOf(jingtai, board ?? { id: '' })
  if (!round) throw new Error('no round')
  return round
}
