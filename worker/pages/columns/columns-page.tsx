import { type ColumnKind, columnKinds, type PublicColumn } from '../../../schema/api/columns.ts'
import { paragraphsOf } from '../../domain/columns/rule.ts'
import { countyFeeds } from '../feeds.ts'
import { Page } from '../page.tsx'
import { shownName } from '../shown-name.ts'
import { countyPath, link, type ShownCounty, type View } from '../view.ts'
import { KindMark, written } from './kind-mark.tsx'
import { columnWords } from './words.ts'

type Props = {
  view: View
  county: ShownCounty
  kind: ColumnKind | undefined
  items: readonly PublicColumn[]
  nextCursor: string | null
}

/** What stands in the columns, the latest first: both or one of them, a page at a time. */
export function ColumnsPage({ view, county, kind, items, nextCursor }: Props) {
  const words = columnWords[view.language]
  const title = kind === undefined ? words.title : words.kind[kind]
  return (
    <Page view={view} county={county} title={title} description={words.lead} feeds={countyFeeds(county)}>
      <h1>{title}</h1>
      <p>{words.lead}</p>
      <KindFilter view={view} county={county} kind={kind} />
      {items.length === 0 && <p className="quiet">{words.none}</p>}
      {items.map((article) => (
        <InShort key={article.id} view={view} county={county} article={article} />
      ))}
      {nextCursor !== null && (
        <p className="screen">
          <a href={link(view, columnsPath(county, kind, nextCursor))} rel="next">
            {words.earlier}
          </a>
        </p>
      )}
    </Page>
  )
}

function KindFilter({ view, county, kind }: Pick<Props, 'view' | 'county' | 'kind'>) {
  const words = columnWords[view.language]
  return (
    <nav className="filter" aria-label={words.filter}>
      <ul className="run">
        {[undefined, ...columnKinds].map((one) => (
          <li key={one ?? 'all'}>
            <a
              href={link(view, columnsPath(county, one))}
              {...(one === kind ? { 'aria-current': 'page' as const } : {})}
            >
              {one === undefined ? words.all : words.kind[one]}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

function InShort({ view, county, article }: { view: View; county: ShownCounty; article: PublicColumn }) {
  const words = columnWords[view.language]
  const [first = ''] = paragraphsOf(article.text)
  return (
    <article className="told">
      <h2>
        <a href={link(view, articlePath(county, article.id))} lang={written}>
          {article.title}
        </a>
      </h2>
      <p className="quiet small">
        <KindMark view={view} article={article} /> · <span lang={written}>{shownName(article.areaName)}</span>{' '}
        · {words.published(view.words.date(article.publishedAt))}
      </p>
      <p lang={written}>{shortened(first)}</p>
    </article>
  )
}

/** As much of a paragraph as a list shows. */
function shortened(text: string): string {
  const letters = [...text]
  return letters.length > 90 ? `${letters.slice(0, 88).join('')}……` : text
}

export function columnsPath(county: ShownCounty, kind?: ColumnKind, before?: string): string {
  const query = new URLSearchParams({ ...(kind && { kind }), ...(before && { before }) }).toString()
  return `${countyPath(county)}/columns${query === '' ? '' : `?${query}`}`
}

function articlePath(county: ShownCounty, id: string): string {
  return `${countyPath(county)}/columns/${encodeURIComponent(id)}`
}
