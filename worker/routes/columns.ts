import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi'
import {
  ColumnArticle,
  ColumnChange,
  ColumnDetail,
  ColumnPublication,
  ColumnQuery,
  ColumnReturn,
  ColumnRule,
  ColumnSubmission,
  ColumnWithdrawal,
  NewColumn,
} from '../../schema/api/columns.ts'
import { Id, page } from '../../schema/api/common.ts'
import { changeColumn } from '../actions/columns/change-column.ts'
import { columnRule, setColumnRule } from '../actions/columns/column-rule.ts'
import { columnDetail } from '../actions/columns/column-view.ts'
import { columnsInReach } from '../actions/columns/columns-in-reach.ts'
import { putColumn } from '../actions/columns/put-column.ts'
import { publishColumn, returnColumn, submitColumn, takeBackColumn } from '../actions/columns/review.ts'
import { discardColumn, restoreColumn, withdrawColumn } from '../actions/columns/withdraw.ts'
import { body, json, problem } from '../http/answers.ts'
import type { AppEnv } from '../http/app-env.ts'
import { countyContext } from '../http/county-context.ts'
import { may } from '../http/may.ts'
import { refuseInvalid } from '../http/validation.ts'

const params = z.object({ id: Id })
const answered = (description: string) => ({ 200: json(ColumnDetail, description), ...problem })

const rule = createRoute({
  method: 'get',
  path: '/settings/columns',
  ...may('column.read'),
  responses: { 200: json(ColumnRule, 'Whether the columns are public, and for how long'), ...problem },
})
const setRule = createRoute({
  method: 'put',
  path: '/settings/columns',
  ...may('column.rule'),
  request: { body: body(ColumnRule) },
  responses: { 200: json(ColumnRule, 'As it holds from now on'), ...problem },
})
const list = createRoute({
  method: 'get',
  path: '/columns',
  ...may('column.read'),
  request: { query: ColumnQuery },
  responses: { 200: json(page(ColumnArticle), 'Articles, the newest change first'), ...problem },
})
const one = createRoute({
  method: 'get',
  path: '/columns/{id}',
  ...may('column.read'),
  request: { params },
  responses: answered('The article'),
})
const put = createRoute({
  method: 'put',
  path: '/columns/{id}',
  ...may('column.write'),
  request: { params, body: body(NewColumn) },
  responses: {
    200: json(ColumnDetail, 'The same draft was there'),
    201: json(ColumnDetail, 'The draft'),
    ...problem,
  },
})
const change = createRoute({
  method: 'patch',
  path: '/columns/{id}',
  ...may('column.write', { leavesWork: true }),
  request: { params, body: body(ColumnChange) },
  responses: answered('The article, a draft again'),
})
const submit = createRoute({
  method: 'put',
  path: '/columns/{id}/submission',
  ...may('column.write'),
  request: { params, body: body(ColumnSubmission) },
  responses: answered('The article, in review'),
})
const takeBack = createRoute({
  method: 'delete',
  path: '/columns/{id}/submission',
  ...may('column.write'),
  request: { params },
  responses: answered('The article, a draft again'),
})
const giveBack = createRoute({
  method: 'put',
  path: '/columns/{id}/return',
  ...may('column.review'),
  request: { params, body: body(ColumnReturn) },
  responses: answered('The article, returned to its writers'),
})
const publish = createRoute({
  method: 'put',
  path: '/columns/{id}/publication',
  ...may('column.review', { leavesWork: true }),
  request: { params, body: body(ColumnPublication) },
  responses: answered('The article, published'),
})
const withdraw = createRoute({
  method: 'put',
  path: '/columns/{id}/withdrawal',
  ...may('column.draft'),
  request: { params, body: body(ColumnWithdrawal) },
  responses: answered('The article, withdrawn'),
})
const discard = createRoute({
  method: 'put',
  path: '/columns/{id}/discard',
  ...may('column.write'),
  request: { params },
  responses: answered('The draft, laid aside'),
})
const restore = createRoute({
  method: 'delete',
  path: '/columns/{id}/discard',
  ...may('column.write'),
  request: { params },
  responses: answered('The draft, taken up again'),
})

export const columnRoutes = new OpenAPIHono<AppEnv>({ defaultHook: refuseInvalid })
  .openapi(rule, async (c) => c.json(await columnRule(c.var.db), 200))
  .openapi(setRule, async (c) => c.json(await setColumnRule(countyContext(c), c.req.valid('json')), 200))
  .openapi(list, async (c) => c.json(await columnsInReach(c.var, c.req.valid('query')), 200))
  .openapi(one, async (c) => c.json(await columnDetail(countyContext(c), c.req.valid('param').id), 200))
  .openapi(put, async (c) => {
    const { id } = c.req.valid('param')
    const { article, created } = await putColumn(countyContext(c), id, c.req.valid('json'))
    return created ? c.json(article, 201) : c.json(article, 200)
  })
  .openapi(change, async (c) =>
    c.json(await changeColumn(countyContext(c), c.req.valid('param').id, c.req.valid('json')), 200),
  )
  .openapi(submit, async (c) => {
    const { version } = c.req.valid('json')
    return c.json(await submitColumn(countyContext(c), c.req.valid('param').id, version), 200)
  })
  .openapi(takeBack, async (c) =>
    c.json(await takeBackColumn(countyContext(c), c.req.valid('param').id), 200),
  )
  .openapi(giveBack, async (c) =>
    c.json(await returnColumn(countyContext(c), c.req.valid('param').id, c.req.valid('json')), 200),
  )
  .openapi(publish, async (c) =>
    c.json(await publishColumn(countyContext(c), c.req.valid('param').id, c.req.valid('json')), 200),
  )
  .openapi(withdraw, async (c) => {
    const { reason } = c.req.valid('json')
    return c.json(await withdrawColumn(countyContext(c), c.req.valid('param').id, reason), 200)
  })
  .openapi(discard, async (c) => c.json(await discardColumn(countyContext(c), c.req.valid('param').id), 200))
  .openapi(restore, async (c) => c.json(await restoreColumn(countyContext(c), c.req.valid('param').id), 200))
