import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi'
import { PostHolding, PostImport } from '../../schema/api/areas.ts'
import { Id, page } from '../../schema/api/common.ts'
import {
  ImportQuery,
  NewPost,
  PostChange,
  PostHolders,
  PostQuery,
  PostsChanged,
} from '../../schema/api/posts.ts'
import { addPost, changePost, erasePost } from '../actions/posts/change-posts.ts'
import { importPosts } from '../actions/posts/import-posts.ts'
import { setHolders } from '../actions/posts/set-holders.ts'
import { listPosts } from '../data/posts.ts'
import { can } from '../domain/access/can.ts'
import { body, json, paged, problem } from '../http/answers.ts'
import type { AppEnv } from '../http/app-env.ts'
import { countyContext } from '../http/county-context.ts'
import { may } from '../http/may.ts'
import { refuseInvalid } from '../http/validation.ts'

const params = z.object({ id: Id })
const bytes = { schema: z.string().openapi({ format: 'binary' }) }

const list = createRoute({
  method: 'get',
  path: '/posts',
  ...may('post.read'),
  request: { query: PostQuery },
  responses: { 200: json(page(PostHolding), 'Posts within reach, in the order of their ids'), ...problem },
})

const add = createRoute({
  method: 'post',
  path: '/posts',
  ...may('post.write'),
  request: { body: body(NewPost) },
  responses: { 201: json(PostHolding, 'Noted'), ...problem },
})

const change = createRoute({
  method: 'patch',
  path: '/posts/{id}',
  ...may('post.write'),
  request: { params, body: body(PostChange) },
  responses: { 200: json(PostHolding, 'The changed post'), ...problem },
})

const erase = createRoute({
  method: 'delete',
  path: '/posts/{id}',
  ...may('post.write'),
  request: { params },
  responses: { 204: { description: 'Erased, and the name with it wherever an action froze it' }, ...problem },
})

const imports = createRoute({
  method: 'post',
  path: '/posts/imports',
  ...may('post.write'),
  request: {
    query: ImportQuery,
    body: { required: true, content: { 'application/octet-stream': bytes, 'text/csv': bytes } },
  },
  responses: {
    200: json(PostImport, 'Every row and what became of it; stored only where all are clear'),
    ...problem,
  },
})

const holders = createRoute({
  method: 'put',
  path: '/posts/holders',
  ...may('post.write'),
  request: { body: body(PostHolders) },
  responses: { 200: json(PostsChanged, 'How many came and how many left'), ...problem },
})

export const postRoutes = new OpenAPIHono<AppEnv>({ defaultHook: refuseInvalid })
  .openapi(list, async (c) => {
    const { cursor, limit = 200, area } = c.req.valid('query')
    const { member } = c.var
    const within = can(member, 'post.read', {}) ? undefined : (member.scope.id ?? '')
    const rows = await listPosts(c.var.db, { area, within }, limit + 1, cursor)
    return c.json(
      paged(rows, limit, ({ id }) => id),
      200,
    )
  })
  .openapi(add, async (c) => c.json(await addPost(countyContext(c), c.req.valid('json')), 201))
  .openapi(change, async (c) =>
    c.json(await changePost(countyContext(c), c.req.valid('param').id, c.req.valid('json')), 200),
  )
  .openapi(erase, async (c) => {
    await erasePost(countyContext(c), c.req.valid('param').id)
    return c.body(null, 204)
  })
  .openapi(imports, async (c) => {
    const upload = {
      bytes: new Uint8Array(await c.req.arrayBuffer()),
      dryRun: c.req.valid('query').dryRun === 'true',
    }
    return c.json(await importPosts(countyContext(c), upload, c.var.language), 200)
  })
  .openapi(holders, async (c) => c.json(await setHolders(countyContext(c), c.req.valid('json')), 200))
