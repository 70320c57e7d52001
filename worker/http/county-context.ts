import type { Context } from 'hono'
import type { CountyContext, PlatformContext } from '../actions/context.ts'
import type { AppEnv } from './app-env.ts'
import { siteOrigin } from './visitor.ts'

/** What actions outside a county take from a request. */
export function platformContext(c: Context<AppEnv>): PlatformContext {
  return { env: c.env, control: c.var.control, now: c.var.now, origin: siteOrigin(c) }
}

/** What actions inside a county take from a request. */
export function countyContext(c: Context<AppEnv>): CountyContext {
  return { ...platformContext(c), county: c.var.county, db: c.var.db, member: c.var.member }
}
