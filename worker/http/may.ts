import type { Context, MiddlewareHandler } from 'hono'
import { createMiddleware } from 'hono/factory'
import { matchedRoutes } from 'hono/route'
import { can } from '../domain/access/can.ts'
import type { Verb } from '../domain/access/grants.ts'
import { Problem } from '../problems/problem.ts'
import type { AppEnv } from './app-env.ts'

/**
 * Spread into a county route's definition: refuses members whose role never has the verb before anything of the
 * request is read, and declares the verb in the OpenAPI document. A route whose action makes its county due says that
 * it `leavesWork`: it is then made due on the way in, in the round trip that finds the caller.
 */
export function may(verb: Verb, { leavesWork = false } = {}) {
  const middleware = createMiddleware<AppEnv>(async (c, next) => {
    if (!can(c.var.member, verb)) throw new Problem('forbidden')
    await next()
  })
  if (leavesWork) leaving.add(middleware)
  return { middleware, 'x-verb': verb, security: [{ session: [] }, { token: [] }] }
}

/** Whether the route that a request is for was declared to leave work. */
export function leavesWork(c: Context<AppEnv>): boolean {
  return matchedRoutes(c).some(({ handler }) => leaving.has(handler as MiddlewareHandler))
}

const leaving = new WeakSet<MiddlewareHandler>()
