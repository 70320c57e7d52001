import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi'
import { Id, page } from '../../schema/api/common.ts'
import {
  DuplicateQuery,
  IssueTally,
  NewSavedFilter,
  PossibleDuplicate,
  Relapse,
  RelapseQuery,
  RevisitRule,
  SavedFilter,
  SavedFilterQuery,
} from '../../schema/api/issues.ts'
import { issueTally, relapses } from '../actions/issues/issue-figures.ts'
import { possibleDuplicates } from '../actions/issues/possible-duplicates.ts'
import { revisitRule, setRevisitRule } from '../actions/issues/revisit-rule.ts'
import { filtersOf, removeFilter, saveFilter } from '../actions/issues/saved-filters.ts'
import { body, json, problem } from '../http/answers.ts'
import type { AppEnv } from '../http/app-env.ts'
import { countyContext } from '../http/county-context.ts'
import { may } from '../http/may.ts'
import { refuseInvalid } from '../http/validation.ts'

const duplicates = createRoute({
  method: 'get',
  path: '/issues/duplicates',
  ...may('issue.write'),
  request: { query: DuplicateQuery },
  responses: {
    200: json(page(PossibleDuplicate), 'Issues it may be the same as, the nearest first'),
    ...problem,
  },
})

const summary = createRoute({
  method: 'get',
  path: '/issues/summary',
  ...may('issue.read'),
  responses: { 200: json(IssueTally, 'How the ledger stands within reach'), ...problem },
})

const relapsed = createRoute({
  method: 'get',
  path: '/issues/relapses',
  ...may('issue.read'),
  request: { query: RelapseQuery },
  responses: { 200: json(page(Relapse), 'How often closed issues did not last'), ...problem },
})

const rule = createRoute({
  method: 'get',
  path: '/settings/revisits',
  ...may('category.read'),
  responses: { 200: json(RevisitRule, 'Which closed issues are looked at again'), ...problem },
})

const setRule = createRoute({
  method: 'put',
  path: '/settings/revisits',
  ...may('category.write'),
  request: { body: body(RevisitRule) },
  responses: { 200: json(RevisitRule, 'The rule as it holds from now on'), ...problem },
})

const filters = createRoute({
  method: 'get',
  path: '/saved-filters',
  ...may('issue.read'),
  request: { query: SavedFilterQuery },
  responses: { 200: json(page(SavedFilter), 'Filters of one’s own and shared ones'), ...problem },
})

const save = createRoute({
  method: 'post',
  path: '/saved-filters',
  ...may('issue.read'),
  request: { body: body(NewSavedFilter) },
  responses: { 201: json(SavedFilter, 'The filter'), ...problem },
})

const forget = createRoute({
  method: 'delete',
  path: '/saved-filters/{id}',
  ...may('issue.read'),
  request: { params: z.object({ id: Id }) },
  responses: { 204: { description: 'Gone' }, ...problem },
})

/** Stands before the routes of single issues, whose ids would take these paths. */
export const issueFigureRoutes = new OpenAPIHono<AppEnv>({ defaultHook: refuseInvalid })
  .openapi(duplicates, async (c) => {
    const items = await possibleDuplicates(c.var, c.req.valid('query'))
    return c.json({ items, nextCursor: null }, 200)
  })
  .openapi(summary, async (c) => c.json(await issueTally(c.var), 200))
  .openapi(relapsed, async (c) => {
    const items = await relapses(c.var, c.req.valid('query'), c.var.language)
    return c.json({ items, nextCursor: null }, 200)
  })
  .openapi(rule, async (c) => c.json(await revisitRule(c.var.db), 200))
  .openapi(setRule, async (c) => c.json(await setRevisitRule(countyContext(c), c.req.valid('json')), 200))
  .openapi(filters, async (c) => c.json({ items: await filtersOf(c.var), nextCursor: null }, 200))
  .openapi(save, async (c) => c.json(await saveFilter(countyContext(c), c.req.valid('json')), 201))
  .openapi(forget, async (c) => {
    await removeFilter(countyContext(c), c.req.valid('param').id)
    return c.body(null, 204)
  })
