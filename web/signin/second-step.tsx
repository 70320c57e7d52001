import { type FormEvent, useEffect, useRef, useState } from 'react'
import { signinTexts } from '../i18n/signin.ts'
import { answer, api } from '../lib/api.ts'
import { useTexts } from '../lib/language.tsx'
import { ApiProblem } from '../lib/problem.ts'
import { afterSignIn } from '../lib/sign-in-address.ts'
import { useSend } from '../lib/use-send.ts'
import { Failure } from '../ui/plain/failure.tsx'
import { Field } from '../ui/plain/field.tsx'
import { Page } from '../ui/plain/page.tsx'

/** After a right password: the code of the authenticator app, or a recovery code. `again` goes back to the password. */
export function SecondStep({ ticket, again }: { ticket: string; again: () => void }) {
  const t = useTexts(signinTexts)
  const [code, setCode] = useState('')
  const form = useRef<HTMLFormElement>(null)
  const { send, sending, error } = useSend((body: { ticket: string; code: string }) =>
    answer(api.sessions['second-factor'].$post({ json: body })),
  )
  // The page has become another one: whoever types goes on typing.
  useEffect(() => form.current?.querySelector('input')?.focus(), [])
  const wrong =
    error instanceof ApiProblem && ['wrong-code', 'invalid'].includes(error.code)
      ? (error.at('code') ?? error.detail)
      : undefined
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (await send({ ticket, code })) location.assign(afterSignIn(location.search))
  }
  return (
    <Page title={t('second')}>
      <h1>{t('second')}</h1>
      <p className="lead">{t('secondLead')}</p>
      {wrong === undefined && <Failure error={error} />}
      <form ref={form} onSubmit={submit}>
        <Field
          label={t('code')}
          name="code"
          autoComplete="one-time-code"
          autoCapitalize="characters"
          spellCheck={false}
          required
          minLength={6}
          maxLength={40}
          hint={t('codeHint')}
          error={wrong}
          value={code}
          onChange={(event) => setCode(event.target.value)}
        />
        <button type="submit" className="button primary" disabled={sending}>
          {sending ? t('sending') : t('submit')}
        </button>
      </form>
      <p>
        <button type="button" className="link-button" onClick={again}>
          {t('again')}
        </button>
      </p>
      <p className="hint">{t('lostPhone')}</p>
    </Page>
  )
}
