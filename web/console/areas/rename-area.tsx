import { Input } from 'antd'
import { useState } from 'react'
import type { Area } from '../../../schema/api/areas.ts'
import { areasTexts } from '../../i18n/areas.ts'
import { uiTexts } from '../../i18n/ui.ts'
import { useTexts } from '../../lib/language.tsx'
import { ApiProblem } from '../../lib/problem.ts'
import { FormDialog } from '../../ui/form-dialog.tsx'
import { FormField } from '../../ui/form-field.tsx'
import { useChangeArea } from './use-change-area.ts'

export function RenameArea({ area, close }: { area: Area; close: () => void }) {
  const t = useTexts(areasTexts)
  const ui = useTexts(uiTexts)
  const [name, setName] = useState(area.name)
  const national = area.level === 'township' || area.level === 'village'
  const [code, setCode] = useState(area.code === area.id && !/^\d+$/.test(area.code) ? '' : area.code)
  const { change } = useChangeArea()
  const at = (path: string) => (change.error instanceof ApiProblem ? change.error.at(path) : undefined)
  const placed = at('name') !== undefined || at('code') !== undefined
  const recoded = national && code.trim() !== '' && code.trim() !== area.code
  return (
    <FormDialog
      title={t('renameOf', { name: area.name })}
      submitLabel={ui('save')}
      busy={change.isPending}
      disabled={name.trim() === ''}
      error={placed ? undefined : change.error}
      submit={() =>
        change.mutate(
          { id: area.id, name: name.trim(), ...(recoded ? { code: code.trim() } : {}) },
          { onSuccess: close },
        )
      }
      close={close}
    >
      <FormField label={t('newName')} hint={t('newNameHint')} error={at('name')}>
        {(control) => (
          <Input
            {...control}
            autoFocus
            maxLength={100}
            value={name}
            onChange={(event) => setName(event.target.value)}
          />
        )}
      </FormField>
      {national && (
        <FormField label={t('newCode')} hint={t('newCodeHint')} error={at('code')}>
          {(control) => (
            <Input
              {...control}
              inputMode="numeric"
              maxLength={64}
              value={code}
              onChange={(event) => setCode(event.target.value)}
            />
          )}
        </FormField>
      )}
    </FormDialog>
  )
}
