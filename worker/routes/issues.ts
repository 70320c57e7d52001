import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi'
import { Id, page } from '../../schema/api/common.ts'
import {
  Issue,
  IssueBulk,
  IssueBulkAnswer,
  IssueDetail,
  IssueQuery,
  IssueRaised,
  IssueStep,
  NewIssue,
} from '../../schema/api/issues.ts'
import { stepMany } from '../actions/issues/bulk.ts'
import { issueDetail } from '../actions/issues/issue-detail.ts'
import { issuesInReach } from '../actions/issues/issues-in-reach.ts'
import { raiseIssue } from '../actions/issues/raise-issue.ts'
import { takeStep } from '../actions/issues/take-step.ts'
import { body, json, problem } from '../http/answers.ts'
import type { AppEnv } from '../http/app-env.ts'
import { countyContext } from '../http/county-context.ts'
import { may } from '../http/may.ts'
import { refuseInvalid } from '../http/validation.ts'

const params = z.object({ id: Id })

const list = createRoute({
  method: 'get',
  path: '/issues',
  ...may('issue.read'),
  request: { query: IssueQuery },
  responses: { 200: json(page(Issue), 'Issues within reach, the newest number first'), ...problem },
})

const raise = createRoute({
  method: 'put',
  path: '/issues/{id}',
  ...may('issue.write', { leavesWork: true }),
  request: { params, body: body(NewIssue) },
  responses: {
    200: json(IssueRaised, 'The issue, raised before with the same body'),
    201: json(IssueRaised, 'The new issue'),
    ...problem,
  },
})

const show = createRoute({
  method: 'get',
  path: '/issues/{id}',
  ...may('issue.read'),
  request: { params },
  responses: { 200: json(IssueDetail, 'The issue with its history'), ...problem },
})

const step = createRoute({
  method: 'put',
  path: '/issues/{id}/steps/{step}',
  ...may('issue.read', { leavesWork: true }),
  request: { params: z.object({ id: Id, step: Id }), body: body(IssueStep) },
  responses: { 200: json(Issue, 'The issue after the step'), ...problem },
})

const bulk = createRoute({
  method: 'post',
  path: '/issues/bulk',
  ...may('issue.read', { leavesWork: true }),
  request: { body: body(IssueBulk) },
  responses: { 200: json(IssueBulkAnswer, 'What became of each issue'), ...problem },
})

export const issueRoutes = new OpenAPIHono<AppEnv>({ defaultHook: refuseInvalid })
  .openapi(list, async (c) => c.json(await issuesInReach(c.var, c.req.valid('query')), 200))
  .openapi(raise, async (c) => {
    const { created, issue } = await raiseIssue(
      countyContext(c),
      c.req.valid('param').id,
      c.req.valid('json'),
    )
    return created ? c.json(issue, 201) : c.json(issue, 200)
  })
  .openapi(show, async (c) => c.json(await issueDetail(c.var, c.req.valid('param').id), 200))
  .openapi(step, async (c) => {
    const { id, step: stepId } = c.req.valid('param')
    return c.json(await takeStep(countyContext(c), id, stepId, c.req.valid('json')), 200)
  })
  .openapi(bulk, async (c) =>
    c.json(await stepMany(countyContext(c), c.req.valid('json'), c.var.language), 200),
  )
