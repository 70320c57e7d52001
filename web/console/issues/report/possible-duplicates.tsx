import { Alert, Button } from 'antd'
import { Link } from 'react-router'
import type { PossibleDuplicate } from '../../../../schema/api/issues.ts'
import { issueWordsTexts } from '../../../i18n/issue-words.ts'
import { issuesTexts } from '../../../i18n/issues.ts'
import { useDates } from '../../../lib/dates.ts'
import { useTexts } from '../../../lib/language.tsx'
import { useCounty } from '../../../lib/session.ts'
import { IssueState } from '../../../ui/issues/issue-state.tsx'

type Props = {
  duplicates: readonly PossibleDuplicate[]
  /** Adds what is written here to that issue instead of making another. */
  join: (issue: PossibleDuplicate) => void
  busy: boolean
}

/** Issues that may be the same, before this one is saved. */
export function PossibleDuplicates({ duplicates, join, busy }: Props) {
  const t = useTexts(issuesTexts)
  const words = useTexts(issueWordsTexts)
  const dates = useDates()
  const { county } = useCounty()
  if (duplicates.length === 0) return null
  return (
    <Alert
      className="possible-duplicates"
      type="info"
      role="status"
      title={t('maybeSame', { n: duplicates.length })}
      description={
        <ul>
          {duplicates.slice(0, 5).map((issue) => (
            <li key={issue.id}>
              <div>
                <Link to={`/${county}/issues/${issue.id}`} target="_blank">
                  {words('number', { no: issue.no })} {issue.text}
                </Link>
                <div className="soft">
                  <IssueState state={issue.state} /> {dates.dayShort(issue.foundAt)}
                  {issue.location !== null && ` · ${issue.location}`}
                  {issue.distance !== null && ` · ${t('metresAway', { n: Math.round(issue.distance) })}`}
                </div>
              </div>
              <Button loading={busy} aria-label={t('joinOne', { no: issue.no })} onClick={() => join(issue)}>
                {t('join')}
              </Button>
            </li>
          ))}
        </ul>
      }
    />
  )
}
