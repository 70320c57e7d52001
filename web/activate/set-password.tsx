import { type FormEvent, useState } from 'react'
import { activateTexts } from '../i18n/activate.ts'
import { plainTexts } from '../i18n/plain.ts'
import { answer, api } from '../lib/api.ts'
import { useTexts } from '../lib/language.tsx'
import { ApiProblem } from '../lib/problem.ts'
import { useSend } from '../lib/use-send.ts'
import { Failure } from '../ui/plain/failure.tsx'
import { PasswordField } from '../ui/plain/field.tsx'

/** A password for a new login, or a new one after a reset. */
export function SetPassword({ token, link }: { token: string; link: { kind: string; login: string } }) {
  const t = useTexts(activateTexts)
  const plain = useTexts(plainTexts)
  const [password, setPassword] = useState('')
  const { send, sending, error } = useSend((body: { token: string; password: string }) =>
    answer(api.activations.$post({ json: body })),
  )
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (await send({ token, password })) location.assign('/console/')
  }
  const weak =
    error instanceof ApiProblem && (error.code === 'weak-password' || error.at('password') !== undefined)
  return (
    <form onSubmit={submit}>
      <p className="lead">
        {t(link.kind === 'reset' ? 'resetLead' : 'invitationLead', { login: link.login })}
      </p>
      {!weak && <Failure error={error} />}
      {/* Lets password keepers know whose password it is. */}
      <input type="text" name="login" autoComplete="username" value={link.login} readOnly hidden />
      <PasswordField
        label={plain('password')}
        name="password"
        autoComplete="new-password"
        required
        minLength={10}
        maxLength={128}
        hint={plain('passwordHint')}
        error={weak ? (error.at('password') ?? error.detail) : undefined}
        value={password}
        onChange={(event) => setPassword(event.target.value)}
      />
      <button type="submit" className="button primary" disabled={sending}>
        {sending ? t('saving') : t('save')}
      </button>
    </form>
  )
}
