import { beforeAll, expect, test } from 'vitest'
import type { Issue, IssueBulkAnswer, IssueTally, PossibleDuplicate } from '../../schema/api/issues.ts'
import type { Notice } from '../../schema/api/notices.ts'
import { issueEvent, issue as issueTable, notice } from '../../schema/tables/county.ts'
import { raiseIssue } from '../../worker/actions/issues/raise-issue.ts'
import { stepTaken } from '../../worker/actions/issues/take-step.ts'
import { newId } from '../../worker/data/new-id.ts'
import { clockAt } from '../support/board.ts'
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
import { aPhoto } from '../support/photos.ts'
import { aJpeg } from '../support/pictures.ts'

let county: TestCounty
let township: string
let village: string
let neighbour: string
let department: string
let inspector: Client
let secretary: Client
let bureau: Client
let leader: Client
beforeAll(async () => {
  county = await aCounty('620423')
  await withCatalogue(county)
  township = county.townships[0]?.id ?? ''
  const villages = county.villagesOf(township)
  village = villages[0]?.id ?? ''
  neighbour = villages[1]?.id ?? ''
  const unit = async (name: string, kind: string) =>
    ((await county.office.post(county.at('/units'), { name, kind })).body as { id: string }).id
  inspector = await county.member('inspector', await unit('督察一组', 'group'))
  department = await unit('水务局', 'department')
  bureau = await county.member('department', department)
  secretary = await county.member('village_secretary', village)
  leader = await county.member('township_leader', township)
})

test('each wrong field is named, and nothing is written', async () => {
  const before = await county.db.count(issueTable)
  const future = new Date(Date.now() + 3_600_000).toISOString()
  const past = new Date(Date.now() - 60_000).toISOString()
  const wrong: [string, object, string][] = [
    ['category', { category: 'no-such' }, 'category'],
    ['area', { area: 'no-such' }, 'area'],
    ['a lead that is nobody', { lead: 'no-such' }, 'lead'],
    ['an assistant that is nobody', { assisting: [village, 'no-such'] }, 'assisting.1'],
    ['who leads and assists', { lead: village, assisting: [village] }, 'assisting'],
    ['a time in the future', { foundAt: future }, 'foundAt'],
    ['due in the past', { dueAt: past }, 'dueAt'],
    ['an inspection that is none', { inspection: 'no-such' }, 'inspection'],
    ['a place outside Earth', { place: { lat: 91, lng: 0 } }, 'place.lat'],
    ['a photo that is none', { photos: ['no-such'] }, 'photos.0'],
    ['solved on the spot by an inspection', { solved: { note: '清了', photos: [] } }, 'solved'],
    ['a field nobody knows', { colour: 'red' }, ''],
  ]
  for (const [name, body, path] of wrong) {
    const answer = await raises(county, county.office, anIssue(county, body as never))
    expect(answer.status, `${name}: ${answer.text}`).toBe(422)
    const { errors } = answer.body as { errors: { path: string }[] }
    expect(
      errors.map((error) => error.path),
      name,
    ).toContain(path)
  }
  expect(await county.db.count(issueTable)).toBe(before)
})

test('nobody raises elsewhere, by another’s eyes, or chooses who leads without being asked', async () => {
  const issue = anIssue(county)
  const refused: [Client, object][] = [
    [secretary, { source: 'inspection' }],
    [secretary, { source: 'self_check', area: neighbour }],
    [inspector, { source: 'self_check' }],
    [inspector, { lead: department }],
    [leader, { source: 'field_visit', area: county.villagesOf(county.townships[1]?.id ?? '')[0]?.id }],
  ]
  for (const [by, wanted] of refused)
    expect((await raises(county, by, { ...issue, ...wanted })).status).toBe(403)
  const own = await raises(county, secretary, { ...issue, source: 'self_check' })
  expect(own.status).toBe(201)
})

test('a field visit solves it on the spot: found and closed in one step, before beside after', async () => {
  const before = await aPhoto(county, leader, aJpeg(64, 48, { comment: 'before' }))
  const after = await aPhoto(county, leader, aJpeg(64, 48, { comment: 'after' }))
  const solved = { note: '当场清走', photos: [after] }
  const answer = await raises(
    county,
    leader,
    anIssue(county, { source: 'field_visit', photos: [before], solved }),
  )
  expect(answer.status, answer.text).toBe(201)
  expect(answer.body).toMatchObject({ state: 'closed', settled: true, fixed: true, onTime: true })
  const detail = await detailed(county, answer.body as Issue)
  expect(detail.events.map(({ kind, photos }) => [kind, photos.map(({ role }) => role)])).toEqual([
    ['found', ['before']],
    ['assigned', []],
    ['closed', ['after']],
  ])
})

test('a category in use stays; retired it is not offered; an unused one goes', async () => {
  await raised(county, { category: 'pile-straw' })
  const path = (id: string) => county.at(`/issue-categories/${id}`)
  const answer = await county.office.delete(path('pile-straw'))
  expect(answer.status).toBe(409)
  expect(answer.body).toMatchObject({ type: '/problems/category-in-use' })
  expect((await county.office.patch(path('pile-straw'), { active: false })).status).toBe(200)
  expect((await raises(county, county.office, anIssue(county, { category: 'pile-straw' }))).status).toBe(422)
  expect((await county.office.delete(path('market-toilet'))).status).toBe(204)
  expect((await county.office.delete(path('market-toilet'))).status).toBe(404)
  expect((await secretary.delete(path('sewage'))).status).toBe(403)
})

test('a rule gives a kind of problem to a department, which sees it, leads it and hands it on', async () => {
  const rule = { category: 'sewage', area: null, lead: department, assisting: [village] }
  expect((await county.office.post(county.at('/issue-rules'), rule)).status).toBe(201)
  const issue = await raised(county, { category: 'sewage' }, inspector)
  expect(issue).toMatchObject({ lead: department, leadName: '水务局', state: 'assigned' })
  expect((await listed(county, '', bureau)).items.map(({ id }) => id)).toEqual([issue.id])
  const handed = await stepped(county, county.office, issue, {
    ...{ kind: 'transferred', lead: neighbour, assisting: [department], note: '在邻村地界' },
  })
  expect(handed).toMatchObject({ lead: neighbour, state: 'assigned', dueAt: issue.dueAt })
  // It assists now, and still sees it.
  expect((await listed(county, 'settled=false', bureau)).items.map(({ id }) => id)).toEqual([issue.id])
  expect((await detailed(county, issue, bureau)).steps).toEqual(['noted'])
  const outsider = await county.member('village_secretary', county.villagesOf(township)[3]?.id ?? '')
  expect((await outsider.get(county.at(`/issues/${issue.id}`))).status).toBe(404)
  expect((await steps(county, outsider, issue, { kind: 'rectified' })).status).toBe(404)
})

test('one that may be the same is offered; joined, both histories are shown together', async () => {
  const place = { lat: 37.18, lng: 104.06 }
  const first = await raised(county, { category: 'toilets', place })
  const far = await raised(county, { category: 'toilets', place: { lat: 37.19, lng: 104.06 } })
  const query = `category=toilets&area=${village}&lat=37.1802&lng=104.06`
  const offered = await secretary.get(county.at(`/issues/duplicates?${query}`))
  const { items } = offered.body as { items: PossibleDuplicate[] }
  expect(items.map(({ id, distance }) => [id, Math.round(distance ?? -1)])).toEqual([[first.id, 22]])

  const second = await raised(county, { category: 'toilets', place, text: '还是那个厕所' })
  const joined = await stepped(county, leader, second, { kind: 'joined', duplicateOf: first.id })
  expect(joined).toMatchObject({ state: 'duplicate', settled: true, duplicateOf: first.id })
  const detail = await detailed(county, first)
  expect(detail.joined).toEqual([{ id: second.id, no: second.no }])
  expect(new Set(detail.events.map((event) => event.issue))).toEqual(new Set([first.id, second.id]))

  // No circle: neither of itself nor of one that has been joined already, and not from both sides at once.
  for (const duplicateOf of [first.id, second.id])
    expect((await steps(county, leader, first, { kind: 'joined', duplicateOf })).status).toBe(422)
  const third = await raised(county, { category: 'toilets' })
  const both = await Promise.all([
    steps(county, leader, far, { kind: 'joined', duplicateOf: third.id }),
    steps(county, leader, third, { kind: 'joined', duplicateOf: far.id }),
  ])
  expect(both.map(({ status }) => status).sort()).toEqual([200, expect.any(Number)])
  expect(both.filter(({ status }) => status === 200)).toHaveLength(1)
})

test('many at once: each has its own answer', async () => {
  const [one, two] = [await raised(county), await raised(county)]
  await stepped(county, secretary, two, { kind: 'rectified' })
  const body = { id: 'bulk-1', issues: [one.id, two.id, 'no-such'], step: { kind: 'started' } }
  const answer = await county.office.post(county.at('/issues/bulk'), body)
  const { done, refused } = answer.body as IssueBulkAnswer
  expect(done).toEqual([one.id])
  expect(refused.map(({ issue, code }) => [issue, code])).toEqual([
    [two.id, 'issue_moved_on'],
    ['no-such', 'not_found'],
  ])
  const again = await county.office.post(county.at('/issues/bulk'), body)
  expect((again.body as IssueBulkAnswer).done).toEqual([one.id])
  expect((await detailed(county, one)).events).toHaveLength(3)
})

test('an emergency shows its plan and tells the posts at once', async () => {
  const held = { area: village, post: 'village_lead', holder: '戊包村', startsOn: '2026-01-01' }
  await county.office.post(county.at('/posts'), held)
  const issue = await raised(county, { category: 'route-potholes', text: '路面塌陷' }, inspector)
  expect(issue.plan?.steps.length).toBeGreaterThan(0)
  const told = (await secretary.get(county.at('/notices?kind=emergency'))).body as { items: Notice[] }
  expect(told.items).toMatchObject([
    { originId: issue.id, audience: village, posts: [{ post: 'village_lead', holder: '戊包村' }] },
  ])
  const above = (await leader.get(county.at('/notices?kind=emergency'))).body as { items: Notice[] }
  expect(above.items).toMatchObject([{ originId: issue.id, posts: [{ post: 'deputy_lead', holder: null }] }])
  const again = await raises(county, inspector, anIssue(county, { category: 'route-potholes' }), issue.id)
  expect(again.status).toBe(409)
  expect((await county.db.find(notice)).filter(({ originId }) => originId === issue.id)).toHaveLength(2)
})

test('the summary counts what the lists show', async () => {
  for (const by of [county.office, leader, secretary]) {
    const tally = (await by.get(county.at('/issues/summary'))).body as IssueTally
    const open = (await listed(county, 'settled=false&limit=200', by)).items
    expect(tally.open).toBe(open.length)
    expect(tally.awaitingVerification).toBe(open.filter(({ state }) => state === 'rectified').length)
  }
})

test('a filter is kept for oneself; the office shares one with all', async () => {
  const filter = { list: 'issues', name: '我的逾期', query: 'overdue=true', shared: false }
  const own = await secretary.post(county.at('/saved-filters'), filter)
  expect(own.body).toMatchObject({ own: true })
  expect((await secretary.post(county.at('/saved-filters'), { ...filter, shared: true })).status).toBe(403)
  await county.office.post(county.at('/saved-filters'), { ...filter, name: '全县逾期', shared: true })
  const seen = (await leader.get(county.at('/saved-filters?list=issues'))).body as { items: object[] }
  expect(seen.items).toEqual([expect.objectContaining({ name: '全县逾期', own: false })])
  const { id } = own.body as { id: string }
  expect((await leader.delete(county.at(`/saved-filters/${id}`))).status).toBe(404)
  expect((await secretary.delete(county.at(`/saved-filters/${id}`))).status).toBe(204)
})

test('raising, a step and a list are few round trips', async () => {
  const context = await clockAt(county, new Date())
  const id = newId()
  await raiseIssue(context, id, anIssue(county))
  console.log('raise', JSON.stringify(context.db.cost))
  // Reading, making the county due, writing.
  expect(context.db.cost.trips).toBeLessThanOrEqual(3)
  const step = await clockAt(county, new Date())
  await stepTaken(step, id, newId(), { kind: 'started' })
  console.log('step', JSON.stringify(step.db.cost))
  expect(step.db.cost.trips).toBeLessThanOrEqual(3)
  expect(await county.db.count(issueEvent)).toBeGreaterThan(2)
})
