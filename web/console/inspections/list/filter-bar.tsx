import { Input, Select } from 'antd'
import { inspectionsTexts } from '../../../i18n/inspections.ts'
import { useAreas, useUnits } from '../../../lib/county-areas.ts'
import { useTexts } from '../../../lib/language.tsx'
import { useSheets } from '../../../lib/scoring-sheets.ts'
import { useCounty } from '../../../lib/session.ts'
import type { useFilter } from '../../../lib/use-filter.ts'

export const filterNames = ['township', 'subject', 'unit', 'sheet', 'from', 'to'] as const

/** Narrows the records by township, group, sheet and days; all of it stands in the address. */
export function FilterBar({ get, set }: ReturnType<typeof useFilter>) {
  const t = useTexts(inspectionsTexts)
  const { member } = useCounty()
  const townships = useAreas().data?.townships ?? []
  const units = useUnits().data?.filter(({ kind }) => kind === 'group') ?? []
  const sheets = useSheets().data ?? []
  const wide = member.scope.kind === 'county' || member.scope.kind === 'unit'
  return (
    <div className="toolbar">
      {wide && (
        <>
          <Choice
            label={t('township')}
            none={t('everyTownship')}
            from={townships}
            value={get('township')}
            choose={(id) => set('township', id)}
          />
          <Choice
            label={t('unit')}
            none={t('everyUnit')}
            from={units}
            value={get('unit')}
            choose={(id) => set('unit', id)}
          />
        </>
      )}
      <Choice
        label={t('sheet')}
        none={t('everySheet')}
        from={sheets}
        value={get('sheet')}
        choose={(id) => set('sheet', id)}
      />
      {(['from', 'to'] as const).map((name) => (
        <span key={name} className="day-filter">
          <span aria-hidden="true">{t(name)}</span>
          <Input
            type="date"
            aria-label={t(name)}
            value={get(name)}
            onChange={({ target }) => set(name, target.value)}
          />
        </span>
      ))}
    </div>
  )
}

type ChoiceProps = {
  label: string
  none: string
  from: readonly { id: string; name: string }[]
  value: string
  choose: (id: string) => void
}

function Choice({ label, none, from, value, choose }: ChoiceProps) {
  return (
    <Select
      aria-label={label}
      className="choice"
      popupMatchSelectWidth={false}
      value={value}
      onChange={choose}
      options={[{ value: '', label: none }, ...from.map(({ id, name }) => ({ value: id, label: name }))]}
    />
  )
}
