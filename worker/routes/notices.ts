import { createRoute, OpenAPIHono } from '@hono/zod-openapi'
import { page } from '../../schema/api/common.ts'
import { Notice, NoticeMark, NoticeQuery } from '../../schema/api/notices.ts'
import { markRead, noticesTo } from '../actions/notices/notices.ts'
import { body, json, problem } from '../http/answers.ts'
import type { AppEnv } from '../http/app-env.ts'
import { may } from '../http/may.ts'
import { refuseInvalid } from '../http/validation.ts'

const list = createRoute({
  method: 'get',
  path: '/notices',
  ...may('notice.read'),
  request: { query: NoticeQuery },
  responses: { 200: json(page(Notice), 'Notices to the member, newest first'), ...problem },
})

const mark = createRoute({
  method: 'put',
  path: '/notices/mark',
  ...may('notice.read'),
  request: { body: body(NoticeMark) },
  responses: { 204: { description: 'Noted' }, ...problem },
})

export const noticeRoutes = new OpenAPIHono<AppEnv>({ defaultHook: refuseInvalid })
  .openapi(list, async (c) => c.json(await noticesTo(c.var, c.req.valid('query')), 200))
  .openapi(mark, async (c) => {
    await markRead(c.var, c.req.valid('json').upTo)
    return c.body(null, 204)
  })
