import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi'
import { NewUnit, Unit, UnitChange, UnitPeople, UnitPerson } from '../../schema/api/areas.ts'
import { Id, page } from '../../schema/api/common.ts'
import { addUnit, changeUnit, setPeople } from '../actions/areas/units.ts'
import { listPeople, listUnits } from '../data/units.ts'
import { body, json, problem } from '../http/answers.ts'
import type { AppEnv } from '../http/app-env.ts'
import { countyContext } from '../http/county-context.ts'
import { may } from '../http/may.ts'
import { refuseInvalid } from '../http/validation.ts'

const list = createRoute({
  method: 'get',
  path: '/units',
  ...may('unit.read'),
  responses: { 200: json(page(Unit), 'All units'), ...problem },
})

const add = createRoute({
  method: 'post',
  path: '/units',
  ...may('unit.write'),
  request: { body: body(NewUnit) },
  responses: { 201: json(Unit, 'The new unit'), ...problem },
})

const change = createRoute({
  method: 'patch',
  path: '/units/{id}',
  ...may('unit.write'),
  request: { params: z.object({ id: Id }), body: body(UnitChange) },
  responses: { 200: json(Unit, 'The changed unit'), ...problem },
})

const people = createRoute({
  method: 'get',
  path: '/units/people',
  ...may('unit.read'),
  responses: { 200: json(page(UnitPerson), 'Who sits in which unit, by unit in their order'), ...problem },
})

const setPeopleOf = createRoute({
  method: 'put',
  path: '/units/{id}/people',
  ...may('unit.write'),
  request: { params: z.object({ id: Id }), body: body(UnitPeople) },
  responses: { 200: json(page(UnitPerson), 'Who sits in the unit now'), ...problem },
})

export const unitRoutes = new OpenAPIHono<AppEnv>({ defaultHook: refuseInvalid })
  .openapi(list, async (c) => c.json({ items: await listUnits(c.var.db), nextCursor: null }, 200))
  .openapi(add, async (c) => c.json(await addUnit(countyContext(c), c.req.valid('json')), 201))
  .openapi(change, async (c) =>
    c.json(await changeUnit(countyContext(c), c.req.valid('param').id, c.req.valid('json')), 200),
  )
  .openapi(people, async (c) => c.json({ items: await listPeople(c.var.db), nextCursor: null }, 200))
  .openapi(setPeopleOf, async (c) => {
    const items = await setPeople(countyContext(c), c.req.valid('param').id, c.req.valid('json'))
    return c.json({ items, nextCursor: null }, 200)
  })
