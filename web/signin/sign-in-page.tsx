import { type FormEvent, useEffect, useState } from 'react'
import { plainTexts } from '../i18n/plain.ts'
import { signinTexts } from '../i18n/signin.ts'
import { answer, api } from '../lib/api.ts'
import { useTexts } from '../lib/language.tsx'
import { afterSignIn } from '../lib/sign-in-address.ts'
import { useSend } from '../lib/use-send.ts'
import { Failure } from '../ui/plain/failure.tsx'
import { Field, PasswordField } from '../ui/plain/field.tsx'
import { Page } from '../ui/plain/page.tsx'
import { prefetchConsole } from './prefetch-console.ts'
import { SecondStep } from './second-step.tsx'

/** `/signin?next=…`: login and password, the code where one is wanted, then back to where the user was. `login` may be filled in by the address. */
export function SignInPage() {
  const t = useTexts(signinTexts)
  const plain = useTexts(plainTexts)
  const query = new URLSearchParams(location.search)
  const [login, setLogin] = useState(query.get('login') ?? '')
  const [password, setPassword] = useState('')
  const { send, sending, error } = useSend((body: { login: string; password: string }) =>
    answer(api.sessions.$post({ json: body })),
  )
  const [ticket, setTicket] = useState<string>()
  useEffect(prefetchConsole, [])
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const answered = await send({ login, password })
    if (answered && 'ticket' in answered) setTicket(answered.ticket)
    else if (answered) location.assign(afterSignIn(location.search))
  }
  if (ticket !== undefined) {
    const again = () => {
      setTicket(undefined)
      setPassword('')
    }
    return <SecondStep ticket={ticket} again={again} />
  }
  return (
    <Page title={t('title')}>
      <h1>{t('title')}</h1>
      {query.has('next') && <p className="lead">{t('returning')}</p>}
      <Failure error={error} />
      <form onSubmit={submit}>
        <Field
          label={plain('login')}
          name="login"
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          required
          value={login}
          onChange={(event) => setLogin(event.target.value)}
        />
        <PasswordField
          label={plain('password')}
          name="password"
          autoComplete="current-password"
          required
          value={password}
          onChange={(event) => setPassword(event.target.value)}
        />
        <button type="submit" className="button primary" disabled={sending}>
          {sending ? t('sending') : t('submit')}
        </button>
      </form>
      <p className="hint">{t('forgot')}</p>
      <p>
        {t('noCounty')} <a href="/signup/">{t('signUp')}</a>
      </p>
    </Page>
  )
}
