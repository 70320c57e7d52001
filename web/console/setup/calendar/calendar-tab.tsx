import { Select } from 'antd'
import { useState } from 'react'
import { setupTexts } from '../../../i18n/setup.ts'
import { useCalendar } from '../../../lib/calendar.ts'
import { shanghaiDay, useDates } from '../../../lib/dates.ts'
import { useTexts } from '../../../lib/language.tsx'
import { useCounty } from '../../../lib/session.ts'
import { ClosingHint } from '../../../ui/closing-hint.tsx'
import { ErrorState } from '../../../ui/error-state.tsx'
import { FormField } from '../../../ui/form-field.tsx'
import { useRunningRounds } from '../queries.ts'
import { DayForm } from './day-form.tsx'
import { DayList } from './day-list.tsx'
import { HoursForm } from './hours-form.tsx'

/** Holidays, swapped working days and office hours: what every time limit of the county counts by. */
export default function CalendarTab() {
  const t = useTexts(setupTexts)
  const dates = useDates()
  const { may } = useCounty()
  const calendar = useCalendar()
  const rounds = useRunningRounds().data ?? []
  const [year, setYear] = useState(() => Number(shanghaiDay(Date.now()).slice(0, 4)))
  if (calendar.error && !calendar.data)
    return <ErrorState error={calendar.error} retry={() => calendar.refetch()} />
  if (!calendar.data) return <div className="loading" />
  const { days, hours, national } = calendar.data
  const known = national.find((one) => one.year === year)
  const years = [...new Set([year - 1, year, year + 1, ...national.map((one) => one.year)])].sort()
  return (
    <>
      {rounds.map(({ round }) => (
        <ClosingHint key={round.id} round={round} />
      ))}
      <section className="setup-part" aria-labelledby="days">
        <h2 id="days">{t('days')}</h2>
        <p className="soft">
          {known
            ? t('nationalFrom', { title: known.title, day: dates.day(known.publishedOn) })
            : t('nationalUnknown', { year })}
        </p>
        <div className="toolbar">
          <FormField label={t('year')}>
            {(control) => (
              <Select<number>
                {...control}
                style={{ width: 110 }}
                value={year}
                onChange={setYear}
                options={years.map((value) => ({ value, label: String(value) }))}
              />
            )}
          </FormField>
        </div>
        <DayList days={days.filter(({ day }) => day.startsWith(`${year}-`))} />
        {may('calendar.write') && <DayForm year={year} />}
      </section>
      <section className="setup-part" aria-labelledby="hours">
        <h2 id="hours">{t('hours')}</h2>
        <p className="soft">{t('hoursHint')}</p>
        <HoursForm key={JSON.stringify(hours)} hours={hours} />
      </section>
    </>
  )
}
