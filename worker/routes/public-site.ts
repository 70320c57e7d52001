import type { Context } from 'hono'
import { createElement, type ReactElement } from 'react'
import type { SiteSections } from '../../schema/api/public-site.ts'
import { findCounty, shownToPublic } from '../data/callers.ts'
import { CountyDb } from '../data/county-db.ts'
import { readSiteState } from '../data/public-sections.ts'
import { shardOf } from '../data/shards.ts'
import type { AppEnv } from '../http/app-env.ts'
import { type PageStatus, pageAnswer } from '../pages/answer.ts'
import { NotFoundPage } from '../pages/not-found-page.tsx'
import type { ShownCounty, View } from '../pages/view.ts'
import { browserLanguage, viewOf } from './view-of.ts'

/** A county's public site as one request finds it. */
export type Site = {
  county: ShownCounty
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
  const found = await openSite(c, reads)
  if (!found) return missing(c)
  const made = await make(found)
  if (made === undefined) return missing(c, found)
  const { element, status } = 'element' in made ? made : { element: made, status: 200 as const }
  return pageAnswer(c.req.raw, element, found.view.words.lang, status)
}

/** The site of a county that may be seen and shows something, by its code or its id. */
async function openSite(c: Context<AppEnv>, reads: readonly string[]): Promise<Site | undefined> {
  const county = await findCounty(c.var.control, c.req.param('county') ?? '')
  if (!county || !shownToPublic(county)) return undefined
  const db = new CountyDb(shardOf(c.env, county.shard), county.id, c.var.cost)
  const { sections } = await readSiteState(db)
  if (!Object.values(sections).some(Boolean)) return undefined
  const given = reads.flatMap((name): [string, string][] => {
    const value = c.req.query(name)
    return value ? [[name, value]] : []
  })
  const query = Object.fromEntries(given)
  const search = new URLSearchParams(query).toString()
  const view = viewOf(c, county, search === '' ? '' : `?${search}`, browserLanguage(c))
  return { county, db, sections, view: { ...view, sections }, query }
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
