import { eq } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { area, round as roundTable } from '../../schema/tables/county.ts'
import { keepTime } from '../../worker/actions/rounds/keep-time.ts'
import {
  aBoard,
  anOpenRound,
  aUnit,
  auditOf,
  clockAt,
  detailOf,
  inOrder,
  roundsOf,
  sends,
  standingsOf,
  twoSources,
} from '../support/board.ts'
import { aCounty, type TestCounty } from '../support/county.ts'

let jingtai: TestCounty
let township: string
beforeAll(async () => {
  jingtai = await aCounty('620423', 2)
  township = jingtai.townships[0]?.id ?? ''
  await aUnit(jingtai, 'group-1')
})

const hours = (n: number) => new Date(Date.now() + n * 3_600_000).toISOString()

test('a round opened by hand covers the current week and freezes who stands on the board, under which rules', async () => {
  const board = await aBoard(jingtai)
  const round = await anOpenRound(jingtai, board)
  expect(round).toMatchObject({ board: board.id, no: 1, state: 'open', closedAt: null, revision: 0 })
  expect(new Date(round.closesAt).getUTCDay()).toBe(5)
  expect(round.closesAt.slice(11, 16)).toBe('10:00')
  expect(Date.parse(round.closesAt) - Date.parse(round.opensAt)).toBe(7 * 86_400_000)
  const { roster, policy } = await detailOf(jingtai, round)
  expect(policy).toEqual(board.policy)
  expect(roster).toHaveLength(151)
  const [first] = roster
  const village = jingtai.areas.find(({ id }) => id === first?.id)
  expect(first).toMatchObject({ name: village?.name, township: village?.parent })
})

test('a second round over the same time is refused, one after it gets the next number', async () => {
  const { office, at } = jingtai
  const board = await aBoard(jingtai)
  const first = await anOpenRound(jingtai, board)
  const again = await office.post(at(`/boards/${board.id}/rounds`), {})
  expect(again.status).toBe(409)
  expect(again.body).toMatchObject({ type: '/problems/round-overlaps' })
  const after = {
    opensAt: first.closesAt,
    closesAt: new Date(Date.parse(first.closesAt) + 86_400_000).toISOString(),
  }
  const second = await anOpenRound(jingtai, board, after)
  expect(second.no).toBe(2)
  const newest = await office.get(at(`/boards/${board.id}/rounds?limit=1`))
  expect(newest.body).toMatchObject({ items: [{ id: second.id }], nextCursor: '2' })
  const older = await office.get(at(`/boards/${board.id}/rounds?limit=1&cursor=2`))
  expect(older.body).toMatchObject({ items: [{ id: first.id }], nextCursor: null })
})

test('of two rounds opened at the same moment one stays', async () => {
  const { office, at } = jingtai
  const board = await aBoard(jingtai)
  const post = () => office.post(at(`/boards/${board.id}/rounds`))
  const both = await Promise.all([post(), post()])
  expect(both.map(({ status }) => status).sort()).toEqual([201, 409])
  expect(await roundsOf(jingtai, board)).toHaveLength(1)
})

test('a round cannot end before now or before it begins, and needs subjects', async () => {
  const { office, at, db } = jingtai
  const board = await aBoard(jingtai)
  const post = (body: object) => office.post(at(`/boards/${board.id}/rounds`), body)
  expect((await post({ closesAt: hours(-1) })).status).toBe(422)
  expect((await post({ opensAt: hours(5), closesAt: hours(4) })).status).toBe(422)
  expect((await post({ closesAt: 'friday' })).status).toBe(422)
  expect((await post({ until: hours(4) })).status).toBe(422)
  const grids = await aBoard(jingtai, { subject: 'grid' })
  const empty = await office.post(at(`/boards/${grids.id}/rounds`), {})
  expect(empty.body).toMatchObject({ status: 409, type: '/problems/no-subjects' })
  expect((await office.post(at('/boards/no-such-board/rounds'), {})).status).toBe(404)
  expect(await db.count(roundTable, eq(roundTable.board, board.id))).toBe(0)
})

test('a round with an id of the client’s choice; the id serves once', async () => {
  const { office, at } = jingtai
  const board = await aBoard(jingtai)
  const id = crypto.randomUUID()
  expect((await anOpenRound(jingtai, board, { id })).id).toBe(id)
  const other = await aBoard(jingtai)
  const taken = await office.post(at(`/boards/${other.id}/rounds`), { id })
  expect(taken.body).toMatchObject({ status: 409, type: '/problems/id-taken' })
})

test('the round that the clock opened gives way to the one the office opens, once', async () => {
  const { office, at } = jingtai
  const board = await aBoard(jingtai)
  await keepTime(await clockAt(jingtai, new Date()))
  const [byClock] = await roundsOf(jingtai, board)
  const id = crypto.randomUUID()
  const byHand = await anOpenRound(jingtai, board, { id, closesAt: hours(2) })
  expect(byHand).toMatchObject({ id, no: byClock?.no })
  expect(await roundsOf(jingtai, board)).toHaveLength(1)
  expect((await office.post(at(`/boards/${board.id}/rounds`), {})).status).toBe(409)
})

test('the office extends an open round, even one whose time has just run out; a closed one stays closed', async () => {
  const { office, at, db, member } = jingtai
  const round = await anOpenRound(jingtai, await aBoard(jingtai, { policy: twoSources }))
  const path = at(`/rounds/${round.id}`)
  await db.write(db.update(roundTable, { closesAt: hours(0) }, eq(roundTable.id, round.id)))
  const report = () => sends(jingtai, office, round, 'township', township, inOrder(jingtai, township))
  expect((await report()).status).toBe(409)
  const extended = await office.patch(path, { closesAt: hours(1) })
  expect(extended.status, extended.text).toBe(200)
  expect((await report()).status).toBe(200)
  expect((await office.patch(path, { closesAt: hours(-1) })).status).toBe(422)
  const reporter = await member('township_reporter', township)
  expect((await reporter.patch(path, { closesAt: hours(2) })).status).toBe(403)
  await office.put(`${path}/closure`, {})
  const late = await office.patch(path, { closesAt: hours(2) })
  expect(late.body).toMatchObject({ status: 409, type: '/problems/round-not-open' })
  expect(await auditOf(jingtai, round.id)).toEqual([
    'round.open',
    'round.extend',
    'report.send',
    'round.close',
  ])
})

test('closing twice: the second is refused, also at the same moment', async () => {
  const { office, at } = jingtai
  const round = await anOpenRound(jingtai, await aBoard(jingtai))
  const close = () => office.put(at(`/rounds/${round.id}/closure`))
  const both = await Promise.all([close(), close()])
  expect(both.map(({ status }) => status).sort()).toEqual([200, 409])
  const closed = both.find(({ status }) => status === 200)
  expect(closed?.body).toMatchObject({
    state: 'closed',
    closedAt: expect.any(String),
    closesAt: round.closesAt,
  })
  expect((await close()).status).toBe(409)
  expect(await auditOf(jingtai, round.id)).toEqual(['round.open', 'round.close'])
})

test('the clock opens no second round for a week that was closed early', async () => {
  const { office, at } = jingtai
  const board = await aBoard(jingtai)
  const round = await anOpenRound(jingtai, board)
  await office.put(at(`/rounds/${round.id}/closure`), {})
  await keepTime(await clockAt(jingtai, new Date()))
  expect(await roundsOf(jingtai, board)).toHaveLength(1)
  await keepTime(await clockAt(jingtai, round.closesAt))
  expect(await roundsOf(jingtai, board)).toMatchObject([{ no: 2, opensAt: round.closesAt }, { no: 1 }])
})

test('a village added or retired meanwhile counts only after the roster is refreshed', async () => {
  const { office, at, villagesOf } = jingtai
  const board = await aBoard(jingtai, { policy: twoSources })
  const round = await anOpenRound(jingtai, board)
  await sends(jingtai, office, round, 'township', township, inOrder(jingtai, township))
  const [retired] = villagesOf(township)
  const added = await office.post(at('/areas'), { name: '新开村', level: 'village', parent: township })
  const { id } = added.body as { id: string }
  await office.patch(at(`/areas/${retired?.id}`), { active: false })
  expect((await detailOf(jingtai, round)).roster.map((one) => one.id)).not.toContain(id)

  const refreshed = await office.put(at(`/rounds/${round.id}/roster`), {})
  expect(refreshed.status, refreshed.text).toBe(200)
  const { roster } = await detailOf(jingtai, round)
  expect(roster.find((one) => one.id === id)).toMatchObject({ name: '新开村', township })
  expect(roster.find((one) => one.id === retired?.id)).toMatchObject({ exempt: true })
  const { standings } = await standingsOf(jingtai, office, round)
  expect(standings.map(({ subject }) => subject)).not.toContain(retired?.id)
  expect(await auditOf(jingtai, round.id)).toEqual(['round.open', 'report.send', 'round.roster'])
  await jingtai.db.write(jingtai.db.update(area, { active: true }, eq(area.id, retired?.id ?? '')))
  await jingtai.db.write(jingtai.db.update(area, { active: false }, eq(area.id, id)))
})

test('an exemption takes a village out and a later one brings it back, each with a trace', async () => {
  const { office, at, villagesOf } = jingtai
  const round = await anOpenRound(jingtai, await aBoard(jingtai, { policy: twoSources }))
  await sends(jingtai, office, round, 'township', township, inOrder(jingtai, township))
  const best = villagesOf(township)[0]?.id ?? ''
  const path = at(`/rounds/${round.id}/exemptions/${best}`)
  const firstOf = async () => (await standingsOf(jingtai, office, round)).standings[0]?.subject
  expect(await firstOf()).toBe(best)
  expect((await office.put(path, { reason: '整村搬迁' })).status).toBe(200)
  expect(await firstOf()).not.toBe(best)
  expect((await office.put(path, {})).status).toBe(422)
  expect((await office.put(at(`/rounds/${round.id}/exemptions/nobody`), { reason: '无' })).status).toBe(404)
  expect((await office.delete(path)).status).toBe(200)
  expect(await firstOf()).toBe(best)
  expect(await auditOf(jingtai, round.id)).toEqual([
    ...['round.open', 'report.send', 'round.exempt', 'round.unexempt'],
  ])
})
