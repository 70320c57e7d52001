import { Modal } from 'antd'
import { useState } from 'react'
import { accountTexts } from '../../i18n/account.ts'
import { answer, api } from '../../lib/api.ts'
import { useTexts } from '../../lib/language.tsx'
import { useChange } from '../../lib/use-change.ts'
import { FormDialog } from '../../ui/form-dialog.tsx'
import { CodeField } from './code-field.tsx'
import { saidByField } from './one-field-form.tsx'
import { renewsAccount } from './queries.ts'
import { RecoveryCodes } from './recovery-codes.tsx'

/** New recovery codes in place of the old ones. */
export function NewCodes({ close }: { close: () => void }) {
  const t = useTexts(accountTexts)
  const [code, setCode] = useState('')
  const renewal = useChange({
    send: (json: { code: string }) => answer(api.me['second-factor']['recovery-codes'].$post({ json })),
    renews: renewsAccount,
  })
  if (renewal.data) {
    return (
      <Modal open footer={null} closable={false} mask={{ closable: false }} aria-label={t('keepTitle')}>
        <RecoveryCodes codes={renewal.data.recoveryCodes} kept={close} />
      </Modal>
    )
  }
  return (
    <FormDialog
      title={t('newCodes')}
      submitLabel={t('newCodes')}
      busy={renewal.isPending}
      disabled={code.length < 6}
      error={saidByField(renewal.error) ? undefined : renewal.error}
      submit={() => renewal.mutate({ code })}
      close={close}
    >
      <p>{t('codesConfirm')}</p>
      <CodeField label={t('codeOrRecovery')} value={code} change={setCode} error={renewal.error} />
    </FormDialog>
  )
}
