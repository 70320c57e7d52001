import { Page } from './page.tsx'
import type { View } from './view.ts'

/** What a visitor reads while the service cannot reach its data. */
export function AwayPage({ view }: { view: View }) {
  const { words } = view
  return (
    <Page view={view} title={words.away} addressed={false}>
      <h1>{words.away}</h1>
      <p>{words.awayText}</p>
    </Page>
  )
}
