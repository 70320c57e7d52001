import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi'
import { Id, Nothing, page } from '../../schema/api/common.ts'
import {
  Complaint,
  ComplaintDetail,
  ComplaintIssue,
  ComplaintJoining,
  ComplaintQuery,
  ComplaintRaised,
  ComplaintRefusal,
  ComplaintRelease,
  ComplaintSetting,
  ComplaintStatistics,
  ComplaintStatisticsQuery,
  NewComplaintAnswer,
} from '../../schema/api/complaints.ts'
import {
  answerComplaint,
  declineComplaint,
  forgetContact,
  receiveAgain,
  releasePhotos,
} from '../actions/complaints/answer-complaint.ts'
import { complaintDetail, complaintsOf } from '../actions/complaints/read-complaints.ts'
import { complaintSetting, setComplaintSetting } from '../actions/complaints/setting.ts'
import { complaintStatistics } from '../actions/complaints/statistics.ts'
import { joinIssue, raiseFromComplaint } from '../actions/complaints/take-up.ts'
import { body, json, problem } from '../http/answers.ts'
import type { AppEnv } from '../http/app-env.ts'
import { countyContext } from '../http/county-context.ts'
import { may } from '../http/may.ts'
import { refuseInvalid } from '../http/validation.ts'

const params = z.object({ id: Id })

const setting = createRoute({
  method: 'get',
  path: '/complaints/setting',
  ...may('complaint.read'),
  responses: { 200: json(ComplaintSetting, 'Whether the public can write'), ...problem },
})
const set = createRoute({
  method: 'put',
  path: '/complaints/setting',
  ...may('complaint.write'),
  request: { body: body(ComplaintSetting) },
  responses: { 200: json(ComplaintSetting, 'As it is now'), ...problem },
})
const statistics = createRoute({
  method: 'get',
  path: '/complaints/statistics',
  ...may('complaint.read'),
  request: { query: ComplaintStatisticsQuery },
  responses: { 200: json(ComplaintStatistics, 'How many came in by category'), ...problem },
})
const list = createRoute({
  method: 'get',
  path: '/complaints',
  ...may('complaint.read'),
  request: { query: ComplaintQuery },
  responses: { 200: json(page(Complaint), 'What the public wrote, the newest first'), ...problem },
})
const show = createRoute({
  method: 'get',
  path: '/complaints/{id}',
  ...may('complaint.read'),
  request: { params },
  responses: { 200: json(ComplaintDetail, 'The complaint with its contact and answers'), ...problem },
})
const raise = createRoute({
  method: 'put',
  path: '/complaints/{id}/issue',
  ...may('complaint.write'),
  request: { params, body: body(ComplaintIssue) },
  responses: { 200: json(ComplaintRaised, 'Taken up in a new issue'), ...problem },
})
const join = createRoute({
  method: 'put',
  path: '/complaints/{id}/joining',
  ...may('complaint.write'),
  request: { params, body: body(ComplaintJoining) },
  responses: { 200: json(Complaint, 'Taken up in an issue that was there'), ...problem },
})
const refuse = createRoute({
  method: 'put',
  path: '/complaints/{id}/refusal',
  ...may('complaint.write'),
  request: { params, body: body(ComplaintRefusal) },
  responses: { 200: json(Complaint, 'Declined'), ...problem },
})
const receive = createRoute({
  method: 'put',
  path: '/complaints/{id}/reception',
  ...may('complaint.write'),
  request: { params, body: body(Nothing) },
  responses: { 200: json(Complaint, 'Waiting again'), ...problem },
})
const reply = createRoute({
  method: 'put',
  path: '/complaints/{id}/answers/{answer}',
  ...may('complaint.write'),
  request: { params: z.object({ id: Id, answer: Id }), body: body(NewComplaintAnswer) },
  responses: { 200: json(ComplaintDetail, 'The complaint with the answer'), ...problem },
})
const release = createRoute({
  method: 'put',
  path: '/complaints/{id}/release',
  ...may('complaint.write'),
  request: { params, body: body(ComplaintRelease) },
  responses: { 200: json(ComplaintDetail, 'The photos its writer may see'), ...problem },
})
const forget = createRoute({
  method: 'delete',
  path: '/complaints/{id}/contact',
  ...may('complaint.write'),
  request: { params },
  responses: { 204: { description: 'Erased' }, ...problem },
})

export const complaintRoutes = new OpenAPIHono<AppEnv>({ defaultHook: refuseInvalid })
  .openapi(setting, async (c) => c.json(await complaintSetting(c.var), 200))
  .openapi(set, async (c) => c.json(await setComplaintSetting(countyContext(c), c.req.valid('json')), 200))
  .openapi(statistics, async (c) => c.json(await complaintStatistics(c.var, c.req.valid('query').since), 200))
  .openapi(list, async (c) => c.json(await complaintsOf(c.var, c.req.valid('query')), 200))
  .openapi(show, async (c) => c.json(await complaintDetail(c.var, c.req.valid('param').id), 200))
  .openapi(raise, async (c) =>
    c.json(await raiseFromComplaint(countyContext(c), c.req.valid('param').id, c.req.valid('json')), 200),
  )
  .openapi(join, async (c) =>
    c.json(await joinIssue(countyContext(c), c.req.valid('param').id, c.req.valid('json').issue), 200),
  )
  .openapi(refuse, async (c) =>
    c.json(
      await declineComplaint(countyContext(c), c.req.valid('param').id, c.req.valid('json').reason),
      200,
    ),
  )
  .openapi(receive, async (c) => c.json(await receiveAgain(countyContext(c), c.req.valid('param').id), 200))
  .openapi(reply, async (c) => {
    const { id, answer } = c.req.valid('param')
    return c.json(await answerComplaint(countyContext(c), id, answer, c.req.valid('json')), 200)
  })
  .openapi(release, async (c) =>
    c.json(await releasePhotos(countyContext(c), c.req.valid('param').id, c.req.valid('json').photos), 200),
  )
  .openapi(forget, async (c) => {
    await forgetContact(countyContext(c), c.req.valid('param').id)
    return c.body(null, 204)
  })
