import { env } from 'cloudflare:workers'
import { eq } from 'drizzle-orm'
import { afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { area, audit, issue, receipt, report } from '../../../schema/tables/county.ts'
import { makeDue, readDue } from '../../../worker/data/due-clock.ts'
import { patience } from '../../../worker/data/in-time.ts'
import { newId } from '../../../worker/data/new-id.ts'
import { forgetAllRecent } from '../../../worker/data/recent.ts'
import { aBoard, anOpenRound, auditOf, inOrder, roundsOf, sends } from '../../support/board.ts'
import { Client } from '../../support/client.ts'
import { aCounty, type TestCounty } from '../../support/county.ts'
import { anIssue, raises, withCatalogue } from '../../support/issues.ts'
import { aPublishedBoard } from '../../support/published-board.ts'
import { at, cronAt, deliver, type Fault, faulty, withBindings, writesOnly } from './faulty.ts'

let stricken: TestCounty
let sound: TestCounty
beforeAll(async () => {
  stricken = await aCounty('620423', 1)
  sound = await aCounty('410822', 0)
  for (const county of [stricken, sound]) {
    await withCatalogue(county)
    await aPublishedBoard(county, { visibility: 'public' })
  }
})
afterEach(() => void vi.useRealTimers())

const away = (how: Fault = 'before') => withBindings({ SHARD_01: faulty(env.SHARD_01, () => how) })

describe('while one shard does not answer', () => {
  const bindings = away()

  test('its counties are told to come back, in words, whatever they ask', async () => {
    forgetAllRecent()
    const { office } = stricken
    const asked = [
      await at(office, bindings).get(stricken.at('/areas')),
      await raises(stricken, at(office, bindings), anIssue(stricken)),
      await at(new Client(), bindings).get(`/c/${stricken.code}`),
    ]
    for (const answer of asked) {
      expect(answer.status, answer.text).toBe(503)
      expect(answer.headers.get('retry-after')).toBe('10')
    }
    expect(asked[0]?.body).toMatchObject({ type: '/problems/unavailable', title: '暂时办不了' })
    for (const { text } of asked) expect(text).not.toMatch(/D1_ERROR|Network/)
    expect(asked[2]?.headers.get('content-type')).toMatch(/^text\/html/)
    expect(asked[2]?.headers.get('cache-control')).toBe('private, no-store')
    expect(asked[2]?.text).toContain('<h1>暂时打不开</h1>')
  })

  test('the other counties notice nothing: their people, their public pages, whoever signs in', async () => {
    const office = at(sound.office, bindings)
    expect((await office.get(sound.at('/areas'))).status).toBe(200)
    expect((await raises(sound, office, anIssue(sound))).status).toBe(201)
    expect((await at(new Client(), bindings).get(`/c/${sound.code}`)).status).toBe(200)
    expect((await office.get('/me')).status).toBe(200)
  })

  test('the service lives and says which database is missing', async () => {
    const anybody = at(new Client(), bindings)
    expect((await anybody.get('/healthz')).status).toBe(200)
    const readiness = await anybody.get('/readyz')
    expect([readiness.status, readiness.body]).toEqual([503, { status: 'not ready', missing: ['SHARD_01'] }])
  })

  test('its due work waits and that of others is done; once it is back, rounds close at their due time', async () => {
    const boards = new Map([
      [stricken, await aBoard(stricken)],
      [sound, await aBoard(sound)],
    ])
    const closing = Date.now() + 3_600_000
    for (const [county, board] of boards) {
      await anOpenRound(county, board, { closesAt: new Date(closing).toISOString() })
      await makeDue(county.control, county.id, closing)
    }
    const stateOf = async (county: TestCounty) =>
      (await roundsOf(county, boards.get(county) ?? { id: '' })).at(-1)

    const { jobs } = await cronAt(closing, bindings)
    const ticks = jobs.filter(({ kind }) => kind === 'tick')
    const result = await deliver(ticks, bindings)
    expect(result).toEqual({ done: [sound.id], again: [stricken.id] })
    expect(await stateOf(sound)).toMatchObject({ state: 'closed' })
    expect(await stateOf(stricken)).toMatchObject({ state: 'open' })
    expect((await readDue(stricken.control, stricken.id))?.at).toBeLessThanOrEqual(closing)

    const tomorrow = closing + 86_400_000
    expect((await deliver((await cronAt(tomorrow)).jobs)).again).toEqual([])
    expect(await stateOf(stricken)).toMatchObject({
      state: 'closed',
      closedAt: new Date(closing).toISOString(),
    })
  })
})

describe.each(['before', 'after'] as const)('a shard that breaks off %s a write had its effect', (how) => {
  const bindings = withBindings({ SHARD_01: faulty(env.SHARD_01, writesOnly(how)) })
  const kept = how === 'after' ? 1 : 0

  test('keeps all of it or nothing, and the same again has one effect', async () => {
    const { office, db } = stricken
    const [id, wanted] = [newId(), anIssue(stricken)]
    const count = async () => [await db.count(issue, eq(issue.id, id)), (await auditOf(stricken, id)).length]
    expect((await raises(stricken, at(office, bindings), wanted, id)).status).toBe(503)
    expect(await count()).toEqual([kept, kept])
    expect((await raises(stricken, office, wanted, id)).status).toBe(kept ? 200 : 201)
    expect(await count()).toEqual([1, 1])
  })

  test('of a report too', async () => {
    const { office, db, townships } = stricken
    const round = await anOpenRound(stricken, await aBoard(stricken))
    const township = townships[0]?.id ?? ''
    const entries = inOrder(stricken, township)
    const sent = (client: Client) => sends(stricken, client, round, 'township', township, entries)
    const count = async () => [
      await db.count(report, eq(report.round, round.id)),
      (await auditOf(stricken, round.id)).filter((verb) => verb === 'report.send').length,
    ]
    expect((await sent(at(office, bindings))).status).toBe(503)
    expect(await count()).toEqual([kept, kept])
    expect((await sent(office)).status).toBe(200)
    expect(await count()).toEqual([1, 1])
  })

  test('of a POST with its key: the repeat does it, or says that it was done', async () => {
    const { office, db, townships } = stricken
    const key = { 'idempotency-key': newId() }
    const grid = { name: `网格${how}`, level: 'grid', parent: townships[0]?.id }
    const count = async () => [
      await db.count(area, eq(area.name, grid.name)),
      await db.count(receipt, eq(receipt.key, key['idempotency-key'])),
      await db.count(audit, eq(audit.verb, 'area.add')),
    ]
    const before = (await count())[2] ?? 0
    const lost = await at(office, bindings).post(stricken.at('/areas'), grid, key)
    expect(lost.status, lost.text).toBe(503)
    expect(await count()).toEqual([kept, kept, before + kept])
    const again = await office.post(stricken.at('/areas'), grid, key)
    expect([again.status, (again.body as { type?: string }).type]).toEqual(
      kept ? [409, '/problems/answer-lost'] : [201, undefined],
    )
    expect(await count()).toEqual([1, 1, before + 1])
  })
})

test('an answer that cannot be kept is given all the same, and a repeat is told that it is lost', async () => {
  const { office, db, townships } = stricken
  const keeping = faulty(env.SHARD_01, (sql) => (/^update "receipt"/.test(sql) ? 'before' : undefined))
  const key = { 'idempotency-key': newId() }
  const grid = { name: '网格没留底', level: 'grid', parent: townships[0]?.id }
  const bindings = withBindings({ SHARD_01: keeping })
  const first = await at(office, bindings).post(stricken.at('/areas'), grid, key)
  expect(first.status, first.text).toBe(201)
  const again = await office.post(stricken.at('/areas'), grid, key)
  expect(again.body).toMatchObject({ status: 409, type: '/problems/answer-lost' })
  expect(await db.count(area, eq(area.name, grid.name))).toBe(1)
})

describe('a shard that is silent', () => {
  const bindings = away('silent')

  test('is given up after half a minute, while the others are answered at once', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    const waiting = at(stricken.office, bindings).get(stricken.at('/areas'))
    expect((await at(sound.office, bindings).get(sound.at('/areas'))).status).toBe(200)
    expect((await afterPatience(waiting)).status).toBe(503)
  })

  test('keeps no other county’s message from being done', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    const board = await aBoard(sound)
    const nudges = [stricken, sound].map(({ id: county }) => ({
      ...{ kind: 'tick' as const, county, at: Date.now() },
    }))
    const delivered = deliver(nudges, bindings)
    expect(await afterPatience(delivered)).toEqual({ done: [sound.id], again: [stricken.id] })
    expect(await roundsOf(sound, board)).toHaveLength(1)
  })

  /** What comes of something that waits for a silent database, without the wait. */
  async function afterPatience<Result>(waiting: Promise<Result>): Promise<Result> {
    let over = false
    const result = waiting.finally(() => {
      over = true
    })
    while (!over) {
      await vi.advanceTimersByTimeAsync(patience)
      await sound.db.count(issue)
    }
    return result
  }
})

describe('while CONTROL does not answer', () => {
  const bindings = withBindings({ CONTROL: faulty(env.CONTROL, () => 'before') })

  test('everybody is told to come back, and nothing is half done', async () => {
    forgetAllRecent()
    const login = { login: 'nobody', password: 'no such account' }
    for (const answer of [
      await at(sound.office, bindings).get(sound.at('/areas')),
      await at(sound.office, bindings).get('/me'),
      await at(new Client(), bindings).post('/sessions', login),
      await at(new Client(), bindings).get(`/c/${sound.code}`),
    ]) {
      expect([answer.status, answer.headers.get('retry-after')], answer.text).toEqual([503, '10'])
    }
    const id = newId()
    expect((await raises(sound, at(sound.office, bindings), anIssue(sound), id)).status).toBe(503)
    expect(await sound.db.count(issue, eq(issue.id, id))).toBe(0)
    expect((await at(new Client(), bindings).get('/healthz')).status).toBe(200)
  })

  test.each(['before', 'after'] as const)('a sign-up broken off %s its effect is done once', async (how) => {
    const code = how === 'before' ? '410825' : '410882'
    const account = { name: '王办', login: `office-${how}`, password: 'three-colours-26' }
    const wanted = { county: code, office: '整治办', account }
    const key = { 'idempotency-key': newId() }
    const CONTROL = faulty(env.CONTROL, (sql) => (/insert into "county" /.test(sql) ? how : undefined))
    const lost = await at(new Client(), withBindings({ CONTROL })).post('/signup', wanted, key)
    expect(lost.status, lost.text).toBe(503)
    const again = await new Client().post('/signup', wanted, key)
    expect([again.status, (again.body as { type?: string }).type]).toEqual(
      how === 'before' ? [201, undefined] : [409, '/problems/answer-lost'],
    )
    const { login, password } = account
    const me = new Client()
    expect((await me.post('/sessions', { login, password })).status).toBe(201)
    expect((await me.get('/me')).body).toMatchObject({ memberships: [{ county: { code } }] })
  })

  test('the cron fails as a whole, and the next one finds everything still due', async () => {
    const now = Date.now() + 60_000
    await makeDue(sound.control, sound.id, now)
    expect(await cronAt(now, bindings)).toEqual({ jobs: [], ok: false })
    expect((await cronAt(now)).jobs).toContainEqual({ kind: 'tick', county: sound.id, at: now })
  })
})
