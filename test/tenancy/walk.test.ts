import { getTableName, is, sql } from 'drizzle-orm'
import { SQLiteTable } from 'drizzle-orm/sqlite-core'
import { beforeAll, describe, expect, test } from 'vitest'
import { membership, token } from '../../schema/tables/control.ts'
import * as tables from '../../schema/tables/county.ts'
import { app } from '../../worker/app.ts'
import { rowsOf } from '../../worker/data/control-db.ts'
import type { CountyTable } from '../../worker/data/county-db.ts'
import { newId } from '../../worker/data/new-id.ts'
import { type Answer, Client } from '../support/client.ts'
import { type Example, examples } from './examples.ts'
import { aFullCounty, type Fixture } from './fixture.ts'

const document = app.getOpenAPI31Document({ openapi: '3.1.0', info: { title: '', version: '' } })
const routes = Object.entries(document.paths ?? {}).flatMap(([path, methods]) =>
  Object.keys(methods ?? {}).map((method) => `${method.toUpperCase()} ${path.replace(/(.)\/$/, '$1')}`),
)
const inCounty = routes.filter((route) => route.includes('/counties/{county}') && !route.includes('/public/'))

let victim: Fixture
let intruder: Fixture
beforeAll(async () => {
  // On one shard: nothing but the kernel stands between them.
  victim = await aFullCounty('620423', 0, 'CANARY')
  intruder = await aFullCounty('410822', 0, 'OTHER')
})

test('every route has an example, and every example a route', () => {
  expect(Object.keys(examples).sort()).toEqual([...routes].sort())
})

describe('another county', () => {
  test.for(inCounty)('%s answers as if the county did not exist', async (route) => {
    const before = await everything(victim)
    const foreign = await call(intruder.county.office, route, victim.county.id, example(route), victim)
    const missing = await call(intruder.county.office, route, newId(), example(route), victim)
    expect(foreign.status).toBe(404)
    expect(shape(foreign)).toEqual(shape(missing))
    expect(foreign.text).not.toContain(victim.canary)
    expect(await everything(victim)).toEqual(before)
  })

  test.for(inCounty.filter((route) => example(route).params))(
    '%s: a foreign id is as good as none',
    async (route) => {
      const before = await everything(victim)
      const foreign = await call(intruder.county.office, route, intruder.county.id, example(route), victim)
      const own = Object.entries(example(route).params?.(victim) ?? {})
      const ids = Object.fromEntries(
        own.map(([name, value]) => [name, numbered.includes(name) ? value : newId()]),
      )
      const missing = await call(
        intruder.county.office,
        route,
        intruder.county.id,
        { ...example(route), params: () => ids },
        intruder,
      )
      expect(foreign.status).toBe(404)
      expect(shape(foreign)).toEqual(shape(missing))
      expect(await everything(victim)).toEqual(before)
    },
  )

  test.for(inCounty.filter((route) => example(route).body))(
    '%s: foreign ids in a body link nothing',
    async (route) => {
      const before = await everything(victim)
      const own = { ...example(route), body: () => example(route).body?.(victim) }
      const answer = await call(intruder.county.office, route, intruder.county.id, own, intruder)
      expect(answer.text).not.toContain(victim.canary)
      expect(await everything(victim)).toEqual(before)
      expect(JSON.stringify(await everything(intruder))).not.toContain(victim.canary)
    },
  )

  test.for(inCounty.filter((route) => route.startsWith('GET')))(
    '%s never shows the canary',
    async (route) => {
      const answer = await call(intruder.county.office, route, intruder.county.id, example(route), intruder)
      expect(answer.status).toBe(200)
      expect(answer.text).not.toContain(victim.canary)
    },
  )
})

test.for(inCounty)('%s without a session is 401, with a made-up token too', async (route) => {
  for (const stranger of [new Client(), new Client('xb_made-up')]) {
    const answer = await call(stranger, route, victim.county.id, example(route), victim)
    expect(answer.status).toBe(401)
  }
})

/** Path parameters that are no ids. */
const numbered = ['no', 'source']

const sheet = new TextEncoder().encode('村,名次\n甲村,1\n')

function example(route: string): Example {
  return examples[route] ?? {}
}

function call(client: Client, route: string, county: string, how: Example, own: Fixture): Promise<Answer> {
  const [method = '', template = ''] = route.split(' ')
  const params: Record<string, string> = { county, ...how.params?.(own) }
  const path = template.replace(/\{(\w+)\}/g, (_, name: string) => params[name] ?? `no-${name}`)
  return client.send(
    method,
    `${path}${how.query ?? ''}`,
    how.sheet ? sheet : how.body?.(own),
    how.sheet ? { 'content-type': 'text/csv' } : {},
  )
}

/** What an answer gives away: its status, its headers' names and its body without the request's own id. */
function shape(answer: Answer) {
  const { instance: _, ...body } = answer.body as Record<string, unknown>
  const names = [...answer.headers.keys()].filter((name) => name !== 'x-request-id')
  return { status: answer.status, names, body }
}

/** All rows of a county, in its shard and in CONTROL. */
async function everything({ county }: Fixture): Promise<Record<string, unknown[]>> {
  const all = Object.values(tables).filter((table) => is(table, SQLiteTable)) as CountyTable[]
  const rows: Record<string, unknown[]> = {}
  for (const table of all) rows[getTableName(table)] = await county.db.find(table)
  const [members, tokens] = await county.control.run(
    rowsOf(membership, sql`select * from ${membership} where county = ${county.id}`),
    rowsOf(token, sql`select * from ${token} where county = ${county.id}`),
  )
  return { ...rows, members, tokens }
}
