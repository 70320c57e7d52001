import { Input } from 'antd'
import { useState } from 'react'
import type { Area, NewArea } from '../../../schema/api/areas.ts'
import { areasTexts } from '../../i18n/areas.ts'
import { answer, api } from '../../lib/api.ts'
import { areasKey, useAreas } from '../../lib/county-areas.ts'
import { useTexts } from '../../lib/language.tsx'
import { ApiProblem } from '../../lib/problem.ts'
import { useCounty } from '../../lib/session.ts'
import { useChange } from '../../lib/use-change.ts'
import { FormDialog } from '../../ui/form-dialog.tsx'
import { FormField } from '../../ui/form-field.tsx'
import { NameSelect } from '../../ui/name-select.tsx'
import { useUndoable } from '../../ui/undoable.ts'

export type AddedLevel = NewArea['level']
type Props = { level: AddedLevel; under?: Area | undefined; close: () => void }

/** Adds an area that the national codes lack: a township, a village under one, a group or grid beneath `under`. */
export function AddArea({ level, under, close }: Props) {
  const t = useTexts(areasTexts)
  const { county } = useCounty()
  const areas = useAreas().data
  const said = useUndoable()
  const [name, setName] = useState('')
  const [code, setCode] = useState('')
  const [township, setTownship] = useState(under?.level === 'township' ? under.id : undefined)
  const add = useChange({
    send: (json: NewArea, options) =>
      answer(api.counties[':county'].areas.$post({ param: { county }, json }, options)),
    renews: [areasKey(county), [county, 'setup']],
    done: (area) => {
      said(t('didAdd', { name: area.name }))
      close()
    },
  })
  const national = level === 'township' || level === 'village'
  const parent = level === 'township' ? areas?.county?.id : level === 'village' ? township : under?.id
  const at = (path: string) => (add.error instanceof ApiProblem ? add.error.at(path) : undefined)
  const placed = at('name') !== undefined || at('code') !== undefined
  return (
    <FormDialog
      title={
        under && !national
          ? `${t(`add_${level}`)} · ${under.name}`
          : t(level === 'township' ? 'addTownship' : 'addVillage')
      }
      submitLabel={t('add')}
      busy={add.isPending}
      disabled={name.trim() === '' || parent === undefined}
      error={placed ? undefined : add.error}
      submit={() =>
        parent !== undefined &&
        add.mutate({ level, parent, name: name.trim(), ...(code.trim() === '' ? {} : { code: code.trim() }) })
      }
      close={close}
    >
      {level === 'village' && (
        <FormField label={t('township')}>
          {(control) => (
            <NameSelect
              {...control}
              value={township ?? null}
              onChange={(value: string | null) => setTownship(value ?? undefined)}
              options={(areas?.townships ?? [])
                .filter(({ active }) => active)
                .map((area) => ({ value: area.id, label: area.name }))}
            />
          )}
        </FormField>
      )}
      <FormField label={t('newName')} hint={national ? t('newNameHint') : undefined} error={at('name')}>
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
