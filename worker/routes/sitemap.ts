import { Hono } from 'hono'
import { siteParts } from '../../schema/api/public-site.ts'
import { publicBoards } from '../data/public-pages.ts'
import type { AppEnv } from '../http/app-env.ts'
import { publicCaching } from '../pages/answer.ts'
import { partPath } from '../pages/site-navigation.tsx'
import { boardPath, countyPath, inLanguage, roundsPath, villagePath } from '../pages/view.ts'
import { findSite, missing, type Site } from './public-site.ts'

/** `/c/{county}/sitemap.xml`: every page that crawlers may list, in both languages. Source: sitemaps.org 0.9. */
export const sitemapRoutes = new Hono<AppEnv>().get('/c/:county/sitemap.xml', async (c) => {
  const site = await findSite(c)
  if (!site) return missing(c)
  const { origin } = site.view
  const entries = (await pathsOf(site)).map((path) => {
    const other = (['zh', 'en'] as const).map(
      (language) =>
        `<xhtml:link rel="alternate" hreflang="${language === 'zh' ? 'zh-CN' : 'en'}" href="${origin}${inLanguage(path, language)}"/>`,
    )
    return `<url><loc>${origin}${path}</loc>${other.join('')}</url>`
  })
  const xml = `<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">${entries.join('\n')}</urlset>`
  return c.body(xml, 200, {
    'content-type': 'application/xml; charset=utf-8',
    'cache-control': publicCaching,
  })
})

/** Paths without characters that XML or an address would have to escape: ids are encoded, the rest is ours. */
async function pathsOf({ county, db, sections }: Site): Promise<string[]> {
  const boards = await publicBoards(db)
  const villages = new Set(
    boards.flatMap(({ standings, unranked }) => [...standings, ...unranked].map(({ subject }) => subject)),
  )
  return [
    countyPath(county),
    ...siteParts.filter((part) => part !== 'boards' && sections[part]).map((part) => partPath(county, part)),
    ...boards.flatMap(({ board }) => [boardPath(county, board), roundsPath(county, board)]),
    ...[...villages].map((village) => villagePath(county, village)),
  ]
}
