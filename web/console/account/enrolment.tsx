import { Button, QRCode } from 'antd'
import { useState } from 'react'
import type { Enrolment as Started } from '../../../schema/api/second-factor.ts'
import { accountTexts } from '../../i18n/account.ts'
import { uiTexts } from '../../i18n/ui.ts'
import { answer, api } from '../../lib/api.ts'
import { useTexts } from '../../lib/language.tsx'
import { useChange } from '../../lib/use-change.ts'
import { useRenew } from '../../lib/use-renew.ts'
import { CopyField } from '../../ui/copy-field.tsx'
import { CodeField } from './code-field.tsx'
import { OneFieldForm } from './one-field-form.tsx'
import { PasswordInput } from './password-input.tsx'
import { renewsAccount } from './queries.ts'
import { RecoveryCodes } from './recovery-codes.tsx'

/** Password, then the app's first code, then the recovery codes, which are shown this once. */
export function Enrolment({ done }: { done: () => void }) {
  const t = useTexts(accountTexts)
  const ui = useTexts(uiTexts)
  const renew = useRenew()
  const [password, setPassword] = useState('')
  const [code, setCode] = useState('')
  const [started, setStarted] = useState<Started>()
  const [codes, setCodes] = useState<readonly string[]>()
  const start = useChange({
    send: (json: { password: string }) => answer(api.me['second-factor'].$post({ json })),
    done: setStarted,
  })
  const confirm = useChange({
    send: (json: { code: string }) => answer(api.me['second-factor'].confirmation.$post({ json })),
    done: ({ recoveryCodes }) => setCodes(recoveryCodes),
  })
  if (codes) {
    // Only now is everything read anew: what stood here would be gone with it.
    const kept = () => {
      done()
      renew(renewsAccount)
    }
    return <RecoveryCodes codes={codes} kept={kept} />
  }
  const cancel = <Button onClick={done}>{ui('cancel')}</Button>
  if (!started) {
    return (
      <OneFieldForm change={start} submit={() => start.mutate({ password })} label={t('next')} also={cancel}>
        <PasswordInput
          label={t('passwordNow')}
          hint={t('passwordWhy')}
          value={password}
          change={setPassword}
        />
      </OneFieldForm>
    )
  }
  return (
    <OneFieldForm change={confirm} submit={() => confirm.mutate({ code })} label={t('confirm')} also={cancel}>
      <h3>{t('scanTitle')}</h3>
      <p>{t('scan')}</p>
      <div className="account-scan">
        {/* The same key as beside it, which can be read and copied. */}
        <span aria-hidden="true">
          <QRCode type="svg" value={started.uri} size={168} errorLevel="L" />
        </span>
        <div>
          <p className="account-label">{t('secret')}</p>
          <CopyField
            label={t('secret')}
            hint={t('secretHint')}
            value={started.secret.replace(/(.{4})(?=.)/g, '$1 ')}
          />
        </div>
      </div>
      <CodeField label={t('code')} value={code} change={setCode} error={confirm.error} />
    </OneFieldForm>
  )
}
