import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi'
import { Id, page } from '../../schema/api/common.ts'
import {
  Activity,
  ActivityChange,
  ActivityQuery,
  ActivityRetraction,
  NewActivity,
  NewTeam,
  OutreachQuery,
  OutreachTotals,
  Team,
  TeamChange,
} from '../../schema/api/outreach.ts'
import { changeActivity, putActivity, retractActivity } from '../actions/outreach/activities.ts'
import { activitiesInReach, outreachTotals } from '../actions/outreach/activity-view.ts'
import { addTeam, changeTeam, listTeams } from '../actions/outreach/teams.ts'
import { body, json, problem } from '../http/answers.ts'
import type { AppEnv } from '../http/app-env.ts'
import { countyContext } from '../http/county-context.ts'
import { may } from '../http/may.ts'
import { refuseInvalid } from '../http/validation.ts'

const params = z.object({ id: Id })

const list = createRoute({
  method: 'get',
  path: '/activities',
  ...may('outreach.read'),
  request: { query: ActivityQuery },
  responses: { 200: json(page(Activity), 'The mobilisation log, the newest day first'), ...problem },
})

const put = createRoute({
  method: 'put',
  path: '/activities/{id}',
  ...may('outreach.write'),
  request: { params, body: body(NewActivity) },
  responses: {
    200: json(Activity, 'The entry, noted before with the same body'),
    201: json(Activity, 'The new entry'),
    ...problem,
  },
})

const change = createRoute({
  method: 'patch',
  path: '/activities/{id}',
  ...may('outreach.write'),
  request: { params, body: body(ActivityChange) },
  responses: { 200: json(Activity, 'The changed entry'), ...problem },
})

const retract = createRoute({
  method: 'put',
  path: '/activities/{id}/retraction',
  ...may('outreach.write'),
  request: { params, body: body(ActivityRetraction) },
  responses: { 200: json(Activity, 'The entry, which counts no more'), ...problem },
})

const totals = createRoute({
  method: 'get',
  path: '/outreach/totals',
  ...may('outreach.read'),
  request: { query: OutreachQuery },
  responses: { 200: json(OutreachTotals, 'Sums by kind, township and week'), ...problem },
})

const teams = createRoute({
  method: 'get',
  path: '/teams',
  ...may('outreach.read'),
  responses: { 200: json(z.array(Team), 'Teams of volunteers'), ...problem },
})

const add = createRoute({
  method: 'post',
  path: '/teams',
  ...may('outreach.write'),
  request: { body: body(NewTeam) },
  responses: { 201: json(Team, 'The team'), ...problem },
})

const rename = createRoute({
  method: 'patch',
  path: '/teams/{id}',
  ...may('outreach.write'),
  request: { params, body: body(TeamChange) },
  responses: { 200: json(Team, 'The changed team'), ...problem },
})

export const outreachRoutes = new OpenAPIHono<AppEnv>({ defaultHook: refuseInvalid })
  .openapi(list, async (c) => c.json(await activitiesInReach(c.var, c.req.valid('query')), 200))
  .openapi(put, async (c) => {
    const { made, shown } = await putActivity(countyContext(c), c.req.valid('param').id, c.req.valid('json'))
    return c.json(shown, made ? 201 : 200)
  })
  .openapi(change, async (c) =>
    c.json(await changeActivity(countyContext(c), c.req.valid('param').id, c.req.valid('json')), 200),
  )
  .openapi(retract, async (c) =>
    c.json(await retractActivity(countyContext(c), c.req.valid('param').id, c.req.valid('json').reason), 200),
  )
  .openapi(totals, async (c) => c.json(await outreachTotals(c.var, c.req.valid('query')), 200))
  .openapi(teams, async (c) => c.json(await listTeams(c.var), 200))
  .openapi(add, async (c) => c.json(await addTeam(countyContext(c), c.req.valid('json')), 201))
  .openapi(rename, async (c) =>
    c.json(await changeTeam(countyContext(c), c.req.valid('param').id, c.req.valid('json')), 200),
  )
