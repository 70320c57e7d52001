import { Button, Spin } from 'antd'
import { useState } from 'react'
import type { Issue, StepKind } from '../../../../schema/api/issues.ts'
import { issuesTexts } from '../../../i18n/issues.ts'
import { useCategoryName } from '../../../lib/issue-categories.ts'
import { useTexts } from '../../../lib/language.tsx'
import { useCounty } from '../../../lib/session.ts'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { ErrorState } from '../../../ui/error-state.tsx'
import { IssueCard } from '../../../ui/issues/issue-card.tsx'
import { useIssues } from '../queries.ts'
import { StepDialog } from '../step/step-dialog.tsx'
import { byDue } from './by-due.ts'

/** States in which something is still to be done on the ground. */
const owed: readonly Issue['state'][] = ['found', 'assigned', 'rectifying', 'returned', 'deferred']

/** What is to be put right, the most pressing first: "done" is one tap, sending it the second. */
export function RectifyList() {
  const t = useTexts(issuesTexts)
  const { member } = useCounty()
  const category = useCategoryName()
  const [step, setStep] = useState<{ issue: string; kind: StepKind }>()
  const ofUnit = member.scope.kind === 'unit' && member.scope.id !== null ? { lead: member.scope.id } : {}
  const { data, error, refetch } = useIssues({ settled: 'false', ...ofUnit }, 500)
  if (error && !data) return <ErrorState error={error} retry={() => refetch()} />
  if (!data) return <Spin />
  const shown = data.items.filter(({ state }) => owed.includes(state)).sort(byDue)
  if (shown.length === 0) return <EmptyState title={t('nothingOwed')} hint={t('nothingOwedHint')} />
  return (
    <>
      <p className="soft" role="status">
        {t('owed', { n: shown.length })}
      </p>
      <ul className="issue-list">
        {shown.map((issue) => (
          <li key={issue.id}>
            <IssueCard
              issue={issue}
              category={category(issue.category)}
              actions={
                <>
                  <Button
                    type="primary"
                    size="large"
                    onClick={() => setStep({ issue: issue.id, kind: 'rectified' })}
                  >
                    {t('rectify')}
                  </Button>
                  <Button size="large" onClick={() => setStep({ issue: issue.id, kind: 'deferral_asked' })}>
                    {t('askDeferral')}
                  </Button>
                </>
              }
            />
          </li>
        ))}
      </ul>
      {step && <StepDialog issue={step.issue} kind={step.kind} close={() => setStep(undefined)} />}
    </>
  )
}
