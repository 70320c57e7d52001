import { type SitePart, type SiteSections, siteParts } from '../../schema/api/public-site.ts'
import { countyPath, link, type ShownCounty, type View } from './view.ts'

type Props = { view: View; county: ShownCounty; sections: SiteSections }

/** A link to each part of the site that shows something; the one this page belongs to is marked. */
export function SiteNavigation({ view, county, sections }: Props) {
  const here = partOf(view.path, county)
  const shown = siteParts.filter((part) => sections[part])
  if (shown.length === 0) return null
  return (
    <nav className="site" aria-label={view.words.siteNavigation}>
      <ul className="wrap run">
        {shown.map((part) => (
          <li key={part}>
            <a
              href={link(view, partPath(county, part))}
              {...(part === here ? { 'aria-current': true as const } : {})}
            >
              {view.words.parts[part]}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

/** Where a part of the site begins: the boards on the county's own page, every other part on one named after it. */
export function partPath(county: ShownCounty, part: SitePart): string {
  return part === 'boards' ? countyPath(county) : `${countyPath(county)}/${part}`
}

/** The part a page belongs to, by its address; what is about the site as a whole belongs to none. */
function partOf(path: string, county: ShownCounty): SitePart | undefined {
  const [, first = '', , last] = path.slice(countyPath(county).length).split(/[/?]/)
  if (first === 'boards' && last === 'rounds') return 'archive'
  if (first === 'privacy') return undefined
  return siteParts.find((part) => part === first) ?? 'boards'
}
