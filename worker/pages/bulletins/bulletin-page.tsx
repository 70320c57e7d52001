import type { BulletinDetail } from '../../../schema/api/bulletins.ts'
import { plainText } from '../../domain/bulletins/content.ts'
import { countyFeeds } from '../feeds.ts'
import { Page } from '../page.tsx'
import { link, type ShownCounty, type View } from '../view.ts'
import { bulletinPath, bulletinsPath } from './bulletins-page.tsx'
import { Content } from './content.tsx'
import { bulletinWords, written } from './words.ts'

/** An issued bulletin as everybody reads it. */
export type IssuedBulletin = Pick<
  BulletinDetail,
  'id' | 'kind' | 'ownerName' | 'title' | 'issuer' | 'number' | 'content' | 'data'
> & { issuedAt: string }

type Props = { view: View; county: ShownCounty; bulletin: IssuedBulletin }

/** The bulletin as a paper: issuer, number, title, body. The paper is Chinese; what stands around it is not. */
export function BulletinPage({ view, county, bulletin }: Props) {
  const words = bulletinWords[view.language]
  const { id, kind, ownerName, title, issuer, number, content, data, issuedAt } = bulletin
  const photo = (one: string) => `${bulletinPath(county, id)}/photos/${encodeURIComponent(one)}`
  const first = content.content.find(({ type }) => type === 'paragraph')
  const lead = first?.type === 'paragraph' ? plainText(first.content) : title
  const description = [...lead].slice(0, 120).join('')
  return (
    <Page
      view={view}
      county={county}
      title={title}
      description={description}
      kind="article"
      feeds={countyFeeds(county)}
    >
      <div className="bulletin">
        {(issuer || number) && (
          <div className="head" lang={written}>
            {issuer && <p className="issuer">{issuer}</p>}
            {number && <p>{number}</p>}
          </div>
        )}
        <h1 lang={written}>{title}</h1>
        <p className="quiet small">
          {words.kind[kind]} · <span lang={written}>{ownerName}</span> ·{' '}
          <time dateTime={issuedAt}>{words.issued(view.words.date(issuedAt))}</time>
        </p>
        <div lang={written}>
          <Content content={content} data={data} photo={photo} />
        </div>
        <p className="screen">
          <a href={link(view, bulletinsPath(county))}>{words.back}</a>
        </p>
      </div>
    </Page>
  )
}
