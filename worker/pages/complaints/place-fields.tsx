import type { Township } from '../../domain/complaints/offered.ts'
import { shownName } from '../shown-name.ts'
import { link } from '../view.ts'
import { complaintsPath } from './addresses.ts'
import { Field, Hint } from './fields.tsx'
import { described, type FormState } from './form-page.tsx'
import type { ComplaintWords } from './words.ts'

/** As many villages as one list offers; a larger county asks for the township first. */
const mostListed = 300

/** Where: a village from the list, words, or a point; any one of them. */
export function PlaceFields({ state, words }: { state: FormState; words: ComplaintWords }) {
  const { values, faults, ground } = state
  const offered = townshipsOffered(state)
  const given = values.lat !== '' || values.lng !== '' || faults.lat !== undefined
  return (
    <fieldset>
      <legend>{words.where}</legend>
      <p className="hint">{words.whereHint}</p>
      <p>
        <label htmlFor="area">{words.area}</label>
        <select id="area" name="area" defaultValue={values.area} {...described(faults, 'area')}>
          <option value="">{words.areaNone}</option>
          {offered.map((township) => (
            <Villages key={township.id} township={township} words={words} />
          ))}
        </select>
        <Hint words={words} faults={faults} field="area" />
      </p>
      {offered.length < ground.townships.length && <OtherTownships state={state} words={words} />}
      <Field state={state} words={words} field="location" label={words.location} hint={words.locationHint} />
      <details open={given}>
        <summary>{words.point}</summary>
        <p className="hint">{words.pointHint}</p>
        <Field state={state} words={words} field="lat" label={words.lat} />
        <Field state={state} words={words} field="lng" label={words.lng} />
      </details>
    </fieldset>
  )
}

function Villages({ township, words }: { township: Township; words: ComplaintWords }) {
  return (
    <optgroup label={township.name}>
      <option value={township.id}>{words.townshipAtLarge(township.name)}</option>
      {township.villages.map(({ id, name }) => (
        <option key={id} value={id}>
          {shownName(name)}
        </option>
      ))}
    </optgroup>
  )
}

/** The first of two steps: each township leads to the form with its own villages. */
export function TownshipStep({ state, words }: { state: FormState; words: ComplaintWords }) {
  const { view, county, ground } = state
  const to = (township: string) =>
    link(view, `${complaintsPath(county)}?township=${encodeURIComponent(township)}`)
  return (
    <>
      <h2>{words.chooseTownship}</h2>
      <ul className="run">
        {ground.townships.map(({ id, name }) => (
          <li key={id}>
            <a href={to(id)}>{name}</a>
          </li>
        ))}
        <li>
          <a href={to('none')}>{words.noTownship}</a>
        </li>
      </ul>
    </>
  )
}

function OtherTownships({ state, words }: { state: FormState; words: ComplaintWords }) {
  return (
    <p>
      <a href={link(state.view, complaintsPath(state.county))}>{words.changeTownship}</a>
    </p>
  )
}

/** Whether the county is too large for one list and nobody has said yet where to look. */
export function asksTownship({ ground, township, values }: FormState): boolean {
  return isLarge(ground.townships) && township === undefined && values.area === '' && values.text === ''
}

function townshipsOffered({ ground, township, values }: FormState): readonly Township[] {
  if (!isLarge(ground.townships)) return ground.townships
  const own = (one: Township) =>
    one.id === (township ?? '') || one.id === values.area || one.villages.some(({ id }) => id === values.area)
  return ground.townships.filter(own)
}

function isLarge(townships: readonly Township[]): boolean {
  return townships.reduce((sum, { villages }) => sum + villages.length, 0) > mostListed
}
