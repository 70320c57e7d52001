import type { IssueEvent } from '../../../../schema/api/issues.ts'
import { fieldIssuesTexts } from '../../../i18n/field-issues.ts'
import { issueWordsTexts } from '../../../i18n/issue-words.ts'
import { useDates } from '../../../lib/dates.ts'
import { useTexts } from '../../../lib/language.tsx'
import { villageName } from '../../../ui/ranking-words.ts'

/** What happened to an issue, the latest first. */
export function IssueHistory({ events }: { events: readonly IssueEvent[] }) {
  const t = useTexts(fieldIssuesTexts)
  const words = useTexts(issueWordsTexts)
  const dates = useDates()
  return (
    <section>
      <h2>{t('history')}</h2>
      <ol className="history">
        {[...events].reverse().map(({ id, kind, at, byName, note }) => (
          <li key={id}>
            <strong>{words(`event_${kind}`)}</strong>{' '}
            <span className="soft">
              {[dates.momentShort(at), byName === null ? undefined : villageName(byName)]
                .filter(Boolean)
                .join(' · ')}
            </span>
            {note !== null && <p>{note}</p>}
          </li>
        ))}
      </ol>
    </section>
  )
}
