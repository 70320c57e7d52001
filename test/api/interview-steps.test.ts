import { env } from 'cloudflare:workers'
import { eq } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import type { ListedCommitment } from '../../schema/api/assignments.ts'
import type { Banner, Consequence } from '../../schema/api/consequences.ts'
import { assignment } from '../../schema/tables/county.ts'
import { tick } from '../../worker/actions/tick.ts'
import { selectNewest } from '../../worker/data/story.ts'
import { aBoard, auditOf } from '../support/board.ts'
import type { Answer, Client } from '../support/client.ts'
import { aCounty, type TestCounty } from '../support/county.ts'
import { aPublishedWeek, consequencesOf, ranksAlone } from '../support/friday.ts'

let county: TestCounty
let township: string
let board: string
let interviews: Consequence[]
beforeAll(async () => {
  county = await aCounty('620423')
  township = county.townships[2]?.id ?? ''
  const owned = await aBoard(county, {
    policy: { ...ranksAlone, bands: { green: { top: 5 }, red: { bottom: 40 } } },
  })
  board = owned.id
  await aPublishedWeek(county, owned)
  await aPublishedWeek(
    county,
    owned,
    county.townships.map(({ id }) => id),
  )
  interviews = await consequencesOf(county, county.office, `stage=proposed&kind=interview`)
})

const plan = { at: '2026-11-25T01:00:00.000Z', venue: '镇政府二楼会议室', host: '分管副县长' }
const interview = {
  heldAt: '2026-11-25T01:30:00.000Z',
  attendees: ['村主要负责人'],
  summary: '限期整改。',
  commitments: [{ text: '清运村口垃圾', dueOn: '2026-12-01' }],
  followUpOn: null,
}
const step = (id: string, name: string) => county.at(`/consequences/${id}/${name}`)
const stageOf = ({ body }: Answer) => (body as Consequence).stage

/** An interview nobody has touched yet. */
function another(): Consequence {
  const taken = interviews.shift()
  if (!taken) throw new Error('no interviews left')
  return taken
}

test('an interview goes from the proposal to its end, and each step stands in the audit', async () => {
  const { office } = county
  const { id } = another()
  const planned = await office.put(step(id, 'schedule'), plan)
  expect(planned.body).toMatchObject({ stage: 'scheduled', state: 'proposed', schedule: plan })
  expect(stageOf(await office.put(step(id, 'record'), interview))).toBe('held')
  const watched = await office.put(step(id, 'follow-up'), { on: '2026-12-02' })
  expect(watched.body).toMatchObject({ stage: 'follow_up', followUpOn: '2026-12-02' })
  const early = await office.put(step(id, 'completion'), { note: '已看过' })
  expect(early.status).toBe(409)
  expect(early.body).toMatchObject({ type: '/problems/promises-open' })
  const [promise] = await county.db.find(assignment, eq(assignment.originId, id))
  await office.patch(county.at(`/assignments/${promise?.id}`), { state: 'done', note: '现场看过，已清完' })
  const ended = await office.put(step(id, 'completion'), { note: '已看过' })
  expect(ended.body).toMatchObject({
    stage: 'done',
    completionNote: '已看过',
    promises: { open: 0, done: 1 },
  })
  const told = ['schedule', 'record', 'follow_up', 'complete'].map((verb) => `consequence.${verb}`)
  expect(await auditOf(county, id)).toEqual(told)
  const { body } = await office.get(step(id, 'events'))
  expect((body as { items: { verb: string }[] }).items.map(({ verb }) => verb)).toEqual(told.reverse())
})

test('the same step again changes nothing; a step out of turn is refused and leaves no trace', async () => {
  const { office } = county
  const { id } = another()
  expect((await office.put(step(id, 'completion'), {})).status).toBe(409)
  expect((await office.put(step(id, 'follow-up'), { on: '2026-12-02' })).status).toBe(409)
  expect((await office.delete(step(id, 'cancellation'))).status).toBe(200)
  await office.put(step(id, 'schedule'), plan)
  expect((await office.put(step(id, 'schedule'), plan)).status).toBe(200)
  expect(await auditOf(county, id)).toEqual(['consequence.schedule'])
  const moved = await office.put(step(id, 'schedule'), { ...plan, venue: '县政府三楼' })
  expect(moved.body).toMatchObject({ schedule: { venue: '县政府三楼' } })
  const both = await Promise.all([
    office.put(step(id, 'record'), interview),
    office.put(step(id, 'cancellation'), { reason: '合并约谈' }),
  ])
  expect(both.map(({ status }) => status).sort()).toEqual([200, 409])
})

test('a mistaken step is taken back, and what happened stays on record', async () => {
  const { office } = county
  const { id } = another()
  await office.put(step(id, 'schedule'), plan)
  expect((await office.delete(step(id, 'schedule'))).body).toMatchObject({
    stage: 'proposed',
    schedule: null,
  })
  const cancelled = await office.put(step(id, 'cancellation'), { reason: '并入乡镇约谈' })
  expect(cancelled.body).toMatchObject({ stage: 'cancelled', reason: '并入乡镇约谈', cancelledByHand: true })
  expect((await office.put(step(id, 'record'), interview)).status).toBe(409)
  expect(stageOf(await office.delete(step(id, 'cancellation')))).toBe('proposed')
  await office.put(step(id, 'record'), { ...interview, commitments: [], followUpOn: '2026-12-02' })
  expect(stageOf(await office.put(step(id, 'completion'), {}))).toBe('done')
  expect(stageOf(await office.delete(step(id, 'completion')))).toBe('follow_up')
  expect(stageOf(await office.delete(step(id, 'follow-up')))).toBe('held')
  expect(await auditOf(county, id)).toEqual(
    [...['schedule', 'unschedule', 'cancel', 'restore', 'record', 'complete', 'reopen', 'end_follow_up']].map(
      (verb) => `consequence.${verb}`,
    ),
  )
})

test('a township leader moves its own interviews, cancels none, and reads no others', async () => {
  const leader = await county.member('township_leader', township)
  const own = interviews.find((one) => one.township === township && one.subjects.length === 1) as Consequence
  const other = interviews.find((one) => one.township !== township) as Consequence
  expect((await leader.put(step(own.id, 'schedule'), plan)).status).toBe(200)
  expect((await leader.put(step(own.id, 'cancellation'), { reason: '不谈了' })).status).toBe(403)
  expect((await leader.put(step(other.id, 'schedule'), plan)).status).toBe(403)
  expect((await leader.get(step(other.id, 'events'))).status).toBe(403)
  expect(await consequencesOf(county, leader, `township=${other.township}`)).toEqual([])
  const ofTownship = await consequencesOf(county, county.office, `township=${township}&stage=scheduled`)
  expect(ofTownship.map(({ id }) => id)).toEqual([own.id])
})

test('promises of all interviews come back as one checklist, with who ticked what', async () => {
  const own = interviews.find((one) => one.township !== township && one.subjects.length === 1) as Consequence
  interviews = interviews.filter(({ id }) => id !== own.id)
  const commitments = [
    { text: '拆除乱搭乱建', dueOn: '2027-01-10' },
    { text: '清沟', dueOn: '2027-01-05' },
    { text: '补种绿化', dueOn: '2027-02-01' },
  ]
  await county.office.put(step(own.id, 'record'), { ...interview, commitments })
  const due = 'dueFrom=2027-01-01&dueBy=2027-01-31'
  const list = await checklist(county.office, due)
  expect(list.map(({ text }) => text)).toEqual(['清沟', '拆除乱搭乱建'])
  expect(list[0]?.interview).toMatchObject({ id: own.id, stage: 'held', subjectNames: own.subjectNames })
  const first = await county.office.get(county.at(`/commitments?${due}&limit=1`))
  const { nextCursor } = first.body as { nextCursor: string }
  expect(
    (await checklist(county.office, `${due}&limit=1&cursor=${nextCursor}`)).map(({ text }) => text),
  ).toEqual(['拆除乱搭乱建'])

  const secretary = await county.member('village_secretary', own.subjects[0])
  expect(await checklist(secretary, due)).toHaveLength(2)
  const elsewhere = await county.member('township_leader', township)
  expect(await checklist(elsewhere, due)).toEqual([])

  const path = county.at(`/assignments/${list[0]?.id}`)
  await county.office.patch(path, { state: 'done', note: '看过照片' })
  await county.office.patch(path, { state: 'open', note: '又堆上了' })
  const [again] = await checklist(county.office, due)
  expect(again?.events.map(({ kind, note, detail }) => [kind, note, detail.role])).toEqual([
    ['assigned', null, 'county_admin'],
    ['done', '看过照片', 'county_admin'],
    ['reopened', '又堆上了', 'county_admin'],
  ])
})

test('an unchanged county answers a poll with 304 and a handful of rows', async () => {
  const { office, at } = county
  const before = await office.get(at('/pulse'))
  const etag = before.headers.get('etag') ?? ''
  const still = await office.get(at('/pulse'), { 'if-none-match': etag })
  expect(still.status).toBe(304)
  const { rowsRead } = county.db.cost
  await county.db.together(selectNewest(county.db, 8))
  expect(county.db.cost.rowsRead - rowsRead).toBeLessThanOrEqual(8)
  await office.put(step(another().id, 'schedule'), plan)
  const after = await office.get(at('/pulse'), { 'if-none-match': etag })
  expect(after.status).toBe(200)
  expect(after.body).not.toEqual(before.body)
})

test('a promise whose day has passed is noted once, and proposes to look again', async () => {
  const own = interviews.pop() as Consequence
  await county.office.put(step(own.id, 'record'), {
    ...interview,
    commitments: [
      { text: '清运', dueOn: '2027-03-01' },
      { text: '硬化', dueOn: '2027-03-01' },
    ],
  })
  const midnight = new Date('2027-03-01T16:00:00.000Z')
  await tick(env, county.id, new Date(midnight.getTime() - 1))
  expect((await shown(own.id)).stage).toBe('held')
  await tick(env, county.id, midnight)
  expect(await shown(own.id)).toMatchObject({ stage: 'follow_up', followUpOn: '2027-03-02' })
  const promises = await county.db.find(assignment, eq(assignment.originId, own.id))
  expect(promises.map(({ overdueAt }) => overdueAt)).toEqual([midnight.toISOString(), midnight.toISOString()])
  await county.office.delete(step(own.id, 'follow-up'))
  await tick(env, county.id, new Date(midnight.getTime() + 86_400_000))
  expect((await shown(own.id)).stage, 'a human said no').toBe('held')
  // Ids follow the clock, which this story has put forward.
  expect((await auditOf(county, own.id)).sort()).toEqual([
    'consequence.end_follow_up',
    'consequence.follow_up',
    'consequence.record',
  ])
})

test('the red banner is held by the newest round’s green villages and passed on when lost', async () => {
  const reader = await county.member('grid_member', county.villagesOf(township)[0]?.id)
  const { holders, passings, ...banner } = (await reader.get(county.at(`/boards/${board}/banner`)))
    .body as Banner
  expect(banner).toMatchObject({ board, ruled: true, asOf: { no: 2 } })
  // Turned upside down, the second week has other villages first.
  expect(holders.length).toBeGreaterThanOrEqual(5)
  for (const { rounds, since } of holders) expect({ rounds, no: since.no }).toEqual({ rounds: 1, no: 2 })
  expect(passings.map(({ no }) => no)).toEqual([2])
  expect(passings[0]?.lost.length).toBeGreaterThanOrEqual(5)
  expect(passings[0]?.gained.map(({ subject }) => subject).sort()).toEqual(
    holders.map(({ subject }) => subject).sort(),
  )
  expect(holders[0]?.townshipName).toMatch(/[镇乡]/)
})

async function checklist(by: Client, query: string): Promise<ListedCommitment[]> {
  const answer = await by.get(county.at(`/commitments?${query}`))
  expect(answer.status, answer.text).toBe(200)
  return (answer.body as { items: ListedCommitment[] }).items
}

async function shown(id: string): Promise<Consequence> {
  return (await county.office.get(county.at(`/consequences/${id}`))).body as Consequence
}
