import { Hono } from 'hono'
import { filePageHeaders } from '../domain/access/content-policy.ts'
import type { AppEnv } from '../http/app-env.ts'

/** Every address below /field is the one page of the field app, which reads the rest of the address itself. */
export const fieldPageRoutes = new Hono<AppEnv>().get('/field/*', async (c) => {
  if (c.req.path === '/field') return c.redirect('/field/', 308)
  const page = await c.env.ASSETS.fetch(new URL('/field/', c.req.url).href)
  return page.ok ? new Response(await page.text(), { headers: filePageHeaders() }) : page
})
