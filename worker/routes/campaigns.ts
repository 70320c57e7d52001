import { createRoute, OpenAPIHono } from '@hono/zod-openapi'
import { Campaign, NewCampaign } from '../../schema/api/boards.ts'
import { page } from '../../schema/api/common.ts'
import { addCampaign } from '../actions/boards/campaigns.ts'
import { listCampaigns } from '../data/campaigns.ts'
import { body, json, problem } from '../http/answers.ts'
import type { AppEnv } from '../http/app-env.ts'
import { countyContext } from '../http/county-context.ts'
import { may } from '../http/may.ts'
import { refuseInvalid } from '../http/validation.ts'

const list = createRoute({
  method: 'get',
  path: '/campaigns',
  ...may('campaign.read'),
  responses: { 200: json(page(Campaign), 'All campaigns, newest first'), ...problem },
})

const add = createRoute({
  method: 'post',
  path: '/campaigns',
  ...may('campaign.write'),
  request: { body: body(NewCampaign) },
  responses: { 201: json(Campaign, 'The new campaign'), ...problem },
})

export const campaignRoutes = new OpenAPIHono<AppEnv>({ defaultHook: refuseInvalid })
  .openapi(list, async (c) => c.json({ items: await listCampaigns(c.var.db), nextCursor: null }, 200))
  .openapi(add, async (c) => c.json(await addCampaign(countyContext(c), c.req.valid('json')), 201))
