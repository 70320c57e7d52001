import { Input } from 'antd'
import { useState } from 'react'
import type { Unit } from '../../../schema/api/areas.ts'
import { uiTexts } from '../../i18n/ui.ts'
import { unitsTexts } from '../../i18n/units.ts'
import { useTexts } from '../../lib/language.tsx'
import { FormDialog } from '../../ui/form-dialog.tsx'
import { FormField } from '../../ui/form-field.tsx'
import { CoversSelect } from './covers-select.tsx'
import { PurposeSelect } from './purpose-select.tsx'
import { useChangeUnit } from './use-change-unit.ts'

export function EditUnit({ unit, close }: { unit: Unit; close: () => void }) {
  const t = useTexts(unitsTexts)
  const ui = useTexts(uiTexts)
  const [name, setName] = useState(unit.name)
  const [purpose, setPurpose] = useState(unit.purpose)
  const [covers, setCovers] = useState(unit.covers)
  const { change } = useChangeUnit()
  return (
    <FormDialog
      title={t('editTitle', { name: unit.name })}
      submitLabel={ui('save')}
      busy={change.isPending}
      disabled={name.trim() === ''}
      error={change.error}
      submit={() =>
        change.mutate(
          { id: unit.id, name: name.trim(), covers, ...(unit.kind === 'group' ? { purpose } : {}) },
          { onSuccess: close },
        )
      }
      close={close}
    >
      <FormField label={t('name')}>
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
      {unit.kind === 'group' && (
        <FormField label={t('purpose')}>
          {(control) => <PurposeSelect {...control} value={purpose} change={setPurpose} />}
        </FormField>
      )}
      <FormField label={t('covers')}>
        {(control) => <CoversSelect {...control} value={covers} change={setCovers} />}
      </FormField>
    </FormDialog>
  )
}
