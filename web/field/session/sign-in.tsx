import { type FormEvent, type ReactNode, useEffect, useId, useState } from 'react'
import { fieldSessionTexts } from '../../i18n/field-session.ts'
import { plainTexts } from '../../i18n/plain.ts'
import { useLanguage, useTexts } from '../../lib/language.tsx'
import { ApiProblem, Disconnected } from '../../lib/problem.ts'
import { useNow } from '../field-context.tsx'
import type { FieldSession } from './session.ts'

/** Nobody is at work here: signing in, and choosing a county where there are several. */
export function SignIn({ session }: { session: FieldSession }) {
  const t = useTexts(fieldSessionTexts)
  const { name, choices } = useNow(session)
  if (choices.length > 0) return <Choosing session={session} />
  return (
    <Frame>
      <p>{name === '' ? t('lead') : t('noCounty', { name })}</p>
      <Form session={session} label={name === '' ? t('signIn') : t('other')} />
      <p className="soft">{t('needsSignal')}</p>
      <p className="soft">{t('kept')}</p>
    </Frame>
  )
}

function Choosing({ session }: { session: FieldSession }) {
  const t = useTexts(fieldSessionTexts)
  const { choices } = useNow(session)
  return (
    <Frame>
      <h2>{t('chooseCounty')}</h2>
      {choices.map(({ id, county }) => (
        <p key={id}>
          <button type="button" className="button wide" onClick={() => session.choose(id)}>
            {county.name}
          </button>
        </p>
      ))}
    </Frame>
  )
}

function Form({ session, label }: { session: FieldSession; label: string }) {
  const t = useTexts(fieldSessionTexts)
  const plain = useTexts(plainTexts)
  const id = useId()
  const [busy, setBusy] = useState(false)
  const [fault, setFault] = useState<unknown>()
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const said = new FormData(event.currentTarget)
    setBusy(true)
    setFault(undefined)
    await session.signIn(String(said.get('login')), String(said.get('password'))).catch(setFault)
    setBusy(false)
  }
  const words = () => {
    if (fault instanceof ApiProblem && fault.title !== '') return `${fault.title} ${fault.detail}`
    return fault instanceof Disconnected ? plain('disconnected') : plain('unexpected')
  }
  return (
    <form className="sign-in" onSubmit={submit}>
      <label htmlFor={`${id}l`}>{plain('login')}</label>
      <input
        id={`${id}l`}
        name="login"
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        required
      />
      <label htmlFor={`${id}p`}>{plain('password')}</label>
      <input id={`${id}p`} name="password" type="password" autoComplete="current-password" required />
      {fault !== undefined && (
        <p className="fault" role="alert">
          {words()}
        </p>
      )}
      <button type="submit" className="button primary wide" disabled={busy}>
        {busy ? t('signingIn') : label}
      </button>
    </form>
  )
}

function Frame({ children }: { children: ReactNode }) {
  const t = useTexts(fieldSessionTexts)
  const plain = useTexts(plainTexts)
  const { language, switchTo } = useLanguage()
  useEffect(() => {
    document.title = t('title')
  }, [t])
  return (
    <div className="field">
      <header className="top">
        <h1>{t('title')}</h1>
        <button
          type="button"
          className="button"
          lang={language === 'zh' ? 'en' : 'zh-CN'}
          onClick={() => switchTo(language === 'zh' ? 'en' : 'zh')}
        >
          {plain('otherLanguage')}
        </button>
      </header>
      <main>{children}</main>
    </div>
  )
}
