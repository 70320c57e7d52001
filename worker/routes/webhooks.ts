import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi'
import { Id, page } from '../../schema/api/common.ts'
import { Delivery, DeliveryQuery, NewWebhook, Webhook, WebhookChange } from '../../schema/api/webhooks.ts'
import { deliveriesOf, ping, resend } from '../actions/deliveries/deliveries.ts'
import { addWebhook, changeWebhook, removeWebhook, webhooksOf } from '../actions/deliveries/webhooks.ts'
import { body, json, paged, problem } from '../http/answers.ts'
import type { AppEnv } from '../http/app-env.ts'
import { countyContext } from '../http/county-context.ts'
import { may } from '../http/may.ts'
import { refuseInvalid } from '../http/validation.ts'

const params = z.object({ id: Id })

const list = createRoute({
  method: 'get',
  path: '/webhooks',
  ...may('webhook.read'),
  responses: { 200: json(page(Webhook), 'Webhooks with their newest delivery'), ...problem },
})
const add = createRoute({
  method: 'post',
  path: '/webhooks',
  ...may('webhook.write'),
  request: { body: body(NewWebhook) },
  responses: { 201: json(Webhook, 'The webhook'), ...problem },
})
const change = createRoute({
  method: 'patch',
  path: '/webhooks/{id}',
  ...may('webhook.write', { leavesWork: true }),
  request: { params, body: body(WebhookChange) },
  responses: { 200: json(Webhook, 'The webhook'), ...problem },
})
const remove = createRoute({
  method: 'delete',
  path: '/webhooks/{id}',
  ...may('webhook.write'),
  request: { params },
  responses: { 204: { description: 'Deleted, with what was sent to it' }, ...problem },
})
const test = createRoute({
  method: 'post',
  path: '/webhooks/{id}/pings',
  ...may('webhook.write', { leavesWork: true }),
  request: { params },
  responses: { 201: json(Delivery, 'A test message, about to be sent'), ...problem },
})
const deliveries = createRoute({
  method: 'get',
  path: '/deliveries',
  ...may('webhook.read'),
  request: { query: DeliveryQuery },
  responses: { 200: json(page(Delivery), 'What was sent and is to be sent, newest first'), ...problem },
})
const again = createRoute({
  method: 'put',
  path: '/deliveries/{id}/resending',
  ...may('webhook.write', { leavesWork: true }),
  request: { params },
  responses: { 200: json(Delivery, 'About to be sent again'), ...problem },
})

export const webhookRoutes = new OpenAPIHono<AppEnv>({ defaultHook: refuseInvalid })
  .openapi(list, async (c) => c.json({ items: await webhooksOf(c.var), nextCursor: null }, 200))
  .openapi(add, async (c) => c.json(await addWebhook(countyContext(c), c.req.valid('json')), 201))
  .openapi(change, async (c) =>
    c.json(await changeWebhook(countyContext(c), c.req.valid('param').id, c.req.valid('json')), 200),
  )
  .openapi(remove, async (c) => {
    await removeWebhook(countyContext(c), c.req.valid('param').id)
    return c.body(null, 204)
  })
  .openapi(test, async (c) => c.json(await ping(countyContext(c), c.req.valid('param').id), 201))
  .openapi(deliveries, async (c) => {
    const { limit = 50, ...query } = c.req.valid('query')
    const items = await deliveriesOf(c.var, query, limit + 1)
    return c.json(
      paged(items, limit, ({ id }) => id),
      200,
    )
  })
  .openapi(again, async (c) => c.json(await resend(countyContext(c), c.req.valid('param').id), 200))
