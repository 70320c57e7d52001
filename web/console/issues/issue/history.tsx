import type { IssueDetail } from '../../../../schema/api/issues.ts'
import { issueWordsTexts } from '../../../i18n/issue-words.ts'
import { issuesTexts } from '../../../i18n/issues.ts'
import { useTexts } from '../../../lib/language.tsx'
import { PhotoGallery } from '../../../ui/photos/photo-gallery.tsx'
import { EventLine } from './event-line.tsx'

/** Everything that happened to an issue, the latest first. */
export function History({ issue: { id, events, joined } }: { issue: IssueDetail }) {
  const t = useTexts(issuesTexts)
  const words = useTexts(issueWordsTexts)
  const numberOf = (issue: string) => joined.find((one) => one.id === issue)?.no
  return (
    <section aria-labelledby="history">
      <h2 id="history">{t('history')}</h2>
      <ol className="issue-history">
        {[...events].reverse().map((event) => (
          <li key={event.id}>
            <EventLine event={event} />
            {event.issue !== id && (
              <span className="soft"> {words('number', { no: numberOf(event.issue) ?? '' })}</span>
            )}
            {event.note !== null && <p className="issue-note">{event.note}</p>}
            {event.photos.length > 0 && <PhotoGallery photos={event.photos} />}
          </li>
        ))}
      </ol>
    </section>
  )
}
