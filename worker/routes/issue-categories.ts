import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi'
import { Id, page } from '../../schema/api/common.ts'
import {
  CatalogueWanted,
  Category,
  CategoryChange,
  IssueRule,
  NewCategory,
  NewIssueRule,
} from '../../schema/api/issues.ts'
import {
  addCategory,
  adoptCatalogue,
  categoryOf,
  changeCategory,
  removeCategory,
} from '../actions/issues/categories.ts'
import { addRule, removeRule, ruleOf } from '../actions/issues/rules.ts'
import { listCategories, selectRules } from '../data/issue-categories.ts'
import { body, json, problem } from '../http/answers.ts'
import type { AppEnv } from '../http/app-env.ts'
import { countyContext } from '../http/county-context.ts'
import { may } from '../http/may.ts'
import { refuseInvalid } from '../http/validation.ts'

const params = z.object({ id: Id })

const list = createRoute({
  method: 'get',
  path: '/issue-categories',
  ...may('category.read'),
  responses: { 200: json(page(Category), 'The catalogue, retired categories included'), ...problem },
})

const adopt = createRoute({
  method: 'put',
  path: '/issue-categories/catalogue',
  ...may('category.write'),
  request: { body: body(CatalogueWanted) },
  responses: { 200: json(page(Category), 'The catalogue with what was shipped'), ...problem },
})

const add = createRoute({
  method: 'post',
  path: '/issue-categories',
  ...may('category.write'),
  request: { body: body(NewCategory) },
  responses: { 201: json(Category, 'The new category'), ...problem },
})

const change = createRoute({
  method: 'patch',
  path: '/issue-categories/{id}',
  ...may('category.write'),
  request: { params, body: body(CategoryChange) },
  responses: { 200: json(Category, 'The changed category'), ...problem },
})

const remove = createRoute({
  method: 'delete',
  path: '/issue-categories/{id}',
  ...may('category.write'),
  request: { params },
  responses: { 204: { description: 'Gone' }, ...problem },
})

const rules = createRoute({
  method: 'get',
  path: '/issue-rules',
  ...may('category.read'),
  responses: { 200: json(page(IssueRule), 'Who leads what'), ...problem },
})

const rule = createRoute({
  method: 'post',
  path: '/issue-rules',
  ...may('category.write'),
  request: { body: body(NewIssueRule) },
  responses: { 201: json(IssueRule, 'The new rule'), ...problem },
})

const unrule = createRoute({
  method: 'delete',
  path: '/issue-rules/{id}',
  ...may('category.write'),
  request: { params },
  responses: { 204: { description: 'Gone' }, ...problem },
})

export const issueCategoryRoutes = new OpenAPIHono<AppEnv>({ defaultHook: refuseInvalid })
  .openapi(list, async (c) => {
    const items = (await listCategories(c.var.db)).map(categoryOf)
    return c.json({ items, nextCursor: null }, 200)
  })
  .openapi(adopt, async (c) => {
    const items = await adoptCatalogue(countyContext(c), c.req.valid('json'))
    return c.json({ items, nextCursor: null }, 200)
  })
  .openapi(add, async (c) => c.json(await addCategory(countyContext(c), c.req.valid('json')), 201))
  .openapi(change, async (c) =>
    c.json(await changeCategory(countyContext(c), c.req.valid('param').id, c.req.valid('json')), 200),
  )
  .openapi(remove, async (c) => {
    await removeCategory(countyContext(c), c.req.valid('param').id)
    return c.body(null, 204)
  })
  .openapi(rules, async (c) => {
    const [items] = await c.var.db.together(selectRules(c.var.db))
    return c.json({ items: items.map(ruleOf), nextCursor: null }, 200)
  })
  .openapi(rule, async (c) => c.json(await addRule(countyContext(c), c.req.valid('json')), 201))
  .openapi(unrule, async (c) => {
    await removeRule(countyContext(c), c.req.valid('param').id)
    return c.body(null, 204)
  })
