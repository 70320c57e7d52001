import { beforeAll, describe, expect, test } from 'vitest'
import { newId } from '../../worker/data/new-id.ts'
import { type Answer, Client } from '../support/client.ts'
import { examples } from './examples.ts'
import { aFullCounty, type Fixture } from './fixture.ts'
import { call, exampleOf, inCounty, type Route, reads, routes } from './routes.ts'
import { rowsOfCounty } from './rows.ts'
import { unpacked } from './unpacked.ts'
import { touched, watch } from './watch.ts'

let victim: Fixture
let intruder: Fixture
beforeAll(async () => {
  // On one shard: nothing but the kernel stands between them.
  victim = await aFullCounty('620423', 0, 'CANARY')
  intruder = await aFullCounty('410822', 0, 'OTHER')
  await watch('SHARD_00')
})

test('every route has an example, and every example a route', () => {
  const names = routes.map(({ name }) => name)
  expect(names.filter((name) => !examples[name]).sort(), 'routes without an example').toEqual([])
  expect(Object.keys(examples).filter((name) => !names.includes(name))).toEqual([])
})

describe('another county', () => {
  test.for(inCounty)('$name answers as if the county did not exist', async (route) => {
    const { office } = intruder.county
    await forget()
    const foreign = await call(office, route, victim.county.id, victim)
    const missing = await call(office, route, newId(), victim)
    expect(foreign.status).toBe(404)
    expect(shape(foreign)).toEqual(shape(missing))
    expect(foreign.text).not.toContain(victim.canary)
    expect(await touched('SHARD_00', victim.county.id)).toEqual([])
  })

  test.for(inCounty.filter((route) => idsOf(route).length > 0))(
    '$name: a foreign id is as good as none, and stands in the audit of who asked',
    async (route) => {
      const { office, id } = intruder.county
      await forget()
      const foreign = await call(office, route, id, victim)
      const rows = await touched('SHARD_00', id)
      const own = Object.entries(exampleOf(route).params?.(victim) ?? {})
      const ids = Object.fromEntries(
        own.map(([name, value]) => [name, numbered.includes(name) ? value : newId()]),
      )
      const missing = await call(office, route, id, intruder, { ...exampleOf(route), params: () => ids })
      expect(foreign.status).toBe(404)
      expect(shape(foreign)).toEqual(shape(missing))
      expect(rows.filter((row) => row !== 'update due')).toEqual(['insert audit'])
      expect(await touched('SHARD_00', victim.county.id)).toEqual([])
    },
  )

  test.for(inCounty.filter((route) => exampleOf(route).body))(
    '$name: foreign ids in a body link nothing',
    async (route) => {
      const { body } = exampleOf(route)
      await forget()
      const foreign = { ...exampleOf(route), body: () => body?.(victim) }
      const answer = await call(intruder.county.office, route, intruder.county.id, intruder, foreign)
      expect(answer.text).not.toContain(victim.canary)
      expect(await touched('SHARD_00', victim.county.id)).toEqual([])
    },
  )

  test.for(reads)('$name never shows the canary', async (route) => {
    const answer = await call(intruder.county.office, route, intruder.county.id, intruder)
    expect(answer.status).toBe(200)
    expect(unpacked(answer)).not.toContain(victim.canary)
  })

  test('after all of it nothing of the one stands in the other', async () => {
    expect(JSON.stringify(await rowsOfCounty(intruder))).not.toContain(victim.canary)
    expect(JSON.stringify(await rowsOfCounty(victim))).not.toContain(intruder.canary)
  })
})

test.for(inCounty)('$name without a session is 401, with a made-up token too', async (route) => {
  for (const stranger of [new Client(), new Client('xb_made-up')]) {
    const answer = await call(stranger, route, victim.county.id, victim)
    expect(answer.status).toBe(401)
  }
})

test.for(routes.filter(({ path }) => path.startsWith('/api/v1/platform')))(
  '$name does not exist for an office',
  async (route) => {
    const id = victim.county.id
    const answer = await call(victim.county.office, route, id, victim, { params: () => ({ id }) })
    // Who is no administrator of the platform may still be the second person that an erasure needs.
    if (exampleOf(route).open?.startsWith('the second person')) expect(answer.status).toBeGreaterThan(399)
    else expect(answer.status).toBe(404)
    expect((await call(new Client(), route, id, victim, { params: () => ({ id }) })).status).toBe(401)
  },
)

/** Path parameters that are no ids. */
const numbered = ['no', 'source']

/** The parameters of a route that its example gives and that name something of the county. */
function idsOf(route: Route): string[] {
  const given = [...route.path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name)
  const own = given.filter((name) => name !== 'county' && !numbered.includes(name))
  return exampleOf(route).params ? own : []
}

async function forget(): Promise<void> {
  await touched('SHARD_00', victim.county.id)
  await touched('SHARD_00', intruder.county.id)
}

/** What an answer gives away: its status, its headers' names and its body without the request's own id. */
function shape(answer: Answer) {
  const { instance: _, ...body } = answer.body as Record<string, unknown>
  const names = [...answer.headers.keys()].filter((name) => name !== 'x-request-id')
  return { status: answer.status, names, body }
}
