import { beforeAll, describe, expect, test } from 'vitest'
import { type Role, roles, type ScopeKind } from '../../schema/api/access.ts'
import { grants } from '../../worker/domain/access/grants.ts'
import { scopesOfRole } from '../../worker/domain/access/scopes.ts'
import type { Client } from '../support/client.ts'
import { aFullCounty, type Fixture } from './fixture.ts'
import { narrower } from './narrower.ts'
import { call, exampleOf, inCounty, type Route, reachOf, routes } from './routes.ts'

/** Every role with each of its scopes, at every route: what the one table of grants says is what the routes do. */

type Person = { role: Role; scope: ScopeKind; client: Client }

let own: Fixture
let people: Person[]
beforeAll(async () => {
  own = await aFullCounty('620423', 0, 'CANARY')
  const scopes = { county: undefined, township: own.township, village: own.village }
  const ids: Record<ScopeKind, string | undefined> = { ...scopes, grid: own.field.grid, unit: own.unit }
  people = []
  for (const role of roles)
    for (const scope of scopesOfRole[role])
      people.push({ role, scope, client: await own.county.member(role, ids[scope]) })
})

test('every route in a county declares a verb of the table, and every other says why it has none', () => {
  for (const route of routes) {
    if (inCounty.includes(route)) expect(route.verb, `${route.name}: …may('verb') is missing`).toBeDefined()
    else expect(exampleOf(route).open, `${route.name}: say in its example why it is open`).toBeTruthy()
    if (route.verb) expect(Object.keys(grants), route.name).toContain(route.verb)
  }
})

test('what is written down as narrower than its verb is a route', () => {
  const names = inCounty.map(({ name }) => name)
  expect(Object.keys(narrower).filter((name) => !names.includes(name))).toEqual([])
})

describe('a role at a route', () => {
  test.for(inCounty)('$name', async (route) => {
    const answers = await Promise.all(
      people.map(async ({ role, scope, client }) => {
        const answer = await call(client, route, own.county.id, own, probe(route))
        return { role, who: `${role} of a ${scope}`, reach: reachOf(role, route), answer }
      }),
    )
    const refusedTo = new Set<Role>()
    for (const { role, who, reach, answer } of answers) {
      expect(answer.status, `${who}: ${answer.text}`).toBeLessThan(500)
      expect(answer.status, who).not.toBe(401)
      if (reach === undefined) expect(answer.status, `${who} has not got ${route.verb}`).toBe(403)
      else if (answer.status === 403) refusedTo.add(role)
    }
    // Who has the verb and is refused all the same is written down, with the reason.
    expect([...refusedTo].sort()).toEqual([...(narrower[route.name]?.roles ?? [])].sort())
  })
})

/** A request that gets as far as being looked at: its body says nothing that could be kept. */
function probe(route: Route) {
  const { body, ...example } = exampleOf(route)
  return body ? { ...example, body: () => ({ nobody: 'knows this' }) } : example
}
