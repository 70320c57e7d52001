import type { InterviewRecord } from '../../../schema/api/consequences.ts'
import { interviewsTexts } from '../../i18n/interviews.ts'
import { useDates } from '../../lib/dates.ts'
import { useTexts } from '../../lib/language.tsx'

/** A record as it is read. */
export function RecordShown({ record }: { record: InterviewRecord }) {
  const t = useTexts(interviewsTexts)
  const dates = useDates()
  return (
    <section aria-labelledby="record">
      <h2 id="record">{t('recordTitle')}</h2>
      <dl className="facts">
        <dt>{t('heldAt')}</dt>
        <dd>{dates.moment(record.heldAt)}</dd>
        <dt>{t('attendees')}</dt>
        <dd>{record.attendees.join('、')}</dd>
        <dt>{t('summary')}</dt>
        <dd className="said">{record.summary}</dd>
      </dl>
    </section>
  )
}
