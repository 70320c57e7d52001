import { Button, Input, type InputRef } from 'antd'
import { useRef, useState } from 'react'
import { uiTexts } from '../i18n/ui.ts'
import { useDates } from '../lib/dates.ts'
import { useTexts } from '../lib/language.tsx'

type Props = { label: string; value: string; expiresAt?: string; hint?: string }

/** A secret shown only now (a one-time link, a token) with a button that copies it; `hint` says what to do with it. */
export function CopyField({ label, value, expiresAt, hint }: Props) {
  const t = useTexts(uiTexts)
  const dates = useDates()
  const input = useRef<InputRef>(null)
  const [state, setState] = useState<'copy' | 'copied' | 'copyByHand'>('copy')
  const copy = () => {
    input.current?.select()
    // The clipboard is closed to pages on plain HTTP; the text is selected for copying by hand.
    const written = navigator.clipboard ? navigator.clipboard.writeText(value) : Promise.reject()
    written.then(
      () => setState('copied'),
      () => setState('copyByHand'),
    )
  }
  return (
    <div>
      <div className="copy-field">
        <Input
          ref={input}
          aria-label={label}
          readOnly
          value={value}
          onFocus={(event) => event.target.select()}
        />
        <Button type="primary" onClick={copy}>
          <span aria-live="polite">{t(state)}</span>
        </Button>
      </div>
      <p className="soft">
        {hint ?? t('onlyNow')}
        {expiresAt !== undefined && ` ${t('validUntil', { at: dates.moment(expiresAt) })}`}
      </p>
    </div>
  )
}
