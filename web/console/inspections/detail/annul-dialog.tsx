import { Input } from 'antd'
import { useState } from 'react'
import { inspectionsTexts } from '../../../i18n/inspections.ts'
import { answer, api } from '../../../lib/api.ts'
import { useTexts } from '../../../lib/language.tsx'
import { useCounty } from '../../../lib/session.ts'
import { useChange } from '../../../lib/use-change.ts'
import { FormDialog } from '../../../ui/form-dialog.tsx'
import { FormField } from '../../../ui/form-field.tsx'
import { useUndoable } from '../../../ui/undoable.tsx'
import { inspectionsKey } from '../queries.ts'

/** Asks why before an inspection is annulled. */
export function AnnulDialog({ id, close }: { id: string; close: () => void }) {
  const t = useTexts(inspectionsTexts)
  const { county } = useCounty()
  const said = useUndoable()
  const [reason, setReason] = useState('')
  const annul = useChange({
    send: (words: string, options) =>
      answer(
        api.counties[':county'].inspections[':id'].annulment.$put(
          { param: { county, id }, json: { reason: words } },
          options,
        ),
      ),
    renews: [inspectionsKey(county)],
    done: () => {
      said(t('didAnnul'))
      close()
    },
  })
  return (
    <FormDialog
      title={t('annulTitle')}
      submitLabel={t('annul')}
      busy={annul.isPending}
      disabled={reason.trim() === ''}
      error={annul.error}
      submit={() => annul.mutate(reason.trim())}
      close={close}
    >
      <p>{t('annulSay')}</p>
      <FormField label={t('reason')}>
        {(control) => (
          <Input.TextArea
            {...control}
            autoFocus
            autoSize={{ minRows: 2 }}
            maxLength={1000}
            value={reason}
            onChange={({ target }) => setReason(target.value)}
          />
        )}
      </FormField>
    </FormDialog>
  )
}
