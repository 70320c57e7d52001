import { beforeAll, expect, test } from 'vitest'
import type { Raters } from '../../schema/api/raters.ts'
import { aBoard, anOpenRound, aUnit, inOrder, sends, twoSources } from '../support/board.ts'
import type { Client } from '../support/client.ts'
import { aCounty, type TestCounty } from '../support/county.ts'
import { closes, publishes } from '../support/friday.ts'

let county: TestCounty
let townships: string[]
beforeAll(async () => {
  county = await aCounty('620423', 1)
  townships = county.townships.map(({ id }) => id).filter((id) => county.villagesOf(id).length >= 8)
})

const read = (by: Client, round: { id: string }, last = '') =>
  by.get(county.at(`/rounds/${round.id}/raters${last}`))

/** Two townships rank their villages, the second from the last to the first; two groups score them. */
async function aWeek(board: Awaited<ReturnType<typeof aBoard>>, groups: readonly [string, string]) {
  const round = await anOpenRound(county, board)
  for (const [at, township] of townships.slice(0, 2).entries()) {
    const villages = county.villagesOf(township)
    const scores = villages.map(({ id }, i) => ({ subject: id, value: 90 - i }))
    await sends(county, county.office, round, 'township', township, inOrder(county, township, at === 1))
    await sends(county, county.office, round, 'inspection', groups[at] ?? '', scores)
  }
  return round
}

test('the office sees each reporter beside the others, in an open round and in the frozen one', async () => {
  const groups = [await aUnit(county, 'north'), await aUnit(county, 'south')] as const
  const board = await aBoard(county, { policy: { ...twoSources, bands: { red: { bottom: 6 } } } })
  const round = await aWeek(board, groups)
  const open = await read(county.office, round)
  expect(open.status, open.text).toBe(200)
  const [now] = (open.body as Raters).rounds
  expect(now).toMatchObject({ round: round.id, no: 1, state: 'open', revision: 0 })
  const [, inspection] = now?.sources ?? []
  expect(inspection?.reporters).toMatchObject([
    { reporter: 'north', name: '第north组', most: 90, tied: 1 },
    { reporter: 'south' },
  ])
  const second = now?.townships.find(({ township }) => township === townships[1])
  const n = county.villagesOf(townships[1] ?? '').length
  expect(second).toMatchObject({ agreement: -1, pairs: (n * (n - 1)) / 2, inverted: (n * (n - 1)) / 2 })
  expect(second?.name).toBe(county.townships.find(({ id }) => id === townships[1])?.name)
  const flag = now?.flags.find(({ code }) => code === 'opposed')
  expect(flag).toMatchObject({ source: 'township', reporter: townships[1] })
  expect(flag?.villages.every(({ name }) => name !== '')).toBe(true)

  await closes(county, round)
  await publishes(county, round, { waive: '其余乡镇本周不报' })
  const [frozen] = ((await read(county.office, round)).body as Raters).rounds
  expect(frozen).toEqual({ ...now, state: 'published', revision: 1 })

  const next = await aWeek(board, [groups[1], groups[0]])
  const both = (await read(county.office, next, '?last=2')).body as Raters
  expect(both.rounds.map(({ no }) => no)).toEqual([2, 1])
  // The groups changed places, so each has judged what the other judged before.
  expect(both.anchors.map(({ reporter, villages }) => [reporter, villages])).toEqual([
    ...groups.map((group) => [group, county.villagesOf(townships[0] ?? '').length + n]),
  ])
  expect(((await read(county.office, next)).body as Raters).anchors).toEqual([])
})

test('leaders see it too; whoever is read about does not', async () => {
  const round = await anOpenRound(county, await aBoard(county))
  const leader = await county.member('county_leader')
  expect((await read(leader, round)).status).toBe(200)
  const unit = await aUnit(county, 'east')
  for (const member of [
    await county.member('township_leader', townships[0]),
    await county.member('inspector', unit),
    await county.member('village_secretary', county.villagesOf(townships[0] ?? '')[0]?.id),
  ])
    expect((await read(member, round)).status).toBe(403)
  expect((await read(county.office, { id: 'nowhere' })).status).toBe(404)
  expect((await read(county.office, round, '?last=9')).status).toBe(422)
})
