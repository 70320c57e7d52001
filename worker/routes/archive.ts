import { createRoute, OpenAPIHono } from '@hono/zod-openapi'
import { PendingErasure } from '../../schema/api/erasures.ts'
import { orderArchive } from '../actions/archive/order-archive.ts'
import { pendingErasure } from '../actions/platform/pending-erasure.ts'
import { json, problem } from '../http/answers.ts'
import type { AppEnv } from '../http/app-env.ts'
import { archiveAnswer } from '../http/archive-answer.ts'
import { countyContext } from '../http/county-context.ts'
import { fileAnswer } from '../http/downloads.ts'
import { may } from '../http/may.ts'
import { refuseInvalid } from '../http/validation.ts'

const archive = createRoute({
  method: 'get',
  path: '/archive',
  ...may('county.archive'),
  responses: { 200: fileAnswer('application/zip', 'The county with all its files'), ...problem },
})

const pending = createRoute({
  method: 'get',
  path: '/erasure',
  ...may('county.archive'),
  responses: { 200: json(PendingErasure, 'Whether the county is to be erased, and when'), ...problem },
})

export const archiveRoutes = new OpenAPIHono<AppEnv>({ defaultHook: refuseInvalid })
  .openapi(archive, async (c) => {
    const context = countyContext(c)
    return archiveAnswer(c, await orderArchive(context, context.county.id, context.member.id))
  })
  .openapi(pending, async (c) => c.json(await pendingErasure(countyContext(c)), 200))
