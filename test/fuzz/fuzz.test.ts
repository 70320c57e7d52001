import { env } from 'cloudflare:workers'
import { expect, inject, test, vi } from 'vitest'
import { app } from '../../worker/app.ts'
import { aFullCounty, type Fixture } from '../tenancy/fixture.ts'
import { faultsOf } from './answers.ts'
import { type Caller, callersOf } from './callers.ts'
import { operations, pages } from './operations.ts'
import { Random } from './random.ts'
import { type Asked, type Ground, requestFor } from './requests.ts'

const seed = inject('seed')
const requests = inject('requests')
const rounds = 4
/** Requests on their way at once; all are thought out before, so that the seed alone decides what is asked. */
const lanes = 8

/** What was written to the operator's log while a request ran: the reason of a 500. */
const logged: string[] = []
vi.spyOn(console, 'error').mockImplementation((line) => logged.push(String(line)))

const slow = new Map<string, [number, number]>()
const tally = new Map<number, number>()

// Each round has a county of its own, for what is asked changes it until little is left to ask.
test.for(Array.from({ length: rounds }, (_, round) => round))(
  `whatever is asked is answered as promised (seed ${seed}, round %i)`,
  async (round) => {
    const random = new Random(seed + round)
    const own = await aFullCounty('620423', 0, 'OWN')
    const other = await aFullCounty('410822', 0, 'CANARY')
    const callers = await callersOf(own)
    const ground: Ground = { own, ids: idsOf(own, other), cursors: [] }
    const found: unknown[] = []
    const started = Date.now()
    const all = [...operations, ...operations, ...operations, ...pages]
    for (let done = 0; done < requests / rounds && found.length < 20; done += lanes) {
      const batch = Array.from({ length: lanes }, () => {
        const caller = random.of(callers)
        return { caller, asked: withCaller(requestFor(random.of(all), random, ground), caller, random) }
      })
      const answers = await Promise.all(batch.map(({ asked }) => answerTo(asked)))
      for (const [i, { asked, caller }] of batch.entries()) {
        const { answer, text } = answers[i] as Awaited<ReturnType<typeof answerTo>>
        tally.set(answer.status, (tally.get(answer.status) ?? 0) + 1)
        const faults = faultsOf(asked, answer, text, 'CANARY')
        const body = typeof asked.body === 'string' ? asked.body.slice(0, 1500) : asked.body?.length
        const { cookie: _, ...headers } = asked.headers
        if (faults.length > 0)
          found.push({
            faults,
            caller: caller.name,
            ...asked,
            headers,
            body,
            logged: logged.splice(0).filter((line) => line.includes('stack')),
          })
        if (answer.status === 401 && asked.headers.cookie === caller.headers.cookie) await caller.again?.()
      }
    }
    const seconds = ((Date.now() - started) / 1000).toFixed(1)
    const statuses = [...tally].sort(([a], [b]) => a - b).map(([status, n]) => `${status}: ${n}`)
    console.log(`seed ${seed}, round ${round}: ${seconds} s; in all ${statuses.join(', ')}`)
    console.log(
      [...slow]
        .sort((a, b) => b[1][1] - a[1][1])
        .slice(0, 25)
        .map(([k, [n, ms]]) => `${k} n=${n} ms=${Math.round(ms)}`)
        .join('\n'),
    )
    expect(found).toEqual([])
  },
)

function withCaller(asked: Asked, { headers }: Caller, random: Random): Asked {
  const language = random.of(['zh', 'en'])
  return { ...asked, headers: { 'accept-language': language, ...headers, ...asked.headers } }
}

async function answerTo({ method, path, headers, body }: Asked) {
  const pending: Promise<unknown>[] = []
  const context = { waitUntil: (work: Promise<unknown>) => pending.push(work), passThroughOnException() {} }
  const request = new Request(new URL(path, 'http://localhost'), {
    ...{ method, headers },
    ...(body !== undefined && method !== 'GET' && { body }),
  })
  const t0 = performance.now()
  const answer = await app.fetch(request, env, context as unknown as ExecutionContext)
  const text = new TextDecoder().decode(await answer.arrayBuffer())
  await Promise.all(pending)
  const key = `${method} ${path.split('?')[0]?.replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, 'ID')} ${answer.status}`
  const had = slow.get(key) ?? [0, 0]
  slow.set(key, [had[0] + 1, had[1] + performance.now() - t0])
  return { answer, text }
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
