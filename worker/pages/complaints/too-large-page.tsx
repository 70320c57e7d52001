import { Page } from '../page.tsx'
import { link, type ShownCounty, type View } from '../view.ts'
import { complaintsPath } from './addresses.ts'
import { complaintWords } from './words.ts'

/** More was sent than is taken in at once: nothing of it could be read, so the way back is to the page before. */
export function TooLargePage({ view, county }: { view: View; county: ShownCounty }) {
  const words = complaintWords[view.language]
  return (
    <Page view={view} county={county} title={words.tooLarge} addressed={false}>
      <h1>{words.tooLarge}</h1>
      <p>{words.tooLargeText}</p>
      <p>
        <a href={link(view, complaintsPath(county))}>{words.title}</a>
      </p>
    </Page>
  )
}
