import { beforeAll, expect, test } from 'vitest'
import type { Issue } from '../../schema/api/issues.ts'
import { newId } from '../../worker/data/new-id.ts'
import { auditOf } from '../support/board.ts'
import type { Client } from '../support/client.ts'
import { aCounty, type TestCounty } from '../support/county.ts'
import {
  anIssue,
  detailed,
  listed,
  raised,
  raises,
  stepped,
  steps,
  withCatalogue,
} from '../support/issues.ts'

let county: TestCounty
let township: string
let village: string
let inspector: Client
let secretary: Client
let leader: Client
beforeAll(async () => {
  county = await aCounty('620423')
  await withCatalogue(county)
  township = county.townships[0]?.id ?? ''
  village = county.villagesOf(township)[0]?.id ?? ''
  const group = await county.office.post(county.at('/units'), { name: '督察一组', kind: 'group' })
  inspector = await county.member('inspector', (group.body as { id: string }).id)
  secretary = await county.member('village_secretary', village)
  leader = await county.member('township_leader', township)
})

test('an issue goes from found to closed, each step with who, when and what was said', async () => {
  const issue = await raised(county, {}, inspector)
  expect(issue).toMatchObject({ state: 'assigned', settled: false, lead: village, village, township })
  expect(issue.dueAt).toMatch(/T15:59:59.000Z$/)
  await stepped(county, secretary, issue, { kind: 'started' })
  const repaired = await stepped(county, secretary, issue, { kind: 'rectified', note: '已清运' })
  expect(repaired).toMatchObject({ state: 'rectified', onTime: true, settled: false })
  await stepped(county, inspector, issue, { kind: 'returned', note: '还有残留' })
  await stepped(county, secretary, issue, { kind: 'rectified', note: '再清一遍' })
  const closed = await stepped(county, inspector, issue, { kind: 'closed' })
  expect(closed).toMatchObject({ state: 'closed', settled: true, fixed: true, version: 5 })

  const detail = await detailed(county, issue)
  expect(detail.events.map(({ kind }) => kind)).toEqual([
    ...['found', 'assigned', 'started', 'rectified', 'returned', 'rectified', 'closed'],
  ])
  expect(detail.events[4]).toMatchObject({ note: '还有残留', byRole: 'inspector', byName: '督察一组' })
  expect(await auditOf(county, issue.id)).toEqual([
    ...['issue.raise', 'issue.started', 'issue.rectified', 'issue.returned'],
    ...['issue.rectified', 'issue.closed'],
  ])
})

test('the same id with the same body is the same issue; with another it is refused', async () => {
  const id = newId()
  const body = anIssue(county)
  const [first, second] = await Promise.all([
    raises(county, inspector, body, id),
    raises(county, inspector, body, id),
  ])
  expect([first.status, second.status].sort()).toEqual([200, 201])
  const again = await raises(county, inspector, body, id)
  expect(again.status).toBe(200)
  expect((again.body as Issue).no).toBe((first.body as Issue).no)
  const other = await raises(county, inspector, { ...body, text: '另一件事' }, id)
  expect(other.status).toBe(409)
  expect((await detailed(county, { id })).events).toHaveLength(2)
})

test('numbers run without a gap however many are raised at once', async () => {
  const before = (await listed(county, 'limit=1')).items[0]?.no ?? 0
  const many = await Promise.all(Array.from({ length: 8 }, () => raises(county, inspector, anIssue(county))))
  const numbers = many.map(({ body }) => (body as Issue).no).sort((a, b) => a - b)
  expect(numbers).toEqual(Array.from({ length: 8 }, (_, i) => before + 1 + i))
})

test('whoever rectified it, or belongs to those who did, cannot close it', async () => {
  const issue = await raised(county)
  const reporter = await county.member('township_reporter', township)
  await stepped(county, reporter, issue, { kind: 'rectified' })
  for (const own of [reporter, leader]) {
    const answer = await steps(county, own, issue, { kind: 'closed' })
    expect(answer.status).toBe(409)
    expect(answer.body).toMatchObject({ type: '/problems/own-work' })
  }
  expect((await detailed(county, issue, leader)).steps).not.toContain('closed')
  expect((await detailed(county, issue, inspector)).steps).toContain('closed')
  await stepped(county, inspector, issue, { kind: 'closed' })
})

test('two who take a step at the same time: one is first, the other is told who', async () => {
  const issue = await raised(county)
  await stepped(county, secretary, issue, { kind: 'rectified' })
  const [closing, returning] = await Promise.all([
    steps(county, inspector, issue, { kind: 'closed' }),
    steps(county, county.office, issue, { kind: 'returned', note: '不行' }),
  ])
  expect([closing.status, returning.status].sort()).toEqual([200, 409])
  const lost = closing.status === 409 ? closing : returning
  const won = closing.status === 409 ? 'returned' : 'closed'
  expect(lost.body).toMatchObject({ type: '/problems/issue-moved-on', state: won, last: { kind: won } })
  expect((await detailed(county, issue)).events).toHaveLength(4)
})

test('a step sent twice counts once; its id with another step is refused', async () => {
  const issue = await raised(county)
  const id = newId()
  const rectified = { kind: 'rectified', note: '已清' } as const
  const both = await Promise.all([
    steps(county, secretary, issue, rectified, id),
    steps(county, secretary, issue, rectified, id),
  ])
  expect(both.map(({ status }) => status)).toEqual([200, 200])
  expect((await steps(county, secretary, issue, { ...rectified, note: '别的' }, id)).status).toBe(409)
  expect(await auditOf(county, issue.id)).toEqual(['issue.raise', 'issue.rectified'])
})

test('what comes out of turn, or from somebody who saw an older state, changes nothing', async () => {
  const issue = await raised(county)
  for (const kind of ['closed', 'reopened', 'deferred'] as const) {
    const answer = await steps(county, county.office, issue, { kind, note: '试' })
    expect(answer.status, kind).toBe(409)
  }
  await stepped(county, secretary, issue, { kind: 'started' })
  const stale = await steps(county, secretary, issue, { kind: 'rectified', version: 0 })
  expect(stale.status).toBe(409)
  expect((await detailed(county, issue)).events).toHaveLength(3)
})
