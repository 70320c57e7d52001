import { Hono } from 'hono'
import { unready } from '../data/readiness.ts'
import type { AppEnv } from '../http/app-env.ts'

const robots = `User-agent: *
Allow: /
Disallow: /api/
Disallow: /console
Disallow: /field
Disallow: /activate
`

/** For those who watch the service: alive, ready to serve, and what crawlers may read. */
export const healthRoutes = new Hono<AppEnv>()
  .get('/healthz', (c) => c.json({ status: 'ok' }, 200, { 'cache-control': 'no-store' }))
  .get('/readyz', async (c) => {
    const missing = await unready(c.env)
    const body = { status: missing.length === 0 ? 'ready' : 'not ready', missing }
    return c.json(body, missing.length === 0 ? 200 : 503, { 'cache-control': 'no-store' })
  })
  .get('/robots.txt', (c) => c.text(robots, 200, { 'cache-control': 'public, max-age=86400' }))
