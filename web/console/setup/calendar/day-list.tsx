import { Button, Tag } from 'antd'
import type { CalendarDay } from '../../../../schema/api/calendar.ts'
import { setupTexts } from '../../../i18n/setup.ts'
import { useDates } from '../../../lib/dates.ts'
import { useTexts } from '../../../lib/language.tsx'
import { useCounty } from '../../../lib/session.ts'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { useFailureMessage } from '../../../ui/failure-message.ts'
import { useUndoable } from '../../../ui/undoable.ts'
import { useChangeCalendar } from './use-change-calendar.ts'

/** The days out of the ordinary; each can be turned around, and what the county set taken back. */
export function DayList({ days }: { days: readonly CalendarDay[] }) {
  const t = useTexts(setupTexts)
  const dates = useDates()
  const { may } = useCounty()
  const { set, clear } = useChangeCalendar()
  const undoable = useUndoable()
  const failed = useFailureMessage()
  if (days.length === 0) return <EmptyState title={t('noDays')} hint={t('noDaysHint')} />
  const takeBack = ({ day, kind, name }: CalendarDay) =>
    clear.mutate(day, {
      onSuccess: () =>
        undoable(t('didClear', { day: dates.day(day) }), () => set.mutate({ day, kind, name })),
      onError: failed,
    })
  const turn = ({ day, kind }: CalendarDay) => {
    const other = kind === 'holiday' ? 'workday' : 'holiday'
    set.mutate(
      { day, kind: other, name: t(`own_${other}`) },
      {
        onSuccess: () => undoable(t('didSet', { day: dates.day(day) }), () => clear.mutate(day)),
        onError: failed,
      },
    )
  }
  return (
    <ul className="day-list" aria-label={t('days')}>
      {days.map((day) => (
        <li key={day.day}>
          <span>{dates.dayShort(day.day)}</span>
          <span className="day-name">{day.name}</span>
          <Tag>{t(day.kind)}</Tag>
          {may('calendar.write') &&
            (day.setBy === 'county' ? (
              <Button
                type="link"
                size="small"
                aria-label={`${dates.dayShort(day.day)} ${t('takeBack')}`}
                onClick={() => takeBack(day)}
              >
                {t('takeBack')}
              </Button>
            ) : (
              <Button
                type="link"
                size="small"
                aria-label={`${dates.dayShort(day.day)} ${t(`turn_${day.kind}`)}`}
                onClick={() => turn(day)}
              >
                {t(`turn_${day.kind}`)}
              </Button>
            ))}
        </li>
      ))}
    </ul>
  )
}
