import { useId } from 'react'
import type { Division } from '../../schema/api/regions.ts'
import { signupTexts } from '../i18n/signup.ts'
import { useTexts } from '../lib/language.tsx'

type Props = {
  label: string
  /** Undefined until the level above is chosen and its children are known. */
  items: readonly Division[] | undefined
  value: string
  change: (code: string) => void
  error?: string | undefined
}

/** One level of the national divisions. */
export function DivisionSelect({ label, items, value, change, error }: Props) {
  const t = useTexts(signupTexts)
  const id = useId()
  return (
    <div>
      <label htmlFor={id}>{label}</label>
      <select
        id={id}
        value={items ? value : ''}
        disabled={!items}
        onChange={(event) => change(event.target.value)}
        {...(error === undefined ? {} : { 'aria-invalid': true, 'aria-describedby': 'county-error' })}
      >
        <option value="">{t('choose')}</option>
        {items?.map(({ code, name }) => (
          <option key={code} value={code}>
            {name}
          </option>
        ))}
      </select>
    </div>
  )
}
