import { Input } from 'antd'
import { useState } from 'react'
import { columnsTexts } from '../../../i18n/columns.ts'
import { useTexts } from '../../../lib/language.tsx'
import { FormDialog } from '../../../ui/form-dialog.tsx'
import { FormField } from '../../../ui/form-field.tsx'

type Props = {
  act: 'return' | 'withdraw'
  busy: boolean
  error: unknown
  send: (reason: string) => void
  close: () => void
}

/** Why an article goes back to its writers, or leaves the column. */
export function ReasonDialog({ act, busy, error, send, close }: Props) {
  const t = useTexts(columnsTexts)
  const [reason, setReason] = useState('')
  return (
    <FormDialog
      title={t(act)}
      submitLabel={t(act)}
      busy={busy}
      error={error}
      disabled={reason.trim() === ''}
      submit={() => send(reason)}
      close={close}
    >
      <FormField label={t('reason')} hint={t(act === 'return' ? 'returnHint' : 'withdrawHint')}>
        {(control) => (
          <Input.TextArea
            {...control}
            autoFocus
            autoSize={{ minRows: 2, maxRows: 8 }}
            maxLength={1000}
            value={reason}
            onChange={({ target }) => setReason(target.value)}
          />
        )}
      </FormField>
    </FormDialog>
  )
}
