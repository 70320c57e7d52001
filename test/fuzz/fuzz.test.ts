import { env } from 'cloudflare:workers'
import { expect, inject, test, vi } from 'vitest'
import { app } from '../../worker/app.ts'
import { aFullCounty, type Fixture } from '../tenancy/fixture.ts'
import { faultsOf } from './answers.ts'
import { type Caller, callersOf } from './callers.ts'
import { forms, type Operation, operations, pages } from './operations.ts'
import { Random } from './random.ts'
import { type Asked, type Ground, requestFor } from './requests.ts'

const seed = inject('seed')
const requests = inject('requests')
const rounds = 3
/** Requests on their way at once; all are thought out before, so that the seed alone decides what is asked. */
const lanes = 8

/** What was written to the operator's log: the reason of a 500. */
const logged: string[] = []
vi.spyOn(console, 'error').mockImplementation((line) => logged.push(String(line)))

const statuses = new Map<number, number>()
const answeredWell = new Set<Operation>()

// Each round has a county of its own, for what is asked changes it until little is left to ask.
test.for(Array.from({ length: rounds }, (_, round) => round + 1))(
  `whatever is asked is answered as promised (seed ${seed}, round %i of ${rounds})`,
  async (round) => {
    const random = new Random(seed + round)
    const own = await aFullCounty('620423', 0, 'OWN')
    const other = await aFullCounty('410822', 0, 'CANARY')
    const callers = await callersOf(own)
    const ground: Ground = { own, ids: idsOf(own, other), cursors: [] }
    const found: unknown[] = []
    const started = Date.now()
    for (let done = 0; done < requests / rounds && found.length < 20; done += lanes) {
      const batch = Array.from({ length: lanes }, () => aRequest(random, callers, ground))
      const answers = await Promise.all(
        batch.map(async (one) => ({ ...one, ...(await answerTo(one.asked)) })),
      )
      for (const { operation, caller, asked, answer, text } of answers) {
        statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1)
        if (answer.ok) answeredWell.add(operation)
        keepCursor(ground, text)
        const faults = faultsOf(asked, answer, text, 'CANARY')
        if (faults.length > 0)
          found.push({ faults, caller: caller.name, asked: shown(asked), logged: logged.splice(0) })
        if (answer.status === 401 && asked.headers.cookie === caller.headers.cookie) await caller.again?.()
      }
    }
    report(round, (Date.now() - started) / 1000)
    expect(found).toEqual([])
  },
)

test('enough of what was asked was answered well, or nothing but refusals would have been looked at', () => {
  const asked = [...statuses.values()].reduce((sum, n) => sum + n, 0)
  expect(asked).toBeGreaterThanOrEqual(requests)
  expect(statuses.get(200) ?? 0).toBeGreaterThan(asked / 5)
  for (const status of [201, 204, 400, 401, 403, 404, 409, 413, 415, 422])
    expect(statuses.keys()).toContain(status)
  expect(answeredWell.size).toBeGreaterThan(operations.length / 2)
})

const weighed = [...operations, ...operations, ...operations, ...pages, ...forms]

function aRequest(random: Random, callers: readonly Caller[], ground: Ground) {
  const operation = random.of(weighed)
  const caller = random.of(callers)
  const asked = requestFor(operation, random, ground)
  const headers: Record<string, string> = {
    'accept-language': random.of(['zh', 'en']),
    ...caller.headers,
    ...asked.headers,
  }
  return { operation, caller, asked: { ...asked, headers } }
}

async function answerTo({ method, path, headers, body }: Asked) {
  const pending: Promise<unknown>[] = []
  const context = { waitUntil: (work: Promise<unknown>) => pending.push(work), passThroughOnException() {} }
  const request = new Request(new URL(path, 'http://localhost'), {
    ...{ method, headers },
    ...(body !== undefined && method !== 'GET' && { body }),
  })
  const answer = await app.fetch(request, env, context as unknown as ExecutionContext)
  const text = new TextDecoder().decode(await answer.arrayBuffer())
  await Promise.all(pending)
  return { answer, text }
}

/** Cursors of one list are asked of others too. */
function keepCursor({ cursors }: Ground, text: string) {
  const [, cursor] = /"nextCursor":"([^"]+)"/.exec(text.slice(-300)) ?? []
  if (cursor !== undefined && cursors.length < 100) cursors.push(cursor)
}

function shown({ method, path, headers, body }: Asked) {
  const { cookie: _, ...others } = headers
  return {
    method,
    path,
    headers: others,
    body: typeof body === 'string' ? body.slice(0, 1500) : body?.length,
  }
}

function report(round: number, seconds: number) {
  const counts = [...statuses].sort(([a], [b]) => a - b).map(([status, n]) => `${status}: ${n}`)
  const well = `${answeredWell.size} of ${operations.length + pages.length + forms.length} operations answered well`
  console.log(`seed ${seed}, round ${round}: ${seconds.toFixed(1)} s; so far ${counts.join(', ')}; ${well}`)
}

/** Every id of the county, some of another's, and one that is nobody's. */
function idsOf(own: Fixture, other: Fixture): string[] {
  const texts = (value: unknown, depth: number): string[] => {
    if (typeof value === 'string') return /^[A-Za-z0-9_-]{4,64}$/.test(value) ? [value] : []
    if (typeof value !== 'object' || value === null || depth > 3) return []
    return Object.values(value).flatMap((part) => texts(part, depth + 1))
  }
  const { county, ...mine } = own
  const { county: foreign, ...theirs } = other
  const places = county.areas.slice(0, 20).map(({ id }) => id)
  return [...texts(mine, 0), ...places, county.id, ...texts(theirs, 0).slice(0, 15), foreign.id, 'none-such']
}
