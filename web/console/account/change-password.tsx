import { useState } from 'react'
import { accountTexts } from '../../i18n/account.ts'
import { answer, api } from '../../lib/api.ts'
import { useTexts } from '../../lib/language.tsx'
import { ApiProblem } from '../../lib/problem.ts'
import { useMe } from '../../lib/session.ts'
import { useChange } from '../../lib/use-change.ts'
import { useUndoable } from '../../ui/undoable.ts'
import { OneFieldForm } from './one-field-form.tsx'
import { PasswordInput } from './password-input.tsx'
import { renewsAccount } from './queries.ts'
import './account.css'

/** One's own password: the present one and a new one. */
export function ChangePassword() {
  const t = useTexts(accountTexts)
  const { account } = useMe()
  const say = useUndoable()
  const [current, setCurrent] = useState('')
  const [password, setPassword] = useState('')
  const change = useChange({
    send: (json: { current: string; password: string }) => answer(api.me.password.$put({ json })),
    renews: renewsAccount,
    done: () => {
      setCurrent('')
      setPassword('')
      say(t('didChange'))
    },
  })
  const { error } = change
  const weak =
    error instanceof ApiProblem && ['weak-password', 'invalid'].includes(error.code)
      ? (error.at('password') ?? error.detail)
      : undefined
  return (
    <section aria-labelledby="password">
      <h2 id="password">{t('password')}</h2>
      <p className="soft">{t('passwordHint')}</p>
      <OneFieldForm change={change} submit={() => change.mutate({ current, password })} label={t('change')}>
        {/* Lets password keepers know whose password it is. */}
        <input type="text" name="login" autoComplete="username" value={account.login} readOnly hidden />
        <PasswordInput label={t('passwordNow')} value={current} change={setCurrent} />
        <PasswordInput
          label={t('passwordNew')}
          hint={t('passwordRule')}
          error={weak}
          fresh
          value={password}
          change={setPassword}
        />
      </OneFieldForm>
    </section>
  )
}
