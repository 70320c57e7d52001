import { env } from 'cloudflare:workers'
import { eq } from 'drizzle-orm'
import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { assignment, assignmentEvent, audit, round as roundTable } from '../../../schema/tables/county.ts'
import { tick } from '../../../worker/actions/tick.ts'
import { readDue } from '../../../worker/data/due-clock.ts'
import { newId } from '../../../worker/data/new-id.ts'
import { nightAfter } from '../../../worker/domain/privacy/retention.ts'
import type { Job } from '../../../worker/jobs/job.ts'
import { aBoard, anOpenRound, auditOf, inOrder, roundsOf, sends } from '../../support/board.ts'
import { Client } from '../../support/client.ts'
import { aCounty, type TestCounty } from '../../support/county.ts'
import { anIssue, raised, raises, withCatalogue } from '../../support/issues.ts'
import { at, cronAt, deliver, faulty, withBindings } from './faulty.ts'

const minute = 60_000
const hour = 60 * minute
const iso = (instant: number) => new Date(instant).toISOString()

let county: TestCounty
let machine: Client
beforeAll(async () => {
  county = await aCounty('620423', 1)
  await withCatalogue(county)
  const wanted = { name: '系统', role: 'county_admin', expiresInDays: 30 }
  const { body } = await county.office.post(county.at('/tokens'), wanted)
  machine = at(new Client((body as { secret: string }).secret), env)
})
let now: number
beforeEach(() => {
  now = Date.now()
})
afterEach(() => void vi.useRealTimers())

/** The service's clock, for the requests that follow. */
const clockSaysAt = (instant: number) => vi.useFakeTimers({ toFake: ['Date'], now: instant })
const nudge = (instant: number): Job => ({ kind: 'tick', county: county.id, at: instant })
const open = async (closesAt: number) => {
  const board = await aBoard(county)
  return { board, round: await anOpenRound(county, board, { closesAt: iso(closesAt) }) }
}

describe('no cron for a day, then two at once', () => {
  test('rounds close at their due time, work was overdue at its own, each once', async () => {
    const { board, round } = await open(now + hour)
    const { id } = await raised(county, { dueAt: iso(now + 2 * hour) })
    const late = now + 25 * hour
    const jobs = [...(await cronAt(late)).jobs, ...(await cronAt(late)).jobs]
    expect(jobs.filter(({ kind }) => kind === 'tick')).toHaveLength(2)
    expect((await deliver(jobs)).again).toEqual([])
    await deliver((await cronAt(late + 5 * minute)).jobs)

    const [current, closed] = await roundsOf(county, board)
    expect(closed).toMatchObject({ id: round.id, state: 'closed', closedAt: iso(now + hour) })
    expect(current).toMatchObject({ state: 'open' })
    expect(await auditOf(county, round.id)).toEqual(['round.open', 'round.close'])
    const [closing] = await county.db.find(audit, eq(audit.verb, 'round.close'), {
      orderBy: audit.id,
      descending: true,
      limit: 1,
    })
    expect(closing, 'the audit says when it was done, and for when').toMatchObject({
      at: iso(late),
      detail: { closedAt: iso(now + hour) },
    })

    const [work] = await county.db.find(assignment, eq(assignment.originId, id))
    expect(work?.overdueAt).toBe(iso(now + 2 * hour))
    const events = await county.db.find(assignmentEvent, eq(assignmentEvent.assignment, work?.id ?? ''))
    const overdue = events.filter(({ kind }) => kind === 'overdue')
    expect(overdue.map((one) => one.at)).toEqual([iso(now + 2 * hour)])
    expect(new Set(events.map((one) => `${one.kind} ${one.at}`)).size).toBe(events.length)
  })

  test('a report that comes after the due time is late, though the round still looks open', async () => {
    const { round } = await open(now + hour)
    const township = county.townships[0]?.id ?? ''
    clockSaysAt(now + hour + minute)
    const answer = await sends(county, machine, round, 'township', township, inOrder(county, township))
    expect([answer.status, (answer.body as { type: string }).type]).toEqual([409, '/problems/round-not-open'])
    const stored = await county.db.first(roundTable, eq(roundTable.id, round.id))
    expect(stored).toMatchObject({ state: 'open' })
  })
})

describe('messages', () => {
  test.each([
    ['in order', [0, 1, 2, 3]],
    ['the last first', [3, 2, 1, 0]],
    ['mixed', [2, 0, 3, 1]],
  ])('doubled and delivered %s do the same', async (_, order) => {
    const { board, round } = await open(now + hour)
    const instants = [now + hour - 5 * minute, now + hour, now + hour + 5 * minute, now + 2 * hour]
    for (const no of order) {
      const message = nudge(instants[no] ?? now)
      expect((await deliver([message, message])).again).toEqual([])
    }
    const rounds = await roundsOf(county, board)
    expect(rounds.map(({ state }) => state)).toEqual(['open', 'closed'])
    expect(rounds[1]).toMatchObject({ id: round.id, closedAt: iso(now + hour) })
    expect(await auditOf(county, round.id)).toEqual(['round.open', 'round.close'])
    expect(await auditOf(county, rounds[0]?.id ?? '')).toEqual(['round.open'])
    const due = await readDue(county.control, county.id)
    expect(due?.at, 'somebody looks before the next round closes').toBeLessThanOrEqual(
      Date.parse(rounds[0]?.closesAt ?? ''),
    )
  })
})

test('what is written just after the clock has looked is not overlooked', async () => {
  let looked = false
  const bindings = withBindings({
    SHARD_01: faulty(env.SHARD_01, async (sql) => {
      if (/insert into "issue" /.test(sql)) {
        looked = true
        await tick(env, county.id, new Date())
      }
      return undefined
    }),
  })
  const id = newId()
  const wanted = anIssue(county, { dueAt: iso(now + 48 * hour) })
  expect((await raises(county, at(county.office, bindings), wanted, id)).status).toBe(201)
  expect(looked).toBe(true)
  const [work] = await county.db.find(assignment, eq(assignment.originId, id))
  await deliver((await cronAt(now + 5 * minute)).jobs)
  expect((await readDue(county.control, county.id))?.at).toBeLessThanOrEqual(work?.nextAt ?? 0)
})

describe('the service’s clock', () => {
  test('set back an hour between two requests mixes nothing up', async () => {
    const { round } = await open(now + 48 * hour)
    const township = county.townships[0]?.id ?? ''
    const said = (reversed: boolean) => inOrder(county, township, reversed)
    const [first, second] = [newId(), newId()]
    await raises(county, machine, anIssue(county), first)
    await sends(county, machine, round, 'township', township, said(false))
    clockSaysAt(now - hour)
    expect(
      (await raises(county, machine, anIssue(county, { foundAt: iso(now - 2 * hour) }), second)).status,
    ).toBe(201)
    expect((await sends(county, machine, round, 'township', township, said(true))).status).toBe(200)
    const stored = await machine.get(county.at(`/rounds/${round.id}/reports/township/${township}`))
    expect((stored.body as { entries: unknown }).entries).toEqual(said(true))
    const ids = (await county.db.find(audit)).map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
    for (const id of [first, second]) expect(await auditOf(county, id)).toEqual(['issue.raise'])
    await deliver([nudge(now - hour)])
    // The audit stands in the order of the clock as it was, so only what is in it is compared.
    expect((await auditOf(county, round.id)).toSorted()).toEqual(['report.send', 'report.send', 'round.open'])
  })

  test('a month ahead closes what was open; set right, the next cron opens today’s round', async () => {
    const { board, round } = await open(now + hour)
    const ahead = nightAfter(now + 31 * 24 * hour)
    await deliver((await cronAt(ahead)).jobs)
    expect((await county.office.get('/me')).status, 'by that clock the sign-in had long run out').toBe(401)
    county = { ...county, office: await county.member('county_admin') }
    expect((await roundsOf(county, board)).find(({ id }) => id === round.id)).toMatchObject({
      state: 'closed',
      closedAt: iso(now + hour),
    })
    expect((await readDue(county.control, county.id))?.at).toBeGreaterThan(now + 24 * hour)
    const later = now + 3 * hour
    await deliver((await cronAt(later)).jobs)
    const current = (await roundsOf(county, board)).filter(
      ({ opensAt, closesAt }) => opensAt <= iso(later) && closesAt > iso(later),
    )
    expect(current).toMatchObject([{ state: 'open' }])
  })

  test('over a leap day and the end of a year a nightly board has every round once, without a gap', async () => {
    for (const start of ['2027-12-30T10:00:00Z', '2028-02-27T10:00:00Z']) {
      const board = await aBoard(county, { cadence: { every: 'day', closesAt: '18:00' } })
      for (let day = 0; day < 4; day++) {
        await tick(env, county.id, new Date(Date.parse(start) + day * 24 * hour + 5 * minute))
      }
      const rounds = (await roundsOf(county, board)).reverse()
      expect(rounds.map(({ closesAt }) => closesAt)).toEqual(
        [1, 2, 3, 4].map((day) => iso(Date.parse(start) + day * 24 * hour)),
      )
      expect(rounds.slice(1).map(({ opensAt }) => opensAt)).toEqual(
        rounds.slice(0, -1).map(({ closesAt }) => closesAt),
      )
      await county.office.patch(county.at(`/boards/${board.id}`), { active: false })
    }
  })
})
