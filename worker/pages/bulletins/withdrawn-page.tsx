import { Page } from '../page.tsx'
import { link, type ShownCounty, type View } from '../view.ts'
import { bulletinsPath } from './bulletins-page.tsx'
import { bulletinWords, written } from './words.ts'

type Props = { view: View; county: ShownCounty; withdrawn: { at: string; reason: string } }

/** The answer to the address of a bulletin that was withdrawn: when and why, and no more. */
export function WithdrawnPage({ view, county, withdrawn: { at, reason } }: Props) {
  const words = bulletinWords[view.language]
  return (
    <Page view={view} county={county} title={words.gone} addressed={false}>
      <h1>{words.gone}</h1>
      <p>
        <time dateTime={at}>{words.goneOn(view.words.date(at))}</time> {words.reason}
      </p>
      <p lang={written}>{reason}</p>
      <p>
        <a href={link(view, bulletinsPath(county))}>{words.back}</a>
      </p>
    </Page>
  )
}
