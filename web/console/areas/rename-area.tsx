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
  const { change } = useChangeArea()
  const wrong = change.error instanceof ApiProblem ? change.error.at('name') : undefined
  return (
    <FormDialog
      title={t('renameOf', { name: area.name })}
      submitLabel={ui('save')}
      busy={change.isPending}
      disabled={name.trim() === ''}
      error={wrong === undefined ? change.error : undefined}
      submit={() => change.mutate({ id: area.id, name: name.trim() }, { onSuccess: close })}
      close={close}
    >
      <FormField label={t('newName')} hint={t('newNameHint')} error={wrong}>
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
    </FormDialog>
  )
}
