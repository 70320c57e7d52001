import type { FormFaults, FormFields } from '../../domain/complaints/form.ts'
import type { Offered } from '../../domain/complaints/offered.ts'
import { Page } from '../page.tsx'
import { privacyPath } from '../privacy/privacy-page.tsx'
import { link, type ShownCounty, type View } from '../view.ts'
import { complaintsPath, followPath } from './addresses.ts'
import { Area, Field, Hint } from './fields.tsx'
import { asksTownship, PlaceFields, TownshipStep } from './place-fields.tsx'
import { type ComplaintWords, complaintWords } from './words.ts'

export type FormState = {
  view: View
  county: ShownCounty
  ground: Offered
  /** What the fields hold: what was sent, or what the address asked for. */
  values: FormFields
  /** The township whose villages are offered, in a county too large to offer all. */
  township: string | undefined
  faults: FormFaults
  /** What happened to the form as a whole, in words. */
  notices: readonly string[]
  token: string
}

/** The form: no script, no account, and nothing typed is lost when something is wrong with it. */
export function FormPage(state: FormState) {
  const { view, county, notices } = state
  const words = complaintWords[view.language]
  return (
    <Page view={view} county={county} title={words.title} description={words.lead(county.name)}>
      <h1>{words.title}</h1>
      <p>{words.lead(county.name)}</p>
      <p className="quiet">
        {words.privacy} <a href={link(view, privacyPath(county))}>{words.inventory}</a>
      </p>
      <p>
        {words.haveCode} <a href={link(view, followPath(county))}>{words.follow}</a>
      </p>
      <Messages state={state} notices={notices} />
      {asksTownship(state) ? (
        <TownshipStep state={state} words={words} />
      ) : (
        <Letter state={state} words={words} />
      )}
    </Page>
  )
}

function Letter({ state, words }: { state: FormState; words: ComplaintWords }) {
  const { view, county, ground, values, faults, token } = state
  return (
    <form
      className="letter"
      method="post"
      action={link(view, complaintsPath(county))}
      encType="multipart/form-data"
    >
      <input type="hidden" name="token" value={token} />
      <fieldset>
        <legend>{words.kind}</legend>
        {(['complaint', 'suggestion'] as const).map((kind) => (
          <label key={kind} className="choice">
            <input
              type="radio"
              name="kind"
              value={kind}
              defaultChecked={(values.kind || 'complaint') === kind}
            />{' '}
            {words.kinds[kind]}
          </label>
        ))}
      </fieldset>
      <p>
        <label htmlFor="category">{words.category}</label>
        <select
          id="category"
          name="category"
          defaultValue={values.category}
          {...described(faults, 'category')}
        >
          <option value="">{words.categoryNone}</option>
          {ground.categories.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
        <Hint words={words} faults={faults} field="category" />
      </p>
      <PlaceFields state={state} words={words} />
      <Area state={state} words={words} />
      <p>
        <label htmlFor="photos">
          {words.photos}
          {words.optional}
        </label>
        <input
          id="photos"
          type="file"
          name="photos"
          multiple
          accept="image/jpeg,image/png,image/webp"
          {...described(faults, 'photos', true)}
        />
        <Hint words={words} faults={faults} field="photos" hint={words.photosHint} />
      </p>
      <Field
        state={state}
        words={words}
        field="contact"
        label={words.contact + words.optional}
        hint={words.contactHint}
      />
      <p className="trap">
        <label htmlFor="website">{words.trap}</label>
        <input id="website" name="website" tabIndex={-1} autoComplete="off" />
      </p>
      <p>
        <button type="submit">{words.send}</button>
      </p>
    </form>
  )
}

/** What is wrong, first of all and by name, so that nobody has to look for it. */
function Messages({ state, notices }: { state: FormState; notices: readonly string[] }) {
  const words = complaintWords[state.view.language]
  const faults = Object.entries(state.faults)
  if (faults.length === 0 && notices.length === 0) return null
  return (
    <div className="notice" role="alert">
      {notices.map((notice) => (
        <p key={notice}>{notice}</p>
      ))}
      {faults.length > 0 && <p>{words.wrong}</p>}
      {faults.length > 0 && (
        <ul>
          {faults.map(([field, fault]) => (
            <li key={field}>
              <a href={`#${field}`}>{words.faults[fault]}</a>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

/** What a reading aid says with a field. */
export function described(faults: FormFaults, field: keyof FormFaults, hint = false) {
  const wrong = faults[field] !== undefined
  return {
    ...(wrong ? { 'aria-invalid': true as const } : {}),
    ...(wrong || hint ? { 'aria-describedby': `${field}-hint` } : {}),
  }
}
