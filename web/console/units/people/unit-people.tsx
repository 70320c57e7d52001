import { Input } from 'antd'
import { useState } from 'react'
import type { Unit } from '../../../../schema/api/areas.ts'
import { uiTexts } from '../../../i18n/ui.ts'
import { unitsTexts } from '../../../i18n/units.ts'
import { useTexts } from '../../../lib/language.tsx'
import { FormDialog } from '../../../ui/form-dialog.tsx'
import { FormField } from '../../../ui/form-field.tsx'
import { useUndoable } from '../../../ui/undoable.ts'
import { readPeople } from './read-people.ts'
import { type Person, useSetPeople } from './use-people.ts'

/** Who sits in a group: a line each, typed or pasted, shown as it is understood. */
export function UnitPeople({
  unit,
  people,
  close,
}: {
  unit: Unit
  people: readonly Person[]
  close: () => void
}) {
  const t = useTexts(unitsTexts)
  const ui = useTexts(uiTexts)
  const said = useUndoable()
  const [text, setText] = useState(() =>
    people.map(({ name, duty, title }) => [name, t(`duty_${duty}`), title].join('\t').trim()).join('\n'),
  )
  const read = readPeople(text)
  const change = useSetPeople(unit.id, () => {
    said(t('didPeople', { name: unit.name, n: read.length }))
    close()
  })
  return (
    <FormDialog
      wide
      title={t('peopleOf', { name: unit.name })}
      submitLabel={ui('save')}
      busy={change.isPending}
      error={change.error}
      submit={() => change.mutate(read)}
      close={close}
    >
      <FormField label={t('people')} hint={t('peopleHint')}>
        {(control) => (
          <Input.TextArea
            {...control}
            autoFocus
            autoSize={{ minRows: 4, maxRows: 14 }}
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
        )}
      </FormField>
      {read.length > 0 && (
        <ol className="people" aria-label={t('peopleOf', { name: unit.name })}>
          {read.map(({ name, duty, title }, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the line's number is what a person is known by here
            <li key={at}>
              {t(`duty_${duty}`)} {name} <span className="soft">{title}</span>
            </li>
          ))}
        </ol>
      )}
    </FormDialog>
  )
}
