import { Page } from '../page.tsx'
import { link, type ShownCounty, type View } from '../view.ts'
import { columnsPath } from './columns-page.tsx'
import { columnWords } from './words.ts'

/** The answer to the address of an article that stood in the columns once. */
export function GonePage({ view, county }: { view: View; county: ShownCounty }) {
  const words = columnWords[view.language]
  return (
    <Page view={view} county={county} title={words.gone} addressed={false}>
      <h1>{words.gone}</h1>
      <p>{words.goneText}</p>
      <p>
        <a href={link(view, columnsPath(county))}>{words.back}</a>
      </p>
    </Page>
  )
}
