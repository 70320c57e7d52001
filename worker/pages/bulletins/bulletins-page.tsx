import type { Bulletin } from '../../../schema/api/bulletins.ts'
import { countyFeeds } from '../feeds.ts'
import { Page } from '../page.tsx'
import { countyPath, link, type ShownCounty, type View } from '../view.ts'
import { bulletinWords, written } from './words.ts'

/** What a list shows of a bulletin. */
export type BulletinInShort = Pick<Bulletin, 'id' | 'kind' | 'ownerName' | 'title' | 'number'> & {
  issuedAt: string
}

type Props = {
  view: View
  county: ShownCounty
  bulletins: readonly BulletinInShort[]
  /** Where the next page begins. */
  before: string | null
}

/** What was issued for everybody, the newest first, a page at a time. */
export function BulletinsPage({ view, county, bulletins, before }: Props) {
  const words = bulletinWords[view.language]
  return (
    <Page
      view={view}
      county={county}
      title={words.title}
      description={words.lead}
      feeds={countyFeeds(county)}
    >
      <h1>{words.title}</h1>
      <p>{words.lead}</p>
      {bulletins.length === 0 && <p className="quiet">{words.none}</p>}
      <ul className="plain">
        {bulletins.map((bulletin) => (
          <InShort key={bulletin.id} view={view} county={county} bulletin={bulletin} />
        ))}
      </ul>
      {before !== null && (
        <p className="screen">
          <a href={link(view, `${bulletinsPath(county)}?${new URLSearchParams({ before })}`)} rel="next">
            {words.earlier}
          </a>
        </p>
      )}
      <p className="screen quiet small">
        {words.feeds}{' '}
        {countyFeeds(county).map(({ href, title }) => (
          <span key={href}>
            <a href={href}>{title.slice(county.name.length + 1)}</a>{' '}
          </span>
        ))}
      </p>
    </Page>
  )
}

function InShort({ view, county, bulletin }: { view: View; county: ShownCounty; bulletin: BulletinInShort }) {
  const words = bulletinWords[view.language]
  const { id, kind, ownerName, title, number, issuedAt } = bulletin
  return (
    <li>
      <a href={link(view, bulletinPath(county, id))} lang={written}>
        {title}
      </a>
      <div className="quiet small">
        {words.kind[kind]} · <span lang={written}>{ownerName}</span> ·{' '}
        <time dateTime={issuedAt}>{words.issued(view.words.date(issuedAt))}</time>
        {number && (
          <>
            {' · '}
            <span lang={written}>{number}</span>
          </>
        )}
      </div>
    </li>
  )
}

export function bulletinsPath(county: ShownCounty): string {
  return `${countyPath(county)}/bulletins`
}

export function bulletinPath(county: ShownCounty, id: string): string {
  return `${bulletinsPath(county)}/${encodeURIComponent(id)}`
}
