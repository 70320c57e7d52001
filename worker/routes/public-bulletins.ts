import { type Context, Hono } from 'hono'
import { createElement } from 'react'
import { countyFeed, type FeedFormat } from '../actions/feeds/county-feed.ts'
import { selectPublicBulletin, selectPublicBulletins } from '../data/bulletins.ts'
import { findCounty, shownToPublic } from '../data/callers.ts'
import { CountyDb } from '../data/county-db.ts'
import { siteSections } from '../data/public-sections.ts'
import { sha256 } from '../data/sha256.ts'
import { shardOf } from '../data/shards.ts'
import type { AppEnv } from '../http/app-env.ts'
import { siteOrigin } from '../http/visitor.ts'
import { publicCaching } from '../pages/answer.ts'
import { BulletinPage } from '../pages/bulletins/bulletin-page.tsx'
import { BulletinsPage } from '../pages/bulletins/bulletins-page.tsx'
import { WithdrawnPage } from '../pages/bulletins/withdrawn-page.tsx'
import { countyPath } from '../pages/view.ts'
import { missing, type Site, sitePage } from './public-site.ts'

/** Bulletins on a page of the list. */
const many = 30

/** What was issued for everybody: the list, each bulletin, and feeds of them and the columns. */
export const publicBulletinRoutes = new Hono<AppEnv>()
  .get('/c/:county/bulletins', (c) => sitePage(c, listPage, ['before']))
  .get('/c/:county/bulletins/:id', (c) => sitePage(c, (site) => onePage(site, c.req.param('id'))))
  .get('/c/:county/feed.atom', (c) => feedAnswer(c, 'atom', 'application/atom+xml'))
  .get('/c/:county/feed.rss', (c) => feedAnswer(c, 'rss', 'application/rss+xml'))
  .get('/c/:county/feed.json', (c) => feedAnswer(c, 'json', 'application/feed+json'))

async function listPage(site: Site) {
  if (!site.sections.bulletins) return undefined
  const [issuedAt, id] = (site.query.before ?? '').split(' ')
  const after = issuedAt && id ? { issuedAt, id } : undefined
  const [rows] = await site.db.together(selectPublicBulletins(site.db, many + 1, after))
  const shown = rows
    .slice(0, many)
    .map(({ issuedAt: at, ...row }) => ({ ...row, issuedAt: at ?? row.createdAt }))
  const last = rows.length > many ? shown.at(-1) : undefined
  const before = last ? `${last.issuedAt} ${last.id}` : null
  return createElement(BulletinsPage, { ...site, bulletins: shown, before })
}

async function onePage(site: Site, id: string) {
  const [[row]] = await site.db.together(selectPublicBulletin(site.db, id))
  if (!row) return undefined
  if (row.state === 'withdrawn') {
    const withdrawn = { at: row.withdrawnAt ?? row.createdAt, reason: row.withdrawnFor ?? '' }
    return { element: createElement(WithdrawnPage, { ...site, withdrawn }), status: 410 as const }
  }
  const bulletin = { ...row, issuedAt: row.issuedAt ?? row.createdAt, data: row.data ?? {} }
  return createElement(BulletinPage, { ...site, bulletin })
}

/** A feed of a county that shows bulletins or columns; its ETag is over its own bytes. */
async function feedAnswer(c: Context<AppEnv>, format: FeedFormat, type: string): Promise<Response> {
  const county = await findCounty(c.var.control, c.req.param('county') ?? '')
  if (!county || !shownToPublic(county)) return missing(c)
  const db = new CountyDb(shardOf(c.env, county.shard), county.id, c.var.cost)
  const sections = await siteSections(db)
  if (!sections.bulletins && !sections.columns) return missing(c)
  const home = `${siteOrigin(c)}${countyPath(county)}`
  const { body, newest } = await countyFeed(db, county.name, home, format)
  const etag = `"${(await sha256(body)).slice(0, 27)}"`
  const changed = newest === undefined ? {} : { 'last-modified': new Date(newest).toUTCString() }
  const headers = { 'cache-control': publicCaching, etag, ...changed }
  return fresh(c, headers)
    ? new Response(null, { status: 304, headers })
    : new Response(body, { headers: { ...headers, 'content-type': `${type}; charset=utf-8` } })
}

/** Whether the reader has it already; a date counts only where there is no tag (RFC 9110, 13.1.3). */
function fresh(c: Context<AppEnv>, headers: { etag: string; 'last-modified'?: string }): boolean {
  const tags = c.req.header('if-none-match')
  if (tags === undefined) return c.req.header('if-modified-since') === (headers['last-modified'] ?? '')
  return tags.split(',').some((tag) => [headers.etag, '*'].includes(tag.trim().replace(/^W\//, '')))
}
