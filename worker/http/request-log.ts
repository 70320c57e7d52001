import type { Context } from 'hono'
import { routePath } from 'hono/route'
import { countRequest } from '../actions/metrics/counters.ts'
import type { AppEnv } from './app-env.ts'

/**
 * Counts a request for the metrics and, where XIANGBANG_LOG is `requests`, writes one line of JSON for whoever runs
 * the service: what was asked of which route, by which role of which county, and what it cost. Never an address, a
 * query, a name or a secret.
 */
export function noteRequest(c: Context<AppEnv>): void {
  const { requestId, now, county, member, cost } = c.var
  const ended = Date.now()
  const { method } = c.req
  const said = { route: routePath(c, -1), status: c.res.status, milliseconds: ended - now.getTime() }
  const { rowsRead, rowsWritten } = cost
  countRequest({ method, ...said, rowsRead, rowsWritten }, ended)
  if (c.env.XIANGBANG_LOG !== 'requests') return
  const line = {
    ...{ level: 'info', at: now.toISOString(), requestId, method, ...said },
    ...{ county: county?.id ?? null, role: member?.role ?? null },
    ...{ trips: cost.trips, statements: cost.statements, rowsRead, rowsWritten },
  }
  // biome-ignore lint/suspicious/noConsole: the operator's log
  console.log(JSON.stringify(line))
}
