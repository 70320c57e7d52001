import type { Issue } from '../../../schema/api/issues.ts'
import { issueWordsTexts } from '../../i18n/issue-words.ts'
import { useDates } from '../../lib/dates.ts'
import { useTexts } from '../../lib/language.tsx'
import { useNow } from '../../lib/use-now.ts'

type Timed = Pick<Issue, 'settled' | 'state' | 'dueAt' | 'closedAt' | 'onTime'>

const minute = 60_000

/** How long is left of an issue, by how much it is overdue, or how it ended. */
export function TimeLeft({ issue }: { issue: Timed }) {
  const t = useTexts(issueWordsTexts)
  const dates = useDates()
  const now = useNow(60)
  const { settled, state, dueAt, closedAt, onTime } = issue
  if (settled) {
    return (
      <span className="time-left soft">
        {state === 'closed' && closedAt !== null
          ? t('closedOn', { day: dates.dayShort(closedAt) })
          : t('settledWithout')}
        {onTime === false && <span className="wrong"> · {t('lateWhenDone')}</span>}
      </span>
    )
  }
  if (state === 'rectified') return <span className="time-left soft">{t('waitsForVerification')}</span>
  if (dueAt === null) return <span className="time-left soft">{t('noDueTime')}</span>
  const late = Math.floor((now - Date.parse(dueAt)) / minute)
  if (late < 0) {
    return (
      <span className="time-left" title={dates.moment(dueAt)}>
        {dates.left(dueAt, now)}
      </span>
    )
  }
  const [d, h, m] = [Math.floor(late / 1440), Math.floor((late % 1440) / 60), late % 60]
  return (
    <strong className="time-left wrong" title={dates.moment(dueAt)}>
      {d > 0 ? t('lateDays', { d, h }) : t('lateHours', { h, m })}
    </strong>
  )
}
