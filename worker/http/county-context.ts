import type { Context } from 'hono'
import type { CountyContext, PlatformContext } from '../actions/context.ts'
import type { AppEnv } from './app-env.ts'
import { siteOrigin } from './visitor.ts'

/** What actions outside a county take from a request. */
export function platformContext(c: Context<AppEnv>): PlatformContext {
  const { control, now, receipt } = c.var
  return { env: c.env, control, now, origin: siteOrigin(c), ...(receipt && { receipt }) }
}

/** What actions inside a county take from a request. */
export function countyContext(c: Context<AppEnv>): CountyContext {
  const deviceAt = deviceTime(c.req.header('x-device-time'))
  const { madeDue } = c.var
  return {
    ...{ ...platformContext(c), county: c.var.county, db: c.var.db, member: c.var.member },
    ...(deviceAt && { deviceAt }),
    ...(madeDue !== undefined && { madeDue }),
    ...(c.req.header('x-handed-over') === 'true' && { handedOver: true as const }),
  }
}

/** What a phone's clock says, an instant or epoch ms; nothing where it makes no sense. */
function deviceTime(said: string | undefined): Date | undefined {
  if (said === undefined) return undefined
  const at = new Date(/^\d+$/.test(said) ? Number(said) : said)
  return Number.isNaN(at.getTime()) ? undefined : at
}
