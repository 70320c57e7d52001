import { Alert } from 'antd'
import type { IssueEvent } from '../../../../schema/api/issues.ts'
import { issuesTexts } from '../../../i18n/issues.ts'
import { useTexts } from '../../../lib/language.tsx'
import { EventLine } from '../issue/event-line.tsx'

type Props = {
  /** What others did meanwhile. */
  events: readonly IssueEvent[]
  /** What the server said. */
  detail: string
  possible: boolean
}

/** Somebody was faster: what they did, and that nothing typed is lost. */
export function Overtaken({ events, detail, possible }: Props) {
  const t = useTexts(issuesTexts)
  return (
    <Alert
      className="issue-overtaken"
      type="warning"
      role="alert"
      title={t('overtaken')}
      description={
        <>
          {events.length === 0 ? (
            <p>{detail}</p>
          ) : (
            <ul>
              {events.map((event) => (
                <li key={event.id}>
                  <EventLine event={event} />
                  {event.note !== null && <p className="issue-note">{event.note}</p>}
                </li>
              ))}
            </ul>
          )}
          <p>{t(possible ? 'overtakenGoOn' : 'overtakenStop')}</p>
        </>
      }
    />
  )
}
