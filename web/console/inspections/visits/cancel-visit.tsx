import { Input } from 'antd'
import { useState } from 'react'
import type { Visit } from '../../../../schema/api/visits.ts'
import { inspectionsTexts } from '../../../i18n/inspections.ts'
import { answer, api } from '../../../lib/api.ts'
import { useTexts } from '../../../lib/language.tsx'
import { useCounty } from '../../../lib/session.ts'
import { useChange } from '../../../lib/use-change.ts'
import { FormDialog } from '../../../ui/form-dialog.tsx'
import { FormField } from '../../../ui/form-field.tsx'
import { villageName } from '../../../ui/ranking-words.ts'
import { useUndoable } from '../../../ui/undoable.tsx'
import { inspectionsKey } from '../queries.ts'

/** Asks why before a planned visit is cancelled. */
export function CancelVisit({ visit: { id, subjectName }, close }: { visit: Visit; close: () => void }) {
  const t = useTexts(inspectionsTexts)
  const { county } = useCounty()
  const said = useUndoable()
  const [reason, setReason] = useState('')
  const cancel = useChange({
    send: (words: string, options) =>
      answer(
        api.counties[':county'].visits[':id'].$patch(
          { param: { county, id }, json: { state: 'cancelled', reason: words } },
          options,
        ),
      ),
    renews: [inspectionsKey(county)],
    done: () => {
      said(t('didCancel'))
      close()
    },
  })
  return (
    <FormDialog
      title={t('cancelTitle', { subject: villageName(subjectName) })}
      submitLabel={t('cancel')}
      busy={cancel.isPending}
      disabled={reason.trim() === ''}
      error={cancel.error}
      submit={() => cancel.mutate(reason.trim())}
      close={close}
    >
      <FormField label={t('reason')}>
        {(control) => (
          <Input
            {...control}
            autoFocus
            maxLength={1000}
            value={reason}
            onChange={({ target }) => setReason(target.value)}
          />
        )}
      </FormField>
    </FormDialog>
  )
}
