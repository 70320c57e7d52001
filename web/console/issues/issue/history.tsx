import type { IssueDetail } from '../../../../schema/api/issues.ts'
import { issuesTexts } from '../../../i18n/issues.ts'
import { useTexts } from '../../../lib/language.tsx'
import { PhotoGallery } from '../../../ui/photos/photo-gallery.tsx'
import { EventLine } from './event-line.tsx'

/** Everything that happened to an issue, the latest first. */
export function History({ issue: { events } }: { issue: IssueDetail }) {
  const t = useTexts(issuesTexts)
  return (
    <section aria-labelledby="history">
      <h2 id="history">{t('history')}</h2>
      <ol className="issue-history">
        {[...events].reverse().map((event) => (
          <li key={event.id}>
            <EventLine event={event} />
            {event.note !== null && <p className="issue-note">{event.note}</p>}
            {event.photos.length > 0 && <PhotoGallery photos={event.photos} />}
          </li>
        ))}
      </ol>
    </section>
  )
}
