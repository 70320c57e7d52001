import { env } from 'cloudflare:workers'
import { and, eq, sql } from 'drizzle-orm'
import { beforeEach, expect, test } from 'vitest'
import type { Notice } from '../../schema/api/notices.ts'
import {
  assignment,
  assignmentEvent,
  issueEvent,
  issue as issueTable,
  issueTally,
  notice,
  visit,
} from '../../schema/tables/county.ts'
import { keepClock } from '../../worker/actions/assignments/keep-clock.ts'
import { keepRevisits } from '../../worker/actions/issues/keep-revisits.ts'
import { tick } from '../../worker/actions/tick.ts'
import { shardOf } from '../../worker/data/shards.ts'
import { auditOf, clockAt } from '../support/board.ts'
import { aCounty, type TestCounty } from '../support/county.ts'
import { detailed, raised, stepped, withCatalogue } from '../support/issues.ts'

let county: TestCounty
let township: string
let village: string
beforeEach(async () => {
  county = await aCounty('620423', 2)
  await withCatalogue(county)
  township = county.townships[0]?.id ?? ''
  village = county.villagesOf(township)[0]?.id ?? ''
  for (const [area, post, holder] of [
    [village, 'village_head', '甲主任'],
    [village, 'village_lead', '乙包村'],
    [township, 'deputy_lead', '丙分管'],
    [township, 'top_lead', '丁书记'],
  ]) {
    const held = { area, post, holder, startsOn: '2026-01-01' }
    expect((await county.office.post(county.at('/posts'), held)).status).toBe(201)
  }
})

const hour = 3_600_000
const day = 24 * hour
const inHours = (from: string, hours: number) => new Date(Date.parse(from) + hours * hour)

/** An issue due in eight hours: a quarter of it is two hours before. */
async function dueIn8Hours() {
  const now = new Date()
  const dueAt = new Date(now.getTime() + 8 * hour).toISOString()
  return raised(county, { dueAt, foundAt: now.toISOString() })
}

async function strikesOf(id: string): Promise<[string, string][]> {
  const rows = await county.db.find(assignmentEvent, eq(assignmentEvent.assignment, id))
  return rows
    .filter(({ by }) => by === 'system')
    .map(({ kind, at }): [string, string] => [at, kind])
    .sort()
}

test('a reminder, overdue, then post after post: each once, at its own time, whenever the clock comes by', async () => {
  const issue = await dueIn8Hours()
  const due = issue.dueAt ?? ''
  const next = await keepClock(await clockAt(county, new Date()))
  expect(next).toBeLessThan(Date.parse(due) - 1.9 * hour)
  expect(await strikesOf(issue.id)).toEqual([])

  expect(await keepClock(await clockAt(county, inHours(due, -1)))).toBe(Date.parse(due))
  expect((await strikesOf(issue.id)).map(([, kind]) => kind)).toEqual(['reminded'])

  const late = inHours(due, 30)
  await keepClock(await clockAt(county, late))
  const third = inHours(due, 72)
  expect(await keepClock(await clockAt(county, late))).toBe(third.getTime())
  await keepClock(await clockAt(county, inHours(due, 200)))
  const strikes = await strikesOf(issue.id)
  expect(strikes.map(([, kind]) => kind)).toEqual([
    ...['reminded', 'escalated', 'overdue', 'escalated', 'escalated'],
  ])
  expect(strikes.slice(1).map(([at]) => at)).toEqual([
    ...[due, due, inHours(due, 24).toISOString(), third.toISOString()],
  ])

  const detail = await detailed(county, issue)
  expect(detail).toMatchObject({ overdueAt: due, state: 'assigned', settled: false })
  expect(detail.events.filter(({ by }) => by === 'system').map(({ kind }) => kind)).toEqual(
    expect.arrayContaining(['overdue', 'escalated', 'escalated', 'escalated']),
  )
  expect(await county.db.find(issueTally)).toMatchObject([{ township, open: 1, overdue: 1, awaiting: 0 }])
})

test('those who are to be told read it under the post they hold, and their names can be erased', async () => {
  const issue = await dueIn8Hours()
  await keepClock(await clockAt(county, inHours(issue.dueAt ?? '', 80)))
  const leader = await county.member('township_leader', township)
  const secretary = await county.member('village_secretary', village)
  const read = async (by = county.office) => {
    const answer = await by.get(county.at('/notices'))
    return (answer.body as { items: Notice[] }).items
  }
  expect((await read(secretary)).map(({ kind }) => kind).sort()).toEqual([
    ...['escalated', 'overdue', 'reminder'],
  ])
  const told = await read(leader)
  expect(told.flatMap(({ posts }) => posts.map(({ holder }) => holder)).sort()).toEqual(['丁书记', '丙分管'])
  expect(told[0]).toMatchObject({ kind: 'escalated', audience: township, no: 1, read: false })

  const mark = await leader.put(county.at('/notices/mark'), { upTo: told[0]?.id })
  expect(mark.status).toBe(204)
  expect((await read(leader)).map((one) => one.read)).toEqual([true, true])
  expect((await read(secretary))[0]?.read).toBe(false)

  const posts = await county.office.get(county.at('/posts'))
  const held = (posts.body as { items: { id: string; holder: string }[] }).items
  const gone = held.find(({ holder }) => holder === '丁书记')
  expect((await county.office.delete(county.at(`/posts/${gone?.id}`))).status).toBe(204)
  expect(JSON.stringify(await county.db.find(notice))).not.toContain('丁书记')
  expect(JSON.stringify(await county.db.find(notice))).toContain('丙分管')
})

test('two clocks at the same time, and one that comes twice, strike once', async () => {
  const issue = await dueIn8Hours()
  const at = inHours(issue.dueAt ?? '', 1)
  await Promise.all([clockAt(county, at), clockAt(county, at)].map(async (c) => keepClock(await c)))
  const again = await clockAt(county, at)
  await keepClock(again)
  expect(again.db.cost.rowsWritten).toBe(0)
  expect(again.db.cost.rowsRead).toBeLessThan(5)
  expect((await strikesOf(issue.id)).map(([, kind]) => kind)).toEqual(['reminded', 'escalated', 'overdue'])
  expect(await auditOf(county, county.id)).toContain('assignment.clock')
})

test('what is rectified in time rests; returned, it runs again; a deferral that runs out is over', async () => {
  const issue = await dueIn8Hours()
  const due = issue.dueAt ?? ''
  await stepped(county, county.office, issue, {
    kind: 'deferral_asked',
    dueAt: inHours(due, 48).toISOString(),
    note: '等机械',
  })
  const deferred = await stepped(county, county.office, issue, { kind: 'deferred' })
  expect(deferred).toMatchObject({
    state: 'deferred',
    dueAt: inHours(due, 48).toISOString(),
    deferralTo: null,
  })
  await keepClock(await clockAt(county, inHours(due, 1)))
  expect(await strikesOf(issue.id)).toEqual([])
  await keepClock(await clockAt(county, inHours(due, 49)))
  expect(await detailed(county, issue)).toMatchObject({
    ...{ state: 'rectifying', overdueAt: inHours(due, 48).toISOString() },
  })
  const village1 = await county.member('village_secretary', village)
  const rectified = await stepped(county, village1, issue, { kind: 'rectified' })
  expect(rectified.onTime).toBe(true)
  expect(await county.db.find(issueTally)).toMatchObject([{ open: 1, overdue: 0, awaiting: 1 }])
  await keepClock(await clockAt(county, inHours(due, 400)))
  expect((await strikesOf(issue.id)).map(([, kind]) => kind)).toEqual(['reminded', 'escalated', 'overdue'])
  const returned = await stepped(county, county.office, issue, { kind: 'returned', note: '不彻底' })
  expect(returned.overdueAt).toBeNull()
  const [work] = await county.db.find(assignment, eq(assignment.id, issue.id))
  expect(work).toMatchObject({ state: 'open', level: 0 })
})

test('one that cannot be read holds up no other', async () => {
  const sound = await dueIn8Hours()
  const broken = await raised(county, { category: 'sewage', dueAt: sound.dueAt ?? '' })
  const spoil = "update issue_category set escalation = '{' where county = ? and id = 'sewage'"
  await shardOf(env, county.shard).prepare(spoil).bind(county.id).run()
  const at = inHours(sound.dueAt ?? '', 1)
  await expect(keepClock(await clockAt(county, at))).rejects.toThrow(/JSON/)
  await expect(tick(env, county.id, at)).rejects.toThrow(/JSON/)
  expect((await strikesOf(sound.id)).map(([, kind]) => kind)).toEqual(['reminded', 'escalated', 'overdue'])
  expect(await strikesOf(broken.id)).toEqual([])
})

test('five thousand due at once among twice as many are one pass over the rows due', {
  timeout: 120_000,
}, async () => {
  const first = await dueIn8Hours()
  const due = first.dueAt ?? ''
  await multiply(first.id, 10_000, 2)
  const clock = await clockAt(county, inHours(due, 0.5))
  await keepClock(clock)
  const { trips, rowsRead, rowsWritten } = clock.db.cost
  console.log('5,001 due of 10,001', JSON.stringify(clock.db.cost))
  const overdue = await county.db.count(issueTable, sql`${issueTable.overdueAt} is not null`)
  expect(overdue).toBe(5001)
  expect(trips).toBeLessThan(80)
  // Reading each row due, its issue, and checking both again as they are written.
  expect(rowsRead / 5001).toBeLessThan(25)
  expect(rowsWritten / 5001).toBeLessThan(40)
  const [tally] = await county.db.find(issueTally)
  expect(tally?.overdue).toBe(5001)
  const again = await clockAt(county, inHours(due, 0.5))
  await keepClock(again)
  expect(again.db.cost.rowsWritten).toBe(0)
  const events = await county.db.count(issueEvent, eq(issueEvent.kind, 'overdue'))
  expect(events).toBe(5001)
})

test('a share of the closed is looked at again, and all of a repeat offender’s, decided once', async () => {
  await county.office.put(county.at('/settings/revisits'), {
    afterDays: 7,
    share: 0,
    relapses: 2,
    withinDays: 90,
  })
  const inspector = await aGroup('督察一组', [township])
  const close = async (area: string) => {
    const issue = await raised(county, { area })
    await stepped(county, county.office, issue, { kind: 'rectified' })
    return stepped(county, inspector, issue, { kind: 'closed' })
  }
  const good = county.villagesOf(township)[1]?.id ?? ''
  const spared = await close(good)
  for (const _ of [1, 2]) {
    const bad = await close(village)
    const again = await stepped(county, inspector, bad, { kind: 'revisited', good: false, note: '又堆上了' })
    expect(again).toMatchObject({ state: 'assigned', settled: false, relapses: 1, fixed: false })
  }
  const third = await close(village)
  const later = new Date(Date.now() + 8 * day)
  const both = [clockAt(county, later), clockAt(county, later)]
  await Promise.all(both.map(async (c) => keepRevisits(await c)))
  await keepRevisits(await clockAt(county, later))
  const planned = await county.db.find(visit)
  expect(planned.map(({ issue, purpose, state }) => ({ issue, purpose, state }))).toEqual([
    { issue: third.id, purpose: 'revisit', state: 'planned' },
  ])
  expect(planned[0]?.unit).not.toBeNull()
  const undecided = await county.db.count(issueTable, sql`${issueTable.revisitAt} is not null`)
  expect(undecided).toBe(0)
  expect((await auditOf(county, county.id)).filter((verb) => verb === 'revisit.draw')).toHaveLength(1)

  await stepped(county, inspector, third, { kind: 'revisited', good: true })
  expect(await county.db.find(visit)).toMatchObject([{ state: 'done' }])
  const figures = await county.office.get(county.at('/issues/relapses?by=village'))
  expect((figures.body as { items: unknown[] }).items).toEqual([
    expect.objectContaining({ key: village, closed: 3, relapsed: 2 }),
    expect.objectContaining({ key: good, closed: 1, relapsed: 0 }),
  ])
  expect(await detailed(county, spared)).toMatchObject({ state: 'closed', fixed: true })
})

async function aGroup(name: string, covers: string[]) {
  const unit = await county.office.post(county.at('/units'), { name, kind: 'group', covers })
  return county.member('inspector', (unit.body as { id: string }).id)
}

/** Copies of an issue and its assignment; every `later`-th falls due with it, the others a month after. */
async function multiply(id: string, copies: number, every: number): Promise<void> {
  const [issue] = await county.db.find(issueTable, eq(issueTable.id, id))
  const [work] = await county.db.find(assignment, and(eq(assignment.id, id)))
  if (!issue || !work) throw new Error('nothing to copy')
  const { nextAt } = work
  const numbers = Array.from({ length: copies }, (_, i) => i + 1)
  await county.db.write(
    ...county.db.insertAll(
      issueTable,
      numbers.map((n) => ({ ...issue, id: `copy-${n}`, no: issue.no + n, assignment: `copy-${n}` })),
    ),
    ...county.db.insertAll(
      assignment,
      numbers.map((n) => ({
        ...{ ...work, id: `copy-${n}`, originId: `copy-${n}` },
        nextAt: (nextAt ?? 0) + (n % every === 0 ? 0 : 30 * day),
      })),
    ),
  )
}
