import { type FormEvent, useId, useState } from 'react'
import { fieldMemberTexts } from '../../../i18n/field-member.ts'
import { plainTexts } from '../../../i18n/plain.ts'
import { useTexts } from '../../../lib/language.tsx'
import { ApiProblem } from '../../../lib/problem.ts'
import { useField } from '../../field-context.tsx'

/** The session has ended: with the password sending goes on, and nothing was lost meanwhile. */
export function SignInAgain() {
  const t = useTexts(fieldMemberTexts)
  const plain = useTexts(plainTexts)
  const id = useId()
  const { session, sending } = useField()
  const [busy, setBusy] = useState(false)
  const [fault, setFault] = useState('')
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const said = new FormData(event.currentTarget)
    setBusy(true)
    try {
      await session.signIn(String(said.get('login')), String(said.get('password')))
      sending.now()
    } catch (error) {
      setFault(error instanceof ApiProblem ? `${error.title} ${error.detail}` : plain('disconnected'))
    } finally {
      setBusy(false)
    }
  }
  return (
    <form className="sign-in" onSubmit={submit}>
      <h2>{t('signInAgain')}</h2>
      <label htmlFor={`${id}l`}>{plain('login')}</label>
      <input id={`${id}l`} name="login" autoComplete="username" autoCapitalize="none" required />
      <label htmlFor={`${id}p`}>{plain('password')}</label>
      <input id={`${id}p`} name="password" type="password" autoComplete="current-password" required />
      {fault !== '' && (
        <p className="fault" role="alert">
          {fault}
        </p>
      )}
      <button type="submit" className="button primary wide" disabled={busy}>
        {t('signIn')}
      </button>
    </form>
  )
}
