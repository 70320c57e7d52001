import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi'
import { Id, page } from '../../schema/api/common.ts'
import { NewToken, Token } from '../../schema/api/identity.ts'
import { endToken, makeToken, tokenOf } from '../actions/identity/tokens.ts'
import { listTokens } from '../data/members.ts'
import { body, json, problem } from '../http/answers.ts'
import type { AppEnv } from '../http/app-env.ts'
import { countyContext } from '../http/county-context.ts'
import { may } from '../http/may.ts'
import { refuseInvalid } from '../http/validation.ts'

const list = createRoute({
  method: 'get',
  path: '/tokens',
  ...may('token.read'),
  responses: { 200: json(page(Token), 'Machine tokens, newest first'), ...problem },
})

const make = createRoute({
  method: 'post',
  path: '/tokens',
  ...may('token.write'),
  request: { body: body(NewToken) },
  responses: {
    201: json(z.object({ token: Token, secret: z.string() }), 'The token; its secret is shown only now'),
    ...problem,
  },
})

const end = createRoute({
  method: 'delete',
  path: '/tokens/{id}',
  ...may('token.write'),
  request: { params: z.object({ id: Id }) },
  responses: { 204: { description: 'Revoked' }, ...problem },
})

export const tokenRoutes = new OpenAPIHono<AppEnv>({ defaultHook: refuseInvalid })
  .openapi(list, async (c) => {
    const items = await listTokens(c.var.control, c.var.county.id)
    return c.json({ items: items.map(tokenOf), nextCursor: null }, 200)
  })
  .openapi(make, async (c) => {
    c.header('x-secret', '1')
    return c.json(await makeToken(countyContext(c), c.req.valid('json')), 201)
  })
  .openapi(end, async (c) => {
    await endToken(countyContext(c), c.req.valid('param').id)
    return c.body(null, 204)
  })
