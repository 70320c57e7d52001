import { Input } from 'antd'
import { useState } from 'react'
import type { PlatformCounty } from '../../../schema/api/platform.ts'
import { platformTexts } from '../../i18n/platform.ts'
import { useTexts } from '../../lib/language.tsx'
import { FormDialog } from '../../ui/form-dialog.tsx'
import { FormField } from '../../ui/form-field.tsx'
import { useChangeCounty } from './queries.ts'

/** Suspends a county, with a reason that its office can read. */
export function SuspendCounty({ county, close }: { county: PlatformCounty; close: () => void }) {
  const t = useTexts(platformTexts)
  const [reason, setReason] = useState('')
  const { suspension } = useChangeCounty()
  return (
    <FormDialog
      title={t('suspendAsk', { name: county.name })}
      submitLabel={t('suspend')}
      busy={suspension.isPending}
      disabled={reason.trim() === ''}
      error={suspension.error}
      submit={() => suspension.mutate({ id: county.id, reason: reason.trim() }, { onSuccess: close })}
      close={close}
    >
      <p>{t('suspendSay')}</p>
      <FormField label={t('reason')} hint={t('reasonHint')}>
        {(control) => (
          <Input.TextArea
            {...control}
            autoFocus
            maxLength={1000}
            autoSize={{ minRows: 2 }}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        )}
      </FormField>
    </FormDialog>
  )
}
