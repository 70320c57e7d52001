import { Select } from 'antd'
import { outreachTexts } from '../../i18n/outreach.ts'
import { useAreas } from '../../lib/county-areas.ts'
import { useTexts } from '../../lib/language.tsx'
import { useCounty } from '../../lib/session.ts'
import type { useFilter } from '../../lib/use-filter.ts'
import { DayInput } from '../../ui/day-input.tsx'
import { FormField } from '../../ui/form-field.tsx'

type Props = { filter: ReturnType<typeof useFilter>; from: string; to: string }

/** From which day to which, and in which township; a township's own members have no choice of township. */
export function DaysFilter({ filter, from, to }: Props) {
  const t = useTexts(outreachTexts)
  const { may } = useCounty()
  const townships = useAreas().data?.townships ?? []
  return (
    <>
      <FormField label={t('from')}>
        {(control) => <DayInput {...control} value={from} change={(day) => filter.set('from', day)} />}
      </FormField>
      <FormField label={t('to')}>
        {(control) => <DayInput {...control} value={to} change={(day) => filter.set('to', day)} />}
      </FormField>
      {may('outreach.read', {}) && (
        <FormField label={t('township')}>
          {(control) => (
            <Select
              {...control}
              className="choice"
              popupMatchSelectWidth={false}
              value={filter.get('township')}
              onChange={(township) => filter.set('township', township)}
              options={[
                { value: '', label: t('allTownships') },
                ...townships.map(({ id, name }) => ({ value: id, label: name })),
              ]}
            />
          )}
        </FormField>
      )}
    </>
  )
}
