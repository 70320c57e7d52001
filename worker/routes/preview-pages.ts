import { Hono } from 'hono'
import { setCookie } from 'hono/cookie'
import { previewUntil } from '../actions/publication/preview.ts'
import type { AppEnv } from '../http/app-env.ts'
import { siteOrigin } from '../http/visitor.ts'
import { missing, previewCookie } from './public-site.ts'

/** `/c/{county}/preview?token=`: keeps the link's token in a cookie of that county's pages and goes on to them. */
export const previewPages = new Hono<AppEnv>().get('/c/:county/preview', async (c) => {
  const { county } = c.req.param()
  const token = c.req.query('token') ?? ''
  const until = await previewUntil(c.env, county, token, c.var.now)
  if (!until) return missing(c)
  const path = `/c/${county}`
  const secure = siteOrigin(c).startsWith('https:')
  setCookie(c, previewCookie, token, { path, secure, httpOnly: true, sameSite: 'Lax', expires: until })
  c.header('cache-control', 'no-store')
  c.header('x-robots-tag', 'noindex')
  return c.redirect(path, 303)
})
