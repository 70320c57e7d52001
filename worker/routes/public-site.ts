import type { Context } from 'hono'
import { getCookie } from 'hono/cookie'
import { createElement, type ReactElement } from 'react'
import type { SiteSections } from '../../schema/api/public-site.ts'
import { previewUntil } from '../actions/publication/preview.ts'
import { type CountyRow, findCounty, shownToPublic } from '../data/callers.ts'
import { CountyDb } from '../data/county-db.ts'
import { readSiteState, type SiteState } from '../data/public-sections.ts'
import { Recent } from '../data/recent.ts'
import { shardOf } from '../data/shards.ts'
import type { AppEnv } from '../http/app-env.ts'
import { keptPage } from '../http/edge-cache.ts'
import { answerWith, type PageStatus, pageAnswer, privateAnswer, renderPage } from '../pages/answer.ts'
import { AwayPage } from '../pages/away-page.tsx'
import { NotFoundPage } from '../pages/not-found-page.tsx'
import type { ShownCounty, View } from '../pages/view.ts'
import { browserLanguage, viewOf } from './view-of.ts'

/** A county's public site as one request finds it. */
export type Site = {
  county: ShownCounty & { id: CountyRow['id'] }
  db: CountyDb
  sections: SiteSections
  view: View
  /** The query parameters that the page reads, where the address has them. */
  query: Record<string, string>
}

/** A page: an element with the site's view, its status where that is not 200, or nothing: the 404 of the site. */
export type Made = ReactElement | { element: ReactElement; status: PageStatus } | undefined

/**
 * Answers a page of a county's site: approved counties that show something; anything else is one 404 page. `make` is
 * called only where no kept page serves, and reads what it shows from `site.db`. `reads` names the query parameters
 * the page depends on; all others are passed over. What the page shows must change the site's version
 * (worker/data/public-sections.ts).
 *
 * Whoever has a preview link sees the same pages of a county not yet approved: marked, made anew each time, kept by
 * nobody and found by no crawler.
 */
export async function sitePage(
  c: Context<AppEnv>,
  make: (site: Site) => Promise<Made> | Made,
  reads: readonly string[] = [],
): Promise<Response> {
  const opened = await openSite(c, reads)
  if (!opened) return previewPage(c, make, reads)
  const { site, version } = opened
  const { language, languageAsked, origin, path } = site.view
  let other: Exclude<Made, ReactElement>
  const key = JSON.stringify([
    site.county.id,
    site.county.name,
    version,
    origin,
    path,
    language,
    languageAsked,
  ])
  const request = { now: c.var.now, waitUntil: (work: Promise<unknown>) => c.executionCtx.waitUntil(work) }
  const page = await keptPage(key, request, async () => {
    const made = await make(site)
    if (made && !('status' in made)) return renderPage(made, site.view.words.lang)
    other = made
    return undefined
  })
  if (page) return answerWith(c.req.raw, page)
  return other ? pageAnswer(c.req.raw, other.element, site.view.words.lang, other.status) : missing(c, site)
}

async function previewPage(
  c: Context<AppEnv>,
  make: (site: Site) => Promise<Made> | Made,
  reads: readonly string[],
): Promise<Response> {
  const site = await openPreview(c, reads)
  if (!site) return missing(c)
  const made = await make(site)
  const { element, status } =
    made === undefined
      ? { element: createElement(NotFoundPage, site), status: 404 as const }
      : 'status' in made
        ? made
        : { element: made, status: 200 as const }
  const { html, language } = await renderPage(element, site.view.words.lang)
  return privateAnswer(html, language, status)
}

/** Where a visitor's right to see a preview stands: set by the link, for the county's pages alone. */
export const previewCookie = 'preview'

async function openPreview(c: Context<AppEnv>, reads: readonly string[]): Promise<Site | undefined> {
  const named = c.req.param('county') ?? ''
  const token = getCookie(c, previewCookie)
  const until = token && (await previewUntil(c.env, named, token, c.var.now))
  const row = until ? await findCounty(c.var.control, named) : undefined
  if (!until || !row || row.status !== 'trial' || row.suspended) return undefined
  const site = siteOf(c, { ...row, code: row.id }, await readSiteState(dbOf(c, row)), reads)
  return { ...site, view: { ...site.view, previewUntil: until.toISOString() } }
}

/** The site of a county that anybody may see, for what is no page of it. */
export async function findSite(c: Context<AppEnv>): Promise<Site | undefined> {
  return (await openSite(c, []))?.site
}

type OpenedCounty = { county: CountyRow['id']; row: CountyRow; state: SiteState }

/** Every page asks for it, and it is two look-ups. */
const recentCounties = new Recent<OpenedCounty>(500)

/** The site of a county that may be seen and shows something, by its code or its id. */
async function openSite(
  c: Context<AppEnv>,
  reads: readonly string[],
): Promise<{ site: Site; version: string } | undefined> {
  const named = c.req.param('county') ?? ''
  const opened = await recentCounties.get(named, c.var.now, () => openCounty(c, named))
  if (!opened) return undefined
  return { site: siteOf(c, opened.row, opened.state, reads), version: opened.state.version }
}

function siteOf(c: Context<AppEnv>, row: CountyRow, { sections }: SiteState, reads: readonly string[]): Site {
  const given = reads.flatMap((name): [string, string][] => {
    const value = c.req.query(name)
    return value ? [[name, value]] : []
  })
  const search = new URLSearchParams(given).toString()
  const view = viewOf(c, row, search === '' ? '' : `?${search}`, browserLanguage(c))
  const query = Object.fromEntries(given)
  return { county: row, db: dbOf(c, row), sections, view: { ...view, sections }, query }
}

async function openCounty(c: Context<AppEnv>, named: string): Promise<OpenedCounty | undefined> {
  const row = await findCounty(c.var.control, named)
  if (!row || !shownToPublic(row)) return undefined
  const state = await readSiteState(dbOf(c, row))
  return Object.values(state.sections).some(Boolean) ? { county: row.id, row, state } : undefined
}

function dbOf(c: Context<AppEnv>, { id, shard }: CountyRow): CountyDb {
  return new CountyDb(shardOf(c.env, shard), id, c.var.cost)
}

/** The one answer to whatever is not there, whatever the reason; where the county shows something, with its navigation. */
export function missing(c: Context<AppEnv>, site?: Site): Promise<Response> {
  const view = site?.view ?? viewOf(c, undefined, '', browserLanguage(c))
  return pageAnswer(
    c.req.raw,
    createElement(NotFoundPage, { view, county: site?.county }),
    view.words.lang,
    404,
  )
}

/** What a visitor of these pages reads while their data cannot be reached; kept by nobody. */
export async function awayPage(c: Context<AppEnv>, retryAfter: number): Promise<Response> {
  const view = viewOf(c, undefined, '', browserLanguage(c))
  const { html, language } = await renderPage(createElement(AwayPage, { view }), view.words.lang)
  const answer = await privateAnswer(html, language, 503)
  answer.headers.set('retry-after', String(retryAfter))
  return answer
}
