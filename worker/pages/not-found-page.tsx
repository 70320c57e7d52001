import { Page } from './page.tsx'
import { countyPath, link, type ShownCounty, type View } from './view.ts'

/** The answer to every address that names nothing public, whatever the reason. */
export function NotFoundPage({ view, county }: { view: View; county?: ShownCounty | undefined }) {
  const { words } = view
  return (
    <Page view={view} {...(county ? { county } : {})} title={words.notFound} addressed={false}>
      <h1>{words.notFound}</h1>
      <p>{words.notFoundText}</p>
      {county && (
        <p>
          <a href={link(view, countyPath(county))}>{words.backToCounty(county.name)}</a>
        </p>
      )}
    </Page>
  )
}
