import type { PublicColumn } from '../../../schema/api/columns.ts'
import { paragraphsOf } from '../../domain/columns/rule.ts'
import { Page } from '../page.tsx'
import { shownName } from '../shown-name.ts'
import { link, type ShownCounty, type View } from '../view.ts'
import { columnsPath } from './columns-page.tsx'
import { KindMark, written } from './kind-mark.tsx'
import { columnWords } from './words.ts'

type Props = { view: View; county: ShownCounty; article: PublicColumn }

/** One article: what, where, since when; its text, its pictures, and once rectified those of before and after. */
export function ArticlePage({ view, county, article }: Props) {
  const words = columnWords[view.language]
  const [first = ''] = paragraphsOf(article.text)
  const rectified = article.state === 'rectified'
  const day = view.words.date
  return (
    <Page
      view={view}
      county={county}
      title={article.title}
      description={[...first].slice(0, 120).join('')}
      kind="article"
    >
      <div className="told">
        <h1 lang={written}>{article.title}</h1>
        <p className="quiet">
          <KindMark view={view} article={article} /> ·{' '}
          <span lang={written}>{shownName(article.areaName)}</span> ·{' '}
          <time dateTime={article.publishedAt}>{words.published(day(article.publishedAt))}</time>
          {!rectified && ` · ${words.until(day(`${article.expiresOn}T00:00:00+08:00`))}`}
        </p>
        {rectified && <p>{words.rectifiedOn(day(article.at))}</p>}
        {paragraphsOf(article.text).map((paragraph, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: paragraphs never move
          <p key={at} lang={written}>
            {paragraph}
          </p>
        ))}
        <Pictures view={view} article={article} />
        <p className="screen">
          <a href={link(view, columnsPath(county))}>{words.back}</a>
        </p>
      </div>
    </Page>
  )
}

function Pictures({ view, article }: Omit<Props, 'county'>) {
  const words = columnWords[view.language]
  const after = article.photos.filter(({ role }) => role === 'after')
  const before = article.photos.filter(({ role }) => role !== 'after')
  return (
    <>
      {after.length > 0 && before.length > 0 && <h2>{words.before}</h2>}
      <Figures view={view} photos={before} />
      {after.length > 0 && <h2>{words.after}</h2>}
      <Figures view={view} photos={after} />
    </>
  )
}

function Figures({ view, photos }: { view: View; photos: PublicColumn['photos'] }) {
  const words = columnWords[view.language]
  return photos.map(({ url, width, height, caption }, at) => (
    <figure key={url}>
      <img
        src={url}
        width={width}
        height={height}
        alt={caption === '' ? words.picture(at + 1) : caption}
        {...(caption === '' ? {} : { lang: written })}
        {...(at > 0 ? { loading: 'lazy' as const } : {})}
      />
      {caption !== '' && <figcaption lang={written}>{caption}</figcaption>}
    </figure>
  ))
}
