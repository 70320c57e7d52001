import { Hono } from 'hono'
import { newSecret } from '../data/new-secret.ts'
import { guardedPage } from '../domain/access/content-policy.ts'
import type { AppEnv } from '../http/app-env.ts'

/** Every address below /console is the one page of the console, which reads the rest of the address itself. */
export const consoleRoutes = new Hono<AppEnv>().get('/console/*', async (c) => {
  const page = await c.env.ASSETS.fetch(new URL('/console/', c.req.url).href)
  if (!page.ok) return page
  const { html, headers } = guardedPage(await page.text(), newSecret())
  return new Response(html, { headers })
})
