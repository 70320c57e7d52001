import { Input } from 'antd'
import { useState } from 'react'
import type { PlatformCounty } from '../../../../schema/api/platform.ts'
import { erasureTexts } from '../../../i18n/erasure.ts'
import { useTexts } from '../../../lib/language.tsx'
import { FormDialog } from '../../../ui/form-dialog.tsx'
import { FormField } from '../../../ui/form-field.tsx'
import { archiveAddress, useErasureChanges } from './queries.ts'

/** Asks for a county's erasure: what will happen, why, and the county's code typed by hand. */
export function AskErasure({ county, close }: { county: PlatformCounty; close: () => void }) {
  const t = useTexts(erasureTexts)
  const [code, setCode] = useState('')
  const [reason, setReason] = useState('')
  const { request } = useErasureChanges()
  const { id, name } = county
  return (
    <FormDialog
      title={t('askTitle', { name })}
      submitLabel={t('ask')}
      busy={request.isPending}
      disabled={reason.trim() === '' || code.trim() !== county.code}
      error={request.error}
      submit={() =>
        request.mutate({ id, name, code: code.trim(), reason: reason.trim() }, { onSuccess: close })
      }
      close={close}
    >
      <p>{t('askSay')}</p>
      <p>
        {t('fetchFirst')}{' '}
        <a href={archiveAddress(id)} download>
          {t('archiveOf', { name })}
        </a>
      </p>
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
      <FormField label={t('code')} hint={t('codeHint', { name, code: county.code })}>
        {(control) => (
          <Input
            {...control}
            inputMode="numeric"
            autoComplete="off"
            maxLength={12}
            value={code}
            onChange={(event) => setCode(event.target.value)}
          />
        )}
      </FormField>
    </FormDialog>
  )
}
