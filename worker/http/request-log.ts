import type { Context } from 'hono'
import { routePath } from 'hono/route'
import type { AppEnv } from './app-env.ts'

/**
 * One line of JSON a request for whoever runs the service, where XIANGBANG_LOG is `requests`: what was asked of which
 * route, by which role of which county, and what it cost. Never an address, a query, a name or a secret.
 */
export function logRequest(c: Context<AppEnv>): void {
  if (c.env.XIANGBANG_LOG !== 'requests') return
  const { requestId, now, county, member, cost } = c.var
  const line = {
    ...{ level: 'info', at: now.toISOString(), requestId, method: c.req.method, route: routePath(c, -1) },
    ...{ status: c.res.status, milliseconds: Date.now() - now.getTime() },
    ...{ county: county?.id ?? null, role: member?.role ?? null },
    ...{ trips: cost.trips, statements: cost.statements },
    ...{ rowsRead: cost.rowsRead, rowsWritten: cost.rowsWritten },
  }
  // biome-ignore lint/suspicious/noConsole: the operator's log
  console.log(JSON.stringify(line))
}
