import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi'
import { Id, page } from '../../schema/api/common.ts'
import {
  DecisionIssue,
  DecisionTask,
  Meeting,
  MeetingChange,
  MeetingDetail,
  MeetingQuery,
  NewMeeting,
  Task,
  TaskChange,
  TaskQuery,
} from '../../schema/api/outreach.ts'
import { decideIssue, decideTask } from '../actions/meetings/decisions.ts'
import { meetingsInReach } from '../actions/meetings/meeting-view.ts'
import { changeMeeting, putMeeting, readMeeting } from '../actions/meetings/meetings.ts'
import { changeTask, tasksInReach } from '../actions/meetings/tasks.ts'
import { body, json, problem } from '../http/answers.ts'
import type { AppEnv } from '../http/app-env.ts'
import { countyContext } from '../http/county-context.ts'
import { may } from '../http/may.ts'
import { refuseInvalid } from '../http/validation.ts'

const params = z.object({ id: Id })
const ofDecision = z.object({ id: Id, decision: Id })

const list = createRoute({
  method: 'get',
  path: '/meetings',
  ...may('meeting.read'),
  request: { query: MeetingQuery },
  responses: { 200: json(page(Meeting), 'Meetings within reach, the newest first'), ...problem },
})

const show = createRoute({
  method: 'get',
  path: '/meetings/{id}',
  ...may('meeting.read'),
  request: { params },
  responses: { 200: json(MeetingDetail, 'The record and what its decisions became'), ...problem },
})

const put = createRoute({
  method: 'put',
  path: '/meetings/{id}',
  ...may('meeting.write'),
  request: { params, body: body(NewMeeting) },
  responses: {
    200: json(MeetingDetail, 'The record, kept before with the same body'),
    201: json(MeetingDetail, 'The new record'),
    ...problem,
  },
})

const change = createRoute({
  method: 'patch',
  path: '/meetings/{id}',
  ...may('meeting.write'),
  request: { params, body: body(MeetingChange) },
  responses: { 200: json(MeetingDetail, 'The changed record'), ...problem },
})

const task = createRoute({
  method: 'put',
  path: '/meetings/{id}/decisions/{decision}/task',
  ...may('meeting.write', { leavesWork: true }),
  request: { params: ofDecision, body: body(DecisionTask) },
  responses: { 200: json(MeetingDetail, 'The meeting; the decision is a task'), ...problem },
})

const issue = createRoute({
  method: 'put',
  path: '/meetings/{id}/decisions/{decision}/issue',
  ...may('meeting.write', { leavesWork: true }),
  request: { params: ofDecision, body: body(DecisionIssue) },
  responses: { 200: json(MeetingDetail, 'The meeting; the decision is an issue'), ...problem },
})

const tasks = createRoute({
  method: 'get',
  path: '/tasks',
  ...may('task.read'),
  request: { query: TaskQuery },
  responses: { 200: json(page(Task), 'Tasks that meetings gave, by the day they are due'), ...problem },
})

const tick = createRoute({
  method: 'patch',
  path: '/tasks/{id}',
  ...may('task.settle', { leavesWork: true }),
  request: { params, body: body(TaskChange) },
  responses: { 200: json(Task, 'The task'), ...problem },
})

export const meetingRoutes = new OpenAPIHono<AppEnv>({ defaultHook: refuseInvalid })
  .openapi(list, async (c) => c.json(await meetingsInReach(c.var, c.req.valid('query')), 200))
  .openapi(show, async (c) => c.json(await readMeeting(c.var, c.req.valid('param').id), 200))
  .openapi(put, async (c) => {
    const { made, shown } = await putMeeting(countyContext(c), c.req.valid('param').id, c.req.valid('json'))
    return c.json(shown, made ? 201 : 200)
  })
  .openapi(change, async (c) =>
    c.json(await changeMeeting(countyContext(c), c.req.valid('param').id, c.req.valid('json')), 200),
  )
  .openapi(task, async (c) => {
    const { id, decision } = c.req.valid('param')
    return c.json(await decideTask(countyContext(c), id, decision, c.req.valid('json')), 200)
  })
  .openapi(issue, async (c) => {
    const { id, decision } = c.req.valid('param')
    return c.json(await decideIssue(countyContext(c), id, decision, c.req.valid('json')), 200)
  })
  .openapi(tasks, async (c) => c.json(await tasksInReach(c.var, c.req.valid('query')), 200))
  .openapi(tick, async (c) =>
    c.json(await changeTask(countyContext(c), c.req.valid('param').id, c.req.valid('json')), 200),
  )
