import { Radio } from 'antd'
import { useState } from 'react'
import { catalogueTexts } from '../../../i18n/issue-catalogue.ts'
import { uiTexts } from '../../../i18n/ui.ts'
import { useAreas, useUnits } from '../../../lib/county-areas.ts'
import { useCategories } from '../../../lib/issue-categories.ts'
import { useTexts } from '../../../lib/language.tsx'
import { FormDialog } from '../../../ui/form-dialog.tsx'
import { FormField } from '../../../ui/form-field.tsx'
import { NameSelect } from '../../../ui/name-select.tsx'
import { useAddRule } from './use-rules.ts'

const kinds = ['village', 'township', 'unit'] as const
type Kind = (typeof kinds)[number]

/** One more rule of who leads what. */
export function AddRule({ close }: { close: () => void }) {
  const t = useTexts(catalogueTexts)
  const ui = useTexts(uiTexts)
  const areas = useAreas().data
  const units = (useUnits().data ?? []).filter(({ active }) => active)
  const categories = (useCategories().data ?? []).filter(({ active }) => active)
  const [category, setCategory] = useState<string | null>(null)
  const [area, setArea] = useState<string | null>(null)
  const [kind, setKind] = useState<Kind>('village')
  const [lead, setLead] = useState<string | null>(null)
  const [assisting, setAssisting] = useState<string[]>([])
  const add = useAddRule(close)
  const unitOptions = units.map(({ id, name }) => ({ value: id, label: name }))
  const places = [...(areas?.townships ?? []), ...(areas?.villages ?? [])].filter(({ active }) => active)
  const submit = () =>
    add.mutate({
      ...{ category, area, assisting },
      ...(kind === 'unit' ? { lead, level: null } : { lead: null, level: kind }),
    })
  return (
    <FormDialog
      title={t('addRule')}
      submitLabel={ui('save')}
      busy={add.isPending}
      disabled={kind === 'unit' && lead === null}
      error={add.error}
      submit={submit}
      close={close}
    >
      <FormField label={t('category')} hint={t('emptyIsAny')}>
        {(control) => (
          <NameSelect
            {...control}
            allowClear
            placeholder={t('anyCategory')}
            value={category}
            onChange={(next: string | null | undefined) => setCategory(next ?? null)}
            options={categories.map(({ id, name }) => ({ value: id, label: name }))}
          />
        )}
      </FormField>
      <FormField label={t('area')} hint={t('emptyIsAny')}>
        {(control) => (
          <NameSelect
            {...control}
            allowClear
            placeholder={t('anyArea')}
            value={area}
            onChange={(next: string | null | undefined) => setArea(next ?? null)}
            options={places.map(({ id }) => ({ value: id, label: areas?.fullName(id) ?? id }))}
          />
        )}
      </FormField>
      <div className="form-field">
        <Radio.Group
          aria-label={t('lead')}
          value={kind}
          onChange={({ target }) => setKind(kinds.find((one) => one === target.value) ?? 'village')}
          options={kinds.map((value) => ({ value, label: t(`level_${value}`) }))}
        />
      </div>
      {kind === 'unit' && (
        <FormField label={t('leadUnit')}>
          {(control) => <NameSelect {...control} value={lead} onChange={setLead} options={unitOptions} />}
        </FormField>
      )}
      <FormField label={t('assisting')}>
        {(control) => (
          <NameSelect<string[]>
            {...control}
            mode="multiple"
            value={assisting}
            onChange={setAssisting}
            options={unitOptions.filter(({ value }) => value !== lead)}
          />
        )}
      </FormField>
    </FormDialog>
  )
}
