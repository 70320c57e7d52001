import { beforeAll, describe, expect, test } from 'vitest'
import { Client } from '../support/client.ts'
import { aFullCounty, type Fixture } from './fixture.ts'
import { call, exampleOf, inCounty, type Route, resolved, routes, type Shape } from './routes.ts'
import { touched, watch } from './watch.ts'

/** Nobody says more in a body than a route asks for: whose a thing is, who did it and how it stands are not for clients. */

let own: Fixture
beforeAll(async () => {
  own = await aFullCounty('620423', 0, 'CANARY')
  await watch('SHARD_00')
})

/** What somebody would add who tries their luck. */
const extra = { county: 'another', role: 'county_admin', state: 'published', score: 100 }

const taking = routes.filter(({ body }) => body !== undefined)

test('every object in every body is closed, as deep as it goes', () => {
  for (const { name, body } of taking) if (body) expect(openObjects(body, name), name).toEqual([])
})

describe('fields that nobody asked for', () => {
  test.for(taking.filter((route) => inCounty.includes(route)))(
    '$name refuses them at the top and inside, and keeps nothing',
    async (route) => {
      const { office, id } = own.county
      await touched('SHARD_00', id)
      const body = exampleOf(route).body?.(own) ?? {}
      for (const [path, changed] of withExtra(body, route)) {
        const example = { ...exampleOf(route), body: () => changed }
        const answer = await call(office, route, id, own, example)
        expect(answer.status, `${path}: ${answer.text}`).toBe(422)
        const { errors } = answer.body as { errors: { path: string; message: string }[] }
        expect(JSON.stringify(errors), path).toMatch(/county|role|state|score/)
      }
      // A nudge only makes the clock look, and find nothing.
      expect((await touched('SHARD_00', id)).filter((row) => row !== 'update due')).toEqual([])
    },
  )

  test.for(taking.filter((route) => !inCounty.includes(route)))('$name refuses them too', async (route) => {
    const client = route.path.includes('/me') ? own.county.office : new Client()
    const answer = await call(client, route, own.county.id, own, { body: () => ({ ...extra }) })
    const closed = route.path.includes('/platform') ? [401] : [422]
    expect(closed, answer.text).toContain(answer.status)
  })
})

/** Where a shape takes members it does not name: paths into it. */
function openObjects(shape: Shape, at: string): string[] {
  const { type, properties, additionalProperties, items, ...rest } = resolved(shape)
  const several = [...(rest.anyOf ?? []), ...(rest.oneOf ?? []), ...(rest.allOf ?? [])]
  const isObject = type === 'object' || (Array.isArray(type) && type.includes('object'))
  const open = isObject && (additionalProperties === undefined || additionalProperties === true)
  const values = typeof additionalProperties === 'object' ? [additionalProperties] : []
  return [
    ...(open ? [at] : []),
    ...Object.entries(properties ?? {}).flatMap(([name, one]) => openObjects(one, `${at}.${name}`)),
    ...[...values, ...several, ...(items ? [items] : [])].flatMap((one) => openObjects(one, `${at}.*`)),
  ]
}

/** A body once for each object in it that has names of its own, with every extra field that it does not know. */
function withExtra(body: unknown, { body: shape }: Route): [string, unknown][] {
  return places(body, shape, '').map(({ path, known }) => {
    const added = Object.fromEntries(Object.entries(extra).filter(([name]) => !known.includes(name)))
    return [path, put(body, path.split('.').slice(1), added)]
  })
}

type At = { path: string; known: string[] }

function places(value: unknown, shape: Shape | undefined, path: string): At[] {
  if (typeof value !== 'object' || value === null || shape === undefined) return []
  const said = resolved(shape)
  const several = [...(said.anyOf ?? []), ...(said.oneOf ?? []), ...(said.allOf ?? [])]
  if (several.length > 0) {
    const found = several.map((one) => places(value, one, path))
    // Of several the value is one: whatever any of them knows is left out.
    const known = found.flatMap(([first]) => first?.known ?? [])
    const [first] = found.filter((one) => one.length > 0)
    return first ? [{ path, known }] : []
  }
  if (Array.isArray(value)) return value.slice(0, 1).flatMap((one) => places(one, said.items, `${path}.0`))
  const named = said.properties ?? {}
  const inside = Object.entries(value).flatMap(([name, one]) => places(one, named[name], `${path}.${name}`))
  return said.properties ? [{ path, known: Object.keys(named) }, ...inside] : inside
}

function put(value: unknown, [step, ...rest]: string[], added: object): unknown {
  if (step === undefined) return { ...(value as object), ...added }
  if (Array.isArray(value)) return value.map((one, at) => (String(at) === step ? put(one, rest, added) : one))
  const object = value as Record<string, unknown>
  return { ...object, [step]: put(object[step], rest, added) }
}
