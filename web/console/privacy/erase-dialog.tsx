import { Input } from 'antd'
import { useState } from 'react'
import type { Erased } from '../../../schema/api/privacy.ts'
import { privacyTexts } from '../../i18n/privacy.ts'
import { useTexts } from '../../lib/language.tsx'
import { FormDialog } from '../../ui/form-dialog.tsx'
import { FormField } from '../../ui/form-field.tsx'
import { useErase } from './queries.ts'

type Props = {
  name: string
  member: string | undefined
  keep: string[]
  close: () => void
  done: (left: Erased) => void
}

/** Nothing brings a person back, so the name is typed once more. */
export function EraseDialog({ name, member, keep, close, done }: Props) {
  const t = useTexts(privacyTexts)
  const [confirm, setConfirm] = useState('')
  const erase = useErase()
  const typed = confirm.trim()
  return (
    <FormDialog
      title={t('eraseTitle', { name })}
      submitLabel={t('erase')}
      busy={erase.isPending}
      disabled={typed !== name}
      error={erase.error}
      submit={() => erase.mutate({ name, confirm: typed, keep, member }, { onSuccess: done })}
      close={close}
    >
      <p>{t('eraseWhat')}</p>
      <FormField
        label={t('confirm')}
        error={typed !== '' && !name.startsWith(typed) ? t('notSame') : undefined}
      >
        {(control) => (
          <Input
            {...control}
            value={confirm}
            autoComplete="off"
            onChange={({ target }) => setConfirm(target.value)}
          />
        )}
      </FormField>
    </FormDialog>
  )
}
