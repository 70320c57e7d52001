import type { Role } from '../../schema/api/access.ts'
import { app } from '../../worker/app.ts'
import { grants, type Reach, type Verb } from '../../worker/domain/access/grants.ts'
import type { Answer, Client } from '../support/client.ts'
import { type Example, examples } from './examples.ts'
import type { Fixture } from './fixture.ts'

/** A JSON Schema as the document states it; references point into its components. */
export type Shape = {
  $ref?: string
  type?: string | string[]
  properties?: Record<string, Shape>
  additionalProperties?: boolean | Shape
  items?: Shape
  anyOf?: Shape[]
  oneOf?: Shape[]
  allOf?: Shape[]
  enum?: unknown[]
  pattern?: string
  format?: string
}

/** A route of the OpenAPI document. `name` is its method and path, by which it has an example. */
export type Route = {
  name: string
  method: string
  path: string
  verb: Verb | undefined
  /** The shape of its JSON body, where it takes one. */
  body: Shape | undefined
  /** Its query's parameters. */
  query: { name: string; schema: Shape }[]
}

type Operation = {
  'x-verb'?: Verb
  parameters?: { in: string; name: string; schema: Shape }[]
  requestBody?: { content?: Record<string, { schema?: Shape }> }
}

const document = app.getOpenAPI31Document({ openapi: '3.1.0', info: { title: '', version: '' } })

/** Every route of the product that speaks JSON, from the document that the routes themselves make. */
export const routes: Route[] = Object.entries(document.paths ?? {}).flatMap(([path, methods]) =>
  Object.entries(methods as Record<string, Operation>).map(([lower, operation]): Route => {
    const method = lower.toUpperCase()
    const clean = path.replace(/(.)\/$/, '$1')
    return {
      ...{ name: `${method} ${clean}`, method, path: clean, verb: operation['x-verb'] },
      body: operation.requestBody?.content?.['application/json']?.schema,
      query: (operation.parameters ?? []).filter((one) => one.in === 'query'),
    }
  }),
)

/** Those below /counties/{county}. */
export const inCounty = routes.filter(
  ({ path }) => path.includes('/counties/{county}') && !path.includes('/public/'),
)
export const reads = inCounty.filter(({ method }) => method === 'GET')
export const writes = inCounty.filter(({ method }) => method !== 'GET')

/** What a shape says, its reference followed. */
export function resolved(shape: Shape): Shape {
  if (shape.$ref === undefined) return shape
  const found = document.components?.schemas?.[shape.$ref.split('/').at(-1) ?? '']
  if (!found) throw new Error(`${shape.$ref} is not in the document`)
  return found as Shape
}

/** How far a role reaches with a route's verb; undefined where it has not got it. */
export function reachOf(role: Role, { verb }: Route): Reach | undefined {
  const granted: Partial<Record<Role, Reach>> = verb ? grants[verb] : {}
  return granted[role]
}

export function exampleOf({ name }: Route): Example {
  const found = examples[name]
  if (!found) throw new Error(`${name} has no example in test/tenancy/examples*.ts`)
  return found
}

/** Calls a route of a county as its example says, with the ids and the body of `own`. */
export function call(
  client: Client,
  route: Route,
  county: string,
  own: Fixture,
  how: Example = exampleOf(route),
): Promise<Answer> {
  // A day of the calendar belongs to nobody.
  const params: Record<string, string> = { county, day: '2026-12-31', ...how.params?.(own) }
  const path = route.path.replace(/\{(\w+)\}/g, (_, name: string) => params[name] ?? `no-${name}`)
  return client.send(
    route.method,
    `${path}${how.query ?? ''}`,
    how.sheet ? sheet : how.body?.(own),
    how.sheet ? { 'content-type': 'text/csv' } : {},
  )
}

const sheet = new TextEncoder().encode('村,名次\n甲村,1\n')
