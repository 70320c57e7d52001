import { timingSafeEqual } from 'node:crypto'
import { Hono } from 'hono'
import { metrics } from '../actions/metrics/metrics.ts'
import { sha256 } from '../data/sha256.ts'
import type { AppEnv } from '../http/app-env.ts'
import { bearerToken } from '../http/caller.ts'
import { platformContext } from '../http/county-context.ts'
import { Problem } from '../problems/problem.ts'

/**
 * For the operator's Prometheus, where XIANGBANG_METRICS_TOKEN is set and sent along as a bearer token; for anybody
 * else there is nothing here.
 */
export const metricsRoutes = new Hono<AppEnv>().get('/metrics', async (c) => {
  const wanted = c.env.XIANGBANG_METRICS_TOKEN
  if (!wanted || !(await same(bearerToken(c) ?? '', wanted))) throw new Problem('not_found')
  return c.text(await metrics(platformContext(c)), 200, {
    'content-type': 'text/plain; version=0.0.4; charset=utf-8',
    'cache-control': 'no-store',
  })
})

/** In the same time wherever they differ: hashes of equal length are compared. */
async function same(one: string, other: string): Promise<boolean> {
  const [a, b] = await Promise.all([sha256(one), sha256(other)])
  return timingSafeEqual(Buffer.from(a), Buffer.from(b))
}
