import { Button, Input, Progress, Select } from 'antd'
import { useState } from 'react'
import type { GroupPurpose, UnitKind } from '../../../schema/api/areas.ts'
import { unitsTexts } from '../../i18n/units.ts'
import { useAreas } from '../../lib/county-areas.ts'
import { draftUnits } from '../../lib/drafted-units.ts'
import { useTexts } from '../../lib/language.tsx'
import { useAddUnits } from '../../lib/use-add-units.ts'
import { FormDialog } from '../../ui/form-dialog.tsx'
import { FormField } from '../../ui/form-field.tsx'
import { useUndoable } from '../../ui/undoable.ts'
import { CoversSelect } from './covers-select.tsx'
import { PurposeSelect } from './purpose-select.tsx'

const kinds: readonly UnitKind[] = ['group', 'department', 'office']

/** Adds several units at once from a pasted list, or one liaison group a township. */
export function AddUnits({ close }: { close: () => void }) {
  const t = useTexts(unitsTexts)
  const townships = useAreas().data?.townships ?? []
  const said = useUndoable()
  const [kind, setKind] = useState<UnitKind>('group')
  const [purpose, setPurpose] = useState<GroupPurpose | null>('liaison')
  const [pasted, setPasted] = useState('')
  const [chosen, setChosen] = useState<ReadonlyMap<string, string[]>>(new Map())
  const { addAll, done, busy, error } = useAddUnits()
  const drafted = draftUnits(pasted, kind === 'group' ? townships : []).map((unit) => ({
    ...unit,
    covers: chosen.get(unit.name) ?? unit.covers,
  }))
  const submit = async () => {
    const left = await addAll(
      drafted.map((unit) => ({
        ...unit,
        kind,
        // A group attached to no township in particular is no liaison group, whatever the rest of the list is.
        ...(kind === 'group' && purpose !== null && !(purpose === 'liaison' && unit.covers.length === 0)
          ? { purpose }
          : {}),
      })),
    )
    // What could not be added stays in the form, so that nothing is typed twice and nothing added twice.
    setPasted(left.map(({ name }) => name).join('\n'))
    if (left.length > 0) return
    said(t('didAdd', { n: drafted.length }))
    close()
  }
  const perTownship = () =>
    setPasted(
      townships
        .filter(({ active }) => active)
        .map(({ name }) => t('liaisonOf', { township: name }))
        .join('\n'),
    )
  return (
    <FormDialog
      wide
      title={t('addTitle')}
      submitLabel={t('create', { n: drafted.length })}
      busy={busy}
      disabled={drafted.length === 0}
      error={error}
      submit={submit}
      close={close}
    >
      <FormField label={t('kind')}>
        {(control) => (
          <Select<UnitKind>
            {...control}
            value={kind}
            onChange={setKind}
            options={kinds.map((value) => ({ value, label: t(value) }))}
          />
        )}
      </FormField>
      {kind === 'group' && (
        <FormField label={t('purpose')}>
          {(control) => <PurposeSelect {...control} value={purpose} change={setPurpose} />}
        </FormField>
      )}
      <FormField label={t('names')}>
        {(control) => (
          <Input.TextArea
            {...control}
            autoFocus
            autoSize={{ minRows: 4, maxRows: 10 }}
            value={pasted}
            onChange={(event) => setPasted(event.target.value)}
          />
        )}
      </FormField>
      {kind === 'group' && (
        <p>
          <Button onClick={perTownship}>{t('perTownship')}</Button>
        </p>
      )}
      {kind === 'group' && drafted.length > 0 && (
        <>
          <p className="soft">{t('guessHint')}</p>
          <ul className="drafted" aria-label={t('preview')}>
            {drafted.map(({ name, covers }) => (
              <li key={name}>
                <span>{name}</span>
                <CoversSelect
                  aria-label={`${name} ${t('covers')}`}
                  value={covers}
                  change={(value) => setChosen(new Map(chosen).set(name, value))}
                />
              </li>
            ))}
          </ul>
        </>
      )}
      {busy && (
        <div role="status">
          {t('creating', { done, total: drafted.length })}
          <Progress percent={Math.round((100 * done) / drafted.length)} showInfo={false} aria-hidden="true" />
        </div>
      )}
    </FormDialog>
  )
}
