import { env } from 'cloudflare:workers'
import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { buildDemo } from '../../schema/demo/build.ts'
import { demoCounty, demoMembers, demoOffice, demoPassword } from '../../schema/demo/people.ts'
import { audit, consequence, issue, revision, round } from '../../schema/tables/county.ts'
import { systemContext } from '../../worker/actions/tick.ts'
import { Client } from '../support/client.ts'

// A Friday night: the last round has closed and nobody has published it yet on a Saturday that is still to come.
const now = new Date('2026-03-06T13:00:00.000Z')

test('the demo county has six published weeks and an open one, and building it again changes nothing', async () => {
  await buildDemo(env, now)
  const context = await systemContext(env, demoCounty, now)
  if (!context) throw new Error('there is no demo county')
  const { db } = context
  const rounds = await db.find(round, undefined, {
    orderBy: round.no,
    pick: ['no', 'state', 'closesAt', 'publishedAt'],
  })
  expect(rounds.map(({ no, state }) => `${no} ${state}`)).toEqual([
    ...[1, 2, 3, 4, 5, 6].map((no) => `${no} published`),
    '7 open',
  ])
  expect(rounds.at(-1)?.closesAt).toBe('2026-03-13T10:00:00.000Z')
  for (const { publishedAt } of rounds) expect((publishedAt ?? '') <= now.toISOString()).toBe(true)

  const last = await db.find(revision, undefined, {
    orderBy: revision.publishedAt,
    descending: true,
    limit: 1,
  })
  const streaks = last[0]?.result.standings.map(({ streak }) => streak) ?? []
  expect(streaks).toHaveLength(151)
  expect(Math.max(...streaks)).toBe(6)
  expect(await db.count(consequence, eq(consequence.state, 'recorded'))).toBeGreaterThan(100)

  const issues = await db.find(issue, undefined, { pick: ['state', 'overdueAt', 'relapses'] })
  // Sixty of its own, and one that a complaint became.
  expect(issues).toHaveLength(61)
  expect(new Set(issues.map(({ state }) => state)).size).toBeGreaterThanOrEqual(5)
  expect(issues.some(({ overdueAt, state }) => overdueAt !== null && state !== 'closed')).toBe(true)
  expect(issues.some(({ relapses }) => relapses > 0)).toBe(true)

  const before = await db.count(audit)
  await buildDemo(env, now)
  expect(await db.count(audit)).toBe(before)
})

test('every demo role signs in and finds the county; anybody reads its board', async () => {
  const scopes = { township: '', village: '', group: '', drone: '', department: '' }
  for (const login of [demoOffice, ...demoMembers(scopes).map((member) => member.login)]) {
    const browser = new Client()
    expect((await browser.post('/sessions', { login, password: demoPassword })).status, login).toBe(201)
    const county = await browser.get(`/counties/${demoCounty}`)
    expect(county.body, login).toMatchObject({ demo: true, setup: { townships: 11, villages: 151 } })
  }
  const board = await new Client().get(`/public/counties/${demoCounty}/boards/demo-board/latest`)
  expect(board.body).toMatchObject({ no: 6, boardName: '村级三色榜' })
})
