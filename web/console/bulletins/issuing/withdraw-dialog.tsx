import { Input } from 'antd'
import { useState } from 'react'
import type { Bulletin } from '../../../../schema/api/bulletins.ts'
import { bulletinsTexts } from '../../../i18n/bulletins.ts'
import { useTexts } from '../../../lib/language.tsx'
import { FormDialog } from '../../../ui/form-dialog.tsx'
import { FormField } from '../../../ui/form-field.tsx'
import { useWithdraw } from '../queries.ts'

/** Withdraws an issued bulletin; the reason is read by whoever opens its old address. */
export function WithdrawDialog({ bulletin: { id }, close }: { bulletin: Bulletin; close: () => void }) {
  const t = useTexts(bulletinsTexts)
  const [reason, setReason] = useState('')
  const withdraw = useWithdraw(id, close)
  return (
    <FormDialog
      title={t('withdrawTitle')}
      submitLabel={t('withdraw')}
      busy={withdraw.isPending}
      disabled={reason.trim() === ''}
      error={withdraw.error}
      submit={() => withdraw.mutate(reason.trim())}
      close={close}
    >
      <FormField label={t('reason')} hint={t('reasonHint')}>
        {(control) => (
          <Input.TextArea
            {...control}
            autoFocus
            maxLength={1000}
            autoSize={{ minRows: 3 }}
            value={reason}
            onChange={({ target }) => setReason(target.value)}
          />
        )}
      </FormField>
    </FormDialog>
  )
}
