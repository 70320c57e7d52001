import { interviewsTexts } from '../../i18n/interviews.ts'
import { useDates } from '../../lib/dates.ts'
import { useTexts } from '../../lib/language.tsx'
import { useNow } from '../../lib/use-now.ts'

const day = 86_400_000

/** A due day and, while it is waited for, how long is left of it: until the day has ended. */
export function DueDay({ dueOn, waiting }: { dueOn: string; waiting: boolean }) {
  const t = useTexts(interviewsTexts)
  const dates = useDates()
  const now = useNow(60)
  const ends = Date.parse(`${dueOn}T00:00:00+08:00`) + day
  const late = Math.ceil((now - ends) / day)
  return (
    <span className="due">
      {t('dueOn', { day: dates.dayShort(dueOn) })}
      {waiting && (
        <strong className={late > 0 ? 'wrong' : 'left'}>
          {' '}
          {late > 0 ? t('late', { n: late }) : dates.left(ends, now)}
        </strong>
      )}
    </span>
  )
}
