import { beforeAll, describe, expect, test } from 'vitest'
import type { Role } from '../../schema/api/access.ts'
import type { Area } from '../../schema/api/areas.ts'
import type { Consequence } from '../../schema/api/consequences.ts'
import type { Client } from '../support/client.ts'
import { aFullCounty, type Fixture } from './fixture.ts'
import { call, exampleOf, inCounty, reachOf } from './routes.ts'
import { touched, watch } from './watch.ts'

/**
 * Within one county: everything of the fixture stands in its first township. Whoever belongs to another township,
 * village, grid or unit reaches none of it, wherever their role reaches only over their own.
 */

type Person = { role: Role; of: string; client: Client }

let own: Fixture
let neighbours: Person[]
/** Ids of what the first township has, which no list of a neighbour may name. */
let things: string[]

beforeAll(async () => {
  own = await aFullCounty('620423', 0, 'CANARY')
  const { office, at, townships, villagesOf, member } = own.county
  const found = await office.get(at('/consequences?limit=100'))
  const concerned = (found.body as { items: Consequence[] }).items.map((one) => one.township)
  const taken = [own.township, ...concerned, townships[1]?.id]
  const township = townships.find(({ id }) => !taken.includes(id))?.id ?? ''
  const village = villagesOf(township)[0]?.id ?? ''
  const grid = await office.post(at('/areas'), { name: '邻村网格', level: 'grid', parent: village })
  const unit = await office.post(at('/units'), { name: '邻组', kind: 'group', covers: [township] })
  const scopes: [Role, string, unknown][] = [
    ['township_reporter', 'township', { id: township }],
    ['township_leader', 'township', { id: township }],
    ['village_secretary', 'village', { id: village }],
    ['grid_member', 'village', { id: village }],
    ['grid_member', 'grid', grid.body],
    ['inspector', 'unit', unit.body],
    ['drone_operator', 'unit', unit.body],
    ['department', 'unit', unit.body],
  ]
  neighbours = []
  for (const [role, of, scope] of scopes)
    neighbours.push({ role, of, client: await member(role, (scope as Area).id) })
  const { ledger, inspections, outreach, columns, field, complaints } = own
  things = [
    ...[own.objection, own.consequence, own.assignment, own.post, own.bulletin, own.photo],
    ...[ledger.issue, inspections.inspection, inspections.visit, inspections.draw, columns.article],
    ...[outreach.activity, outreach.team, outreach.meeting, outreach.task, field.grid, field.point],
    ...[field.flag, complaints.answered, complaints.waiting],
  ]
  expect(things.every((id) => id.length > 8)).toBe(true)
  await watch('SHARD_00')
})

const bounded = inCounty.flatMap((route) => {
  const roles = ['township_reporter', 'township_leader', 'village_secretary', 'grid_member', 'inspector']
    .concat('drone_operator', 'department')
    .filter((role) => reachOf(role as Role, route) === 'own')
  return roles.length > 0 ? [{ ...route, route, roles }] : []
})

/** What a neighbour writes under these is their own: nothing of the first township is in it. */
const ownToo = ['POST saved-filters', 'PUT meetings/{id}'].map((name) =>
  name.replace(' ', ' /api/v1/counties/{county}/'),
)

describe('of another township, village, grid or unit', () => {
  test.for(bounded)('$name', async ({ route, roles }) => {
    const { id } = own.county
    await touched('SHARD_00', id)
    for (const { role, of, client } of neighbours.filter(({ role }) => roles.includes(role))) {
      const answer = await call(client, route, id, own)
      // Which ids were asked for is no news.
      const told = exampleOf(route).params || route.method !== 'GET' ? '' : answer.text
      const who = `${role} of another ${of} is answered ${answer.status} ${answer.text}`
      for (const thing of things) expect(told, who).not.toContain(thing)
      const rows = (await touched('SHARD_00', id)).filter((row) => !harmless.includes(row))
      if (ownToo.includes(route.name)) continue
      expect(rows, who).toEqual([])
      // Several at once are answered one by one.
      if (route.method !== 'GET' && !route.path.endsWith('/bulk'))
        expect([403, 404, 422], who).toContain(answer.status)
    }
  })
})

/** A denial in the audit, and a nudge, after which the county's clock finds nothing to do. */
const harmless = ['insert audit', 'update due']
