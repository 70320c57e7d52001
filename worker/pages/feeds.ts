import type { Feed } from './page.tsx'
import { countyPath, type ShownCounty } from './view.ts'

/** What a county's site offers to feed readers, for a page's head: its bulletins and columns in three formats. */
export function countyFeeds(county: ShownCounty): Feed[] {
  const base = `${countyPath(county)}/feed`
  return [
    { title: `${county.name} Atom`, type: 'application/atom+xml', href: `${base}.atom` },
    { title: `${county.name} RSS`, type: 'application/rss+xml', href: `${base}.rss` },
    { title: `${county.name} JSON Feed`, type: 'application/feed+json', href: `${base}.json` },
  ]
}
