import type { Issue } from '../../../../schema/api/issues.ts'
import { issuesTexts } from '../../../i18n/issues.ts'
import { useCategoryName } from '../../../lib/issue-categories.ts'
import { useTexts } from '../../../lib/language.tsx'
import { IssueCard } from '../../../ui/issues/issue-card.tsx'

/** The ledger on a phone. */
export function LedgerCards({ issues }: { issues: readonly Issue[] }) {
  const t = useTexts(issuesTexts)
  const category = useCategoryName()
  return (
    <ul className="issue-list" aria-label={t('title')}>
      {issues.map((issue) => (
        <li key={issue.id}>
          <IssueCard issue={issue} category={category(issue.category)} />
        </li>
      ))}
    </ul>
  )
}
