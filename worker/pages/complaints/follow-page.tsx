import type { Followed } from '../../domain/complaints/followed.ts'
import { Page } from '../page.tsx'
import { shownName } from '../shown-name.ts'
import { link, type ShownCounty, type View } from '../view.ts'
import { complaintsPath, followPath } from './addresses.ts'
import { complaintWords } from './words.ts'

type Props = { view: View; county: ShownCounty; wrong?: boolean }

/** Where the tracking code is typed. It travels in the body of a form, so that no address and no log holds it. */
export function AskPage({ view, county, wrong = false }: Props) {
  const words = complaintWords[view.language]
  return (
    <Page view={view} county={county} title={wrong ? words.notFound : words.followTitle} addressed={!wrong}>
      <h1>{wrong ? words.notFound : words.followTitle}</h1>
      {wrong ? (
        <p className="notice" role="alert">
          {words.notFoundText}
        </p>
      ) : (
        <p>{words.followLead}</p>
      )}
      <form className="letter" method="post" action={link(view, followPath(county))}>
        <p>
          <label htmlFor="code">{words.code}</label>
          <input
            id="code"
            name="code"
            required
            maxLength={64}
            autoComplete="off"
            autoCapitalize="characters"
            spellCheck={false}
          />
        </p>
        <p>
          <button type="submit">{words.look}</button>
        </p>
      </form>
      <p>
        <a href={link(view, complaintsPath(county))}>{words.title}</a>
      </p>
    </Page>
  )
}

/** How far a complaint is, what the county answered, and what was written. */
export function FollowPage({ view, county, found }: Props & { found: Followed }) {
  const words = complaintWords[view.language]
  const { standing, closedAt, others, reason, answers, pictures } = found
  return (
    <Page view={view} county={county} title={words.followTitle} addressed={false}>
      <h1>{words.standing[standing]}</h1>
      <p>
        {closedAt === null ? words.standingText[standing] : words.closedOn(view.words.date(closedAt))}
        {others > 0 && ` ${words.others(others)}`}
      </p>
      {reason !== null && (
        <>
          <h2>{words.reason}</h2>
          <p className="written">{reason}</p>
        </>
      )}
      {answers.length > 0 && <h2>{words.answers}</h2>}
      {answers.map(({ id, at, text }) => (
        <article key={id}>
          <p className="quiet">{view.words.date(at)}</p>
          <p className="written">{text}</p>
        </article>
      ))}
      {pictures.length > 0 && <h2>{words.pictures}</h2>}
      {pictures.map((picture, at) => (
        <img key={picture.slice(-40)} className="shown" src={picture} alt={words.pictureOf(at + 1)} />
      ))}
      <h2>{words.yours}</h2>
      <p className="quiet">
        {words.sentOn(view.words.date(found.at))}
        {found.areaName !== null && ` · ${shownName(found.areaName)}`}
        {found.location !== null && ` · ${found.location}`}
      </p>
      <p className="written">{found.text}</p>
      <p>
        <a href={link(view, followPath(county))}>{words.lookAnother}</a>
      </p>
    </Page>
  )
}
