import type { ComplaintDetail } from '../../../../schema/api/complaints.ts'
import { complaintsTexts } from '../../../i18n/complaints.ts'
import { useDates } from '../../../lib/dates.ts'
import { useTexts } from '../../../lib/language.tsx'

/** What the office has said to the writer. */
export function Answers({ complaint: { answers } }: { complaint: ComplaintDetail }) {
  const t = useTexts(complaintsTexts)
  const dates = useDates()
  return (
    <>
      <h2>{t('answers')}</h2>
      {answers.length === 0 && <p className="soft">{t('noAnswers')}</p>}
      {answers.map(({ id, at, text }) => (
        <article key={id}>
          <time className="soft" dateTime={at}>
            {dates.momentShort(at)}
          </time>
          <p className="written">{text}</p>
        </article>
      ))}
    </>
  )
}
