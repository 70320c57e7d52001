import { Page } from '../page.tsx'
import { link, type ShownCounty, type View } from '../view.ts'
import { complaintsPath, followPath } from './addresses.ts'
import { complaintWords } from './words.ts'

type Props = { view: View; county: ShownCounty; code: string; photos: number }

/** Received, with the one thing to keep: the tracking code, in groups that can be read over the telephone. */
export function ReceiptPage({ view, county, code, photos }: Props) {
  const words = complaintWords[view.language]
  return (
    <Page view={view} county={county} title={words.receiptTitle} addressed={false}>
      <h1>{words.receiptTitle}</h1>
      <p>{words.receiptLead}</p>
      <p className="code">
        <output>{code}</output>
      </p>
      <p>{words.receiptWhy}</p>
      {photos > 0 && <p>{words.receiptPhotos(photos)}</p>}
      <p>{words.receiptNext}</p>
      <ul className="run">
        <li>
          <a href={link(view, followPath(county))}>{words.follow}</a>
        </li>
        <li>
          <a href={link(view, complaintsPath(county))}>{words.another}</a>
        </li>
      </ul>
    </Page>
  )
}
