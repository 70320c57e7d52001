import { Button, Input, Select } from 'antd'
import { useState } from 'react'
import type { DayKind } from '../../../../schema/api/calendar.ts'
import { setupTexts } from '../../../i18n/setup.ts'
import { useDates } from '../../../lib/dates.ts'
import { useTexts } from '../../../lib/language.tsx'
import { DayInput } from '../../../ui/day-input.tsx'
import { ErrorState } from '../../../ui/error-state.tsx'
import { FormField } from '../../../ui/form-field.tsx'
import { useUndoable } from '../../../ui/undoable.ts'
import { useChangeCalendar } from './use-change-calendar.ts'

/** One more day: a holiday of the county's own, or work on a day off. */
export function DayForm({ year }: { year: number }) {
  const t = useTexts(setupTexts)
  const dates = useDates()
  const said = useUndoable()
  const { set } = useChangeCalendar()
  const [day, setDay] = useState('')
  const [kind, setKind] = useState<DayKind>('holiday')
  const [name, setName] = useState('')
  const complete = day !== '' && name.trim() !== ''
  const submit = () =>
    set.mutate(
      { day, kind, name: name.trim() },
      {
        onSuccess: () => {
          said(t('didSet', { day: dates.day(day) }))
          setDay('')
          setName('')
        },
      },
    )
  return (
    <form
      className="inline-form"
      aria-label={t('addDay')}
      onSubmit={(event) => {
        event.preventDefault()
        if (complete && !set.isPending) submit()
      }}
    >
      <FormField label={t('day')}>
        {(control) => <DayInput key={year} {...control} value={day} change={setDay} />}
      </FormField>
      <FormField label={t('dayKind')}>
        {(control) => (
          <Select<DayKind>
            {...control}
            style={{ width: 150 }}
            value={kind}
            onChange={setKind}
            options={(['holiday', 'workday'] as const).map((value) => ({ value, label: t(value) }))}
          />
        )}
      </FormField>
      <FormField label={t('dayName')}>
        {(control) => (
          <Input
            {...control}
            maxLength={100}
            value={name}
            onChange={(event) => setName(event.target.value)}
          />
        )}
      </FormField>
      <Button htmlType="submit" disabled={!complete} loading={set.isPending}>
        {t('addDay')}
      </Button>
      {set.error && <ErrorState error={set.error} />}
    </form>
  )
}
