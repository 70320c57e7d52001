import { Hono } from 'hono'
import type { AppEnv } from '../http/app-env.ts'

/** Every address below /console is the one page of the console, which reads the rest of the address itself. */
export const consoleRoutes = new Hono<AppEnv>().get('/console/*', (c) =>
  c.env.ASSETS.fetch(new URL('/console/', c.req.url).href),
)
