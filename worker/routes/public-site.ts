import type { Context } from 'hono'
import { createElement, type ReactElement } from 'react'
import type { SiteSections } from '../../schema/api/public-site.ts'
import type { CountyId } from '../../schema/tables/keys.ts'
import { type CountyRow, findCounty, shownToPublic } from '../data/callers.ts'
import { CountyDb } from '../data/county-db.ts'
import { readSiteState, type SiteState } from '../data/public-sections.ts'
import { Recent } from '../data/recent.ts'
import { shardOf } from '../data/shards.ts'
import type { AppEnv } from '../http/app-env.ts'
import { keptPage } from '../http/edge-cache.ts'
import { answerWith, type PageStatus, pageAnswer, renderPage } from '../pages/answer.ts'
import { NotFoundPage } from '../pages/not-found-page.tsx'
import type { ShownCounty, View } from '../pages/view.ts'
import { browserLanguage, viewOf } from './view-of.ts'

/** A county's public site as one request finds it. */
export type Site = {
  county: ShownCounty & { id: CountyId }
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
 */
export async function sitePage(
  c: Context<AppEnv>,
  make: (site: Site) => Promise<Made> | Made,
  reads: readonly string[] = [],
): Promise<Response> {
  const opened = await openSite(c, reads)
  if (!opened) return missing(c)
  const { site, version } = opened
  const { language, languageAsked, origin, path } = site.view
  let other: Exclude<Made, ReactElement>
  const key = JSON.stringify([site.county.name, version, origin, path, language, languageAsked])
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

type OpenedCounty = { county: CountyId; row: CountyRow; state: SiteState }

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
  const { row, state } = opened
  const given = reads.flatMap((name): [string, string][] => {
    const value = c.req.query(name)
    return value ? [[name, value]] : []
  })
  const search = new URLSearchParams(given).toString()
  const view = viewOf(c, row, search === '' ? '' : `?${search}`, browserLanguage(c))
  const { sections, version } = state
  const query = Object.fromEntries(given)
  return { site: { county: row, db: dbOf(c, row), sections, view: { ...view, sections }, query }, version }
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
