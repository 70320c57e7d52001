import { type FormFaults, longest } from '../../domain/complaints/form.ts'
import { described, type FormState } from './form-page.tsx'
import type { ComplaintWords } from './words.ts'

type FieldProps = {
  state: FormState
  words: ComplaintWords
  field: 'location' | 'contact' | 'lat' | 'lng'
  label: string
  hint?: string
}

/** One line to type in, with what is asked and what is wrong beside it. */
export function Field({ state, words, field, label, hint }: FieldProps) {
  const { values, faults } = state
  const most = field === 'location' ? longest.location : longest.contact
  return (
    <p>
      <label htmlFor={field}>{label}</label>
      <input
        id={field}
        name={field}
        maxLength={most}
        defaultValue={values[field]}
        autoComplete="off"
        {...(field === 'lat' || field === 'lng' ? { inputMode: 'decimal' as const } : {})}
        {...described(faults, field, hint !== undefined)}
      />
      <Hint words={words} faults={faults} field={field} {...(hint === undefined ? {} : { hint })} />
    </p>
  )
}

/** What it is about, in the writer's own words. */
export function Area({ state, words }: { state: FormState; words: ComplaintWords }) {
  const { values, faults } = state
  return (
    <p>
      <label htmlFor="text">{words.text}</label>
      <textarea
        id="text"
        name="text"
        rows={6}
        required
        maxLength={longest.text}
        defaultValue={values.text}
        {...described(faults, 'text', true)}
      />
      <Hint words={words} faults={faults} field="text" hint={words.textHint} />
    </p>
  )
}

type HintProps = { words: ComplaintWords; faults: FormFaults; field: keyof FormFaults; hint?: string }

export function Hint({ words, faults, field, hint }: HintProps) {
  const fault = faults[field]
  if (fault === undefined && hint === undefined) return null
  return (
    <span className="hint" id={`${field}-hint`}>
      {fault !== undefined && <b className="fault">{words.faults[fault]} </b>}
      {hint}
    </span>
  )
}
