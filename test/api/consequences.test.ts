import { eq } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import type { Assignment } from '../../schema/api/assignments.ts'
import type { Consequence } from '../../schema/api/consequences.ts'
import { assignment } from '../../schema/tables/county.ts'
import { aBoard, auditOf } from '../support/board.ts'
import { aCounty, type TestCounty } from '../support/county.ts'
import { aPublishedWeek, consequencesOf, ranksAlone } from '../support/friday.ts'

let county: TestCounty
let red: Consequence[]
let grouped: Consequence
let elsewhere: Consequence
let township: string
beforeAll(async () => {
  county = await aCounty('620423')
  township = county.townships[2]?.id ?? ''
  const other = county.townships[4]?.id ?? ''
  const board = await aBoard(county, { policy: ranksAlone, owner: township })
  await aPublishedWeek(county, board)
  const second = await aPublishedWeek(county, board)
  const all = await consequencesOf(county, county.office, `round=${second.id}&kind=interview`)
  red = all.filter(({ subjects, posts }) => subjects.length === 1 && posts[0]?.post === 'village_lead')
  grouped = all.find(({ subjects }) => subjects.length === 2) as Consequence
  const neighbour = await aPublishedWeek(county, await aBoard(county, { policy: ranksAlone, owner: other }))
  const [first] = await consequencesOf(county, county.office, `round=${neighbour.id}&kind=interview`)
  elsewhere = first as Consequence
})

const interview = {
  heldAt: '2026-03-09T01:30:00.000Z',
  attendees: ['村主要负责人', '包村领导'],
  summary: '垃圾堆存未清，限期整改。',
  commitments: [
    { text: '清运村口垃圾', dueOn: '2026-03-12' },
    { text: '每周五集中清扫', dueOn: '2026-03-20' },
  ],
  followUpOn: '2026-03-20',
}
const recordPath = ({ id }: { id: string }) => county.at(`/consequences/${id}/record`)

test('an interview is recorded once, and what was promised becomes work with a date', async () => {
  const [own] = red as [Consequence]
  const recorded = await county.office.put(recordPath(own), interview)
  expect(recorded.status, recorded.text).toBe(200)
  expect(recorded.body).toMatchObject({ id: own.id, state: 'recorded', record: interview })

  const again = await county.office.put(recordPath(own), interview)
  expect(again.status).toBe(200)
  const other = await county.office.put(recordPath(own), { ...interview, summary: '另一种说法' })
  expect(other.status).toBe(409)
  expect(other.body).toMatchObject({ type: '/problems/already-recorded' })

  const list = await county.office.get(county.at(`/consequences/${own.id}/assignments`))
  const { items } = list.body as { items: Assignment[] }
  expect(items.map(({ text, dueOn, lead, state }) => ({ text, dueOn, lead, state }))).toEqual([
    { text: '清运村口垃圾', dueOn: '2026-03-12', lead: own.subjects[0], state: 'open' },
    { text: '每周五集中清扫', dueOn: '2026-03-20', lead: own.subjects[0], state: 'open' },
  ])
  expect(await auditOf(county, own.id)).toEqual(['consequence.record'])
})

test('a promise is ticked off, once and for all to see', async () => {
  const [, own] = red as [Consequence, Consequence]
  await county.office.put(recordPath(own), interview)
  const [first] = await county.db.find(assignment, eq(assignment.originId, own.id), {
    orderBy: assignment.dueOn,
  })
  const path = county.at(`/assignments/${first?.id}`)
  const done = await county.office.patch(path, { state: 'done' })
  expect(done.body).toMatchObject({ id: first?.id, state: 'done' })
  expect((await county.office.patch(path, { state: 'done' })).status).toBe(200)
  expect(await auditOf(county, first?.id ?? '')).toEqual(['assignment.change'])
  expect((await county.office.patch(path, { state: 'cancelled' })).status).toBe(422)
})

test('a township’s leader records its own interviews, in which the township leads what was promised', async () => {
  const leader = await county.member('township_leader', township)
  const recorded = await leader.put(recordPath(grouped), interview)
  expect(recorded.status, recorded.text).toBe(200)
  const owed = await county.db.find(assignment, eq(assignment.originId, grouped.id))
  expect(owed[0]).toMatchObject({ lead: township, assisting: grouped.subjects })
  expect((await leader.put(recordPath(elsewhere), interview)).status).toBe(403)
  const reporter = await county.member('township_reporter', township)
  expect((await reporter.put(recordPath(grouped), interview)).status).toBe(403)
})

test('a township sees its own actions, a village those about itself, the office all', async () => {
  const reporter = await county.member('township_reporter', township)
  const ofTownship = await consequencesOf(county, reporter, '')
  expect(new Set(ofTownship.map((one) => one.township))).toEqual(new Set([township]))
  const village = red[0]?.subjects[0] ?? ''
  const secretary = await county.member('village_secretary', village)
  const ofVillage = await consequencesOf(county, secretary, '')
  expect(ofVillage.length).toBeGreaterThan(0)
  for (const { subjects } of ofVillage) expect(subjects).toContain(village)
  expect((await secretary.get(county.at(`/consequences/${elsewhere.id}`))).status).toBe(403)
  expect((await reporter.get(county.at(`/consequences/${grouped.id}`))).status).toBe(200)
  const all = await consequencesOf(county, county.office, '')
  expect(all.map(({ id }) => id)).toContain(elsewhere.id)
})

test('the list is paged by key and keeps to kind and state', async () => {
  const all = await consequencesOf(county, county.office, 'kind=interview')
  expect(new Set(all.map(({ kind }) => kind))).toEqual(new Set(['interview']))
  const paged: string[] = []
  let cursor: string | null = ''
  while (cursor !== null) {
    const query: string = `/consequences?kind=interview&limit=2${cursor && `&cursor=${cursor}`}`
    const page = (await county.office.get(county.at(query))).body as {
      items: Consequence[]
      nextCursor: string | null
    }
    paged.push(...page.items.map(({ id }) => id))
    cursor = page.nextCursor
  }
  expect(paged).toEqual(all.map(({ id }) => id))
  const cancelled = await consequencesOf(county, county.office, 'state=cancelled')
  expect(cancelled).toEqual([])
})

test('names stand beside ids, as on the round’s roster', async () => {
  const names = new Map(county.areas.map(({ id, name }) => [id, name]))
  expect(grouped.townshipName).toBe(names.get(township))
  expect(grouped.subjectNames).toEqual(grouped.subjects.map((id) => names.get(id)))
})
