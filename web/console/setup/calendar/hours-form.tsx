import { Button, Checkbox, Input } from 'antd'
import { useState } from 'react'
import type { WorkingHours } from '../../../../schema/api/calendar.ts'
import { setupTexts } from '../../../i18n/setup.ts'
import { useTexts } from '../../../lib/language.tsx'
import { useCounty } from '../../../lib/session.ts'
import { ErrorState } from '../../../ui/error-state.tsx'
import { FormField } from '../../../ui/form-field.tsx'
import { useUndoable } from '../../../ui/undoable.ts'
import { useChangeCalendar } from './use-change-calendar.ts'

const noon = { from: '12:00', to: '13:00' }

/** Office hours of a working day, with or without a pause at noon. */
export function HoursForm({ hours }: { hours: WorkingHours }) {
  const t = useTexts(setupTexts)
  const { may } = useCounty()
  const said = useUndoable()
  const change = useChangeCalendar().hours
  const [from, setFrom] = useState(hours.from)
  const [to, setTo] = useState(hours.to)
  const [pause, setPause] = useState(hours.pause)
  const fixed = !may('calendar.write')
  const clock = (label: string, value: string, set: (value: string) => void) => (
    <FormField label={label}>
      {(control) => (
        <Input
          {...control}
          type="time"
          style={{ width: 120 }}
          disabled={fixed}
          value={value}
          onChange={(event) => set(event.target.value)}
        />
      )}
    </FormField>
  )
  return (
    <form
      className="inline-form"
      aria-label={t('hours')}
      onSubmit={(event) => {
        event.preventDefault()
        if (!change.isPending) change.mutate({ from, to, pause }, { onSuccess: () => said(t('didHours')) })
      }}
    >
      {clock(t('hoursFrom'), from, setFrom)}
      {clock(t('hoursTo'), to, setTo)}
      <Checkbox
        disabled={fixed}
        checked={pause !== null}
        onChange={(event) => setPause(event.target.checked ? noon : null)}
      >
        {t('pause')}
      </Checkbox>
      {pause && clock(t('pauseFrom'), pause.from, (value) => setPause({ ...pause, from: value }))}
      {pause && clock(t('pauseTo'), pause.to, (value) => setPause({ ...pause, to: value }))}
      {!fixed && (
        <Button htmlType="submit" loading={change.isPending}>
          {t('saveHours')}
        </Button>
      )}
      {change.error && <ErrorState error={change.error} />}
    </form>
  )
}
