import { Input } from 'antd'
import { useState } from 'react'
import type { Activity } from '../../../schema/api/outreach.ts'
import { outreachTexts } from '../../i18n/outreach.ts'
import { answer, api } from '../../lib/api.ts'
import { useTexts } from '../../lib/language.tsx'
import { useCounty } from '../../lib/session.ts'
import { useChange } from '../../lib/use-change.ts'
import { FormDialog } from '../../ui/form-dialog.tsx'
import { FormField } from '../../ui/form-field.tsx'
import { useUndoable } from '../../ui/undoable.tsx'
import { outreachKey } from './queries.ts'

/** An entry is taken back with a reason: it stays to be seen and counts no more. */
export function RetractDialog({ entry, close }: { entry: Activity; close: () => void }) {
  const t = useTexts(outreachTexts)
  const { county } = useCounty()
  const say = useUndoable()
  const [reason, setReason] = useState('')
  const change = useChange({
    send: (why: string, options) =>
      answer(
        api.counties[':county'].activities[':id'].retraction.$put(
          { param: { county, id: entry.id }, json: { reason: why } },
          options,
        ),
      ),
    renews: [outreachKey(county)],
    done: () => {
      say(t('didRetract'))
      close()
    },
  })
  return (
    <FormDialog
      title={t('retractTitle')}
      submitLabel={t('retract')}
      busy={change.isPending}
      disabled={reason.trim() === ''}
      error={change.error}
      submit={() => change.mutate(reason.trim())}
      close={close}
    >
      <FormField label={t('reason')} hint={t('retractHint')}>
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
