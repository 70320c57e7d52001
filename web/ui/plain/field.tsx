import { type InputHTMLAttributes, useId, useState } from 'react'
import { plainTexts } from '../../i18n/plain.ts'
import { useTexts } from '../../lib/language.tsx'

type FieldProps = InputHTMLAttributes<HTMLInputElement> & {
  label: string
  hint?: string | undefined
  error?: string | undefined
}

/** A labelled input with its hint and, after a refused request, what is wrong with it. */
export function Field({ label, hint, error, ...input }: FieldProps) {
  const id = useId()
  return (
    <div>
      <label htmlFor={id}>{label}</label>
      <input id={id} {...describedBy(id, hint, error)} {...input} />
      <Said id={id} hint={hint} error={error} />
    </div>
  )
}

/** A password with a button that shows it. */
export function PasswordField({ label, hint, error, ...input }: FieldProps) {
  const id = useId()
  const t = useTexts(plainTexts)
  const [shown, setShown] = useState(false)
  return (
    <div>
      <div className="label-row">
        <label htmlFor={id}>{label}</label>
        <button type="button" className="link-button" aria-pressed={shown} onClick={() => setShown(!shown)}>
          {shown ? t('hidePassword') : t('showPassword')}
        </button>
      </div>
      <input id={id} type={shown ? 'text' : 'password'} {...describedBy(id, hint, error)} {...input} />
      <Said id={id} hint={hint} error={error} />
    </div>
  )
}

function describedBy(id: string, hint: string | undefined, error: string | undefined) {
  const said = [error === undefined ? '' : `${id}e`, hint === undefined ? '' : `${id}h`]
    .filter(Boolean)
    .join(' ')
  return { 'aria-invalid': error !== undefined, ...(said === '' ? {} : { 'aria-describedby': said }) }
}

function Said({ id, hint, error }: { id: string; hint: string | undefined; error: string | undefined }) {
  return (
    <>
      {error !== undefined && (
        <p className="field-error" id={`${id}e`}>
          {error}
        </p>
      )}
      {hint !== undefined && (
        <p className="hint" id={`${id}h`}>
          {hint}
        </p>
      )}
    </>
  )
}
