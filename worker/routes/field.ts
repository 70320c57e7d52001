import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi'
import { Id, page } from '../../schema/api/common.ts'
import {
  FieldBundle,
  FieldCode,
  FieldCodeQuery,
  FieldCodeTarget,
  NewFieldCodes,
  PlaceFlag,
  PlaceFlagChange,
  PlaceFlagQuery,
} from '../../schema/api/field.ts'
import { fieldBundle } from '../actions/field/field-bundle.ts'
import { listCodes, makeCodes, openCode, revoke } from '../actions/field/field-codes.ts'
import { judgePlaceFlag, listPlaceFlags } from '../actions/field/place-flags.ts'
import { body, json, paged, problem } from '../http/answers.ts'
import type { AppEnv } from '../http/app-env.ts'
import { countyContext } from '../http/county-context.ts'
import { may } from '../http/may.ts'
import { refuseInvalid } from '../http/validation.ts'

const bundle = createRoute({
  method: 'get',
  path: '/field',
  ...may('field.read'),
  request: { headers: z.object({ 'if-none-match': z.string().optional() }) },
  responses: {
    200: json(FieldBundle, 'All that a phone needs to work without signal'),
    304: { description: 'As the phone has it' },
    ...problem,
  },
})

const codes = createRoute({
  method: 'get',
  path: '/field-codes',
  ...may('code.write'),
  request: { query: FieldCodeQuery },
  responses: { 200: json(page(FieldCode), 'Codes in use, by the id of their area'), ...problem },
})

const make = createRoute({
  method: 'post',
  path: '/field-codes',
  ...may('code.write'),
  request: { body: body(NewFieldCodes) },
  responses: { 200: json(z.object({ items: z.array(FieldCode) }), 'The codes of these areas'), ...problem },
})

const code = { params: z.object({ code: Id }) }
const open = createRoute({
  method: 'get',
  path: '/field-codes/{code}',
  ...may('field.read'),
  request: code,
  responses: { 200: json(FieldCodeTarget, 'What the code opens'), ...problem },
})

const remove = createRoute({
  method: 'delete',
  path: '/field-codes/{code}',
  ...may('code.write'),
  request: code,
  responses: { 204: { description: 'From now on the code opens nothing' }, ...problem },
})

const flags = createRoute({
  method: 'get',
  path: '/place-flags',
  ...may('place.judge'),
  request: { query: PlaceFlagQuery },
  responses: { 200: json(page(PlaceFlag), 'Odd times and places, the newest first'), ...problem },
})

const judge = createRoute({
  method: 'patch',
  path: '/place-flags/{id}',
  ...may('place.judge'),
  request: { params: z.object({ id: z.string().min(1).max(120) }), body: body(PlaceFlagChange) },
  responses: { 200: json(PlaceFlag, 'The flag, looked at'), ...problem },
})

export const fieldRoutes = new OpenAPIHono<AppEnv>({ defaultHook: refuseInvalid })
  .openapi(bundle, async (c) => {
    const known = c.req.valid('header')['if-none-match']
    const { etag, bundle: fresh } = await fieldBundle(countyContext(c), known)
    c.header('etag', etag)
    c.header('cache-control', 'private, no-cache')
    return fresh ? c.json(fresh, 200) : c.body(null, 304)
  })
  .openapi(codes, async (c) => c.json(await listCodes(c.var, c.req.valid('query')), 200))
  .openapi(make, async (c) => c.json({ items: await makeCodes(countyContext(c), c.req.valid('json')) }, 200))
  .openapi(open, async (c) => c.json(await openCode(c.var, c.req.valid('param').code), 200))
  .openapi(remove, async (c) => {
    await revoke(countyContext(c), c.req.valid('param').code)
    return c.body(null, 204)
  })
  .openapi(flags, async (c) => {
    const { state = 'open', limit = 50, cursor } = c.req.valid('query')
    const items = await listPlaceFlags(c.var, state, limit + 1, cursor)
    return c.json(
      paged(items, limit, ({ at, id }) => `${at} ${id}`),
      200,
    )
  })
  .openapi(judge, async (c) =>
    c.json(await judgePlaceFlag(countyContext(c), c.req.valid('param').id, c.req.valid('json')), 200),
  )
