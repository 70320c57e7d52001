import { Input } from 'antd'
import { useState } from 'react'
import type { ComplaintDetail } from '../../../../schema/api/complaints.ts'
import { complaintsTexts } from '../../../i18n/complaints.ts'
import { answer, api } from '../../../lib/api.ts'
import { useTexts } from '../../../lib/language.tsx'
import { useCounty } from '../../../lib/session.ts'
import { useChange } from '../../../lib/use-change.ts'
import { FormDialog } from '../../../ui/form-dialog.tsx'
import { FormField } from '../../../ui/form-field.tsx'
import { LooksPersonal } from '../../../ui/privacy/looks-personal.tsx'
import { useUndoable } from '../../../ui/undoable.tsx'
import { complaintsKey } from '../queries.ts'
import { useReception } from './use-reception.ts'

/** Declining takes a reason, which the writer reads. */
export function DeclineDialog({
  complaint: { id },
  close,
}: {
  complaint: ComplaintDetail
  close: () => void
}) {
  const t = useTexts(complaintsTexts)
  const { county } = useCounty()
  const said = useUndoable()
  const restore = useReception(id)
  const [reason, setReason] = useState('')
  const decline = useChange({
    send: (json: { reason: string }, options) =>
      answer(
        api.counties[':county'].complaints[':id'].refusal.$put({ param: { county, id }, json }, options),
      ),
    renews: [complaintsKey(county)],
    done: () => {
      said(t('didDecline'), () => restore.mutate('restore'))
      close()
    },
  })
  return (
    <FormDialog
      title={t('declineTitle')}
      submitLabel={t('decline')}
      busy={decline.isPending}
      disabled={reason.trim() === ''}
      error={decline.error}
      submit={() => decline.mutate({ reason })}
      close={close}
    >
      <FormField label={t('reason')} hint={t('declineHint')}>
        {(control) => (
          <Input.TextArea
            {...control}
            autoFocus
            rows={4}
            maxLength={1000}
            value={reason}
            onChange={({ target }) => setReason(target.value)}
          />
        )}
      </FormField>
      <LooksPersonal text={reason} />
    </FormDialog>
  )
}
