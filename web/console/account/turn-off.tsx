import { useState } from 'react'
import { accountTexts } from '../../i18n/account.ts'
import { answer, api } from '../../lib/api.ts'
import { useTexts } from '../../lib/language.tsx'
import { useChange } from '../../lib/use-change.ts'
import { FormDialog } from '../../ui/form-dialog.tsx'
import { useUndoable } from '../../ui/undoable.ts'
import { CodeField } from './code-field.tsx'
import { saidByField } from './one-field-form.tsx'
import { PasswordInput } from './password-input.tsx'
import { renewsAccount } from './queries.ts'

/** Turns the second factor off, which takes both. */
export function TurnOff({ close }: { close: () => void }) {
  const t = useTexts(accountTexts)
  const say = useUndoable()
  const [password, setPassword] = useState('')
  const [code, setCode] = useState('')
  const removal = useChange({
    send: (json: { password: string; code: string }) =>
      answer(api.me['second-factor'].removal.$post({ json })),
    renews: renewsAccount,
    done: () => {
      say(t('didTurnOff'))
      close()
    },
  })
  return (
    <FormDialog
      title={t('turnOff')}
      submitLabel={t('turnOff')}
      busy={removal.isPending}
      disabled={password === '' || code.length < 6}
      error={saidByField(removal.error) ? undefined : removal.error}
      submit={() => removal.mutate({ password, code })}
      close={close}
    >
      <p>{t('offConfirm')}</p>
      <PasswordInput label={t('passwordNow')} value={password} change={setPassword} />
      <CodeField label={t('codeOrRecovery')} value={code} change={setCode} error={removal.error} />
    </FormDialog>
  )
}
