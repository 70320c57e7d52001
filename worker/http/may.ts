import { createMiddleware } from 'hono/factory'
import { can } from '../domain/access/can.ts'
import type { Verb } from '../domain/access/grants.ts'
import { Problem } from '../problems/problem.ts'
import type { AppEnv } from './app-env.ts'

/**
 * Spread into a county route's definition: refuses members whose role never has the verb before anything of the
 * request is read, and declares the verb in the OpenAPI document.
 */
export function may(verb: Verb) {
  const middleware = createMiddleware<AppEnv>(async (c, next) => {
    if (!can(c.var.member, verb)) throw new Problem('forbidden')
    await next()
  })
  return { middleware, 'x-verb': verb, security: [{ session: [] }, { token: [] }] }
}
