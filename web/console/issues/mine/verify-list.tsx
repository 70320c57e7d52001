import { Button, Spin } from 'antd'
import { useState } from 'react'
import type { Issue, StepKind } from '../../../../schema/api/issues.ts'
import { issueWordsTexts } from '../../../i18n/issue-words.ts'
import { issuesTexts } from '../../../i18n/issues.ts'
import { useCategoryName } from '../../../lib/issue-categories.ts'
import { useTexts } from '../../../lib/language.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { ErrorState } from '../../../ui/error-state.tsx'
import { IssueCard } from '../../../ui/issues/issue-card.tsx'
import { BeforeAfter } from '../../../ui/photos/before-after.tsx'
import { Pager } from '../pager.tsx'
import { useIssue, useIssues } from '../queries.ts'
import { StepDialog } from '../step/step-dialog.tsx'

const most = 20

/** What was said to be done: before beside after, then accepted or returned. */
export function VerifyList() {
  const t = useTexts(issuesTexts)
  const [cursors, setCursors] = useState<readonly string[]>([])
  const { data, error, refetch } = useIssues({ state: 'rectified' }, most, cursors.at(-1))
  if (error && !data) return <ErrorState error={error} retry={() => refetch()} />
  if (!data) return <Spin />
  if (data.items.length === 0 && cursors.length === 0) {
    return <EmptyState title={t('nothingToVerify')} hint={t('nothingToVerifyHint')} />
  }
  return (
    <>
      <ul className="issue-list">
        {data.items.map((issue) => (
          <li key={issue.id}>
            <ToVerify issue={issue} />
          </li>
        ))}
      </ul>
      <Pager cursors={cursors} next={data.nextCursor} turn={setCursors} />
    </>
  )
}

function ToVerify({ issue }: { issue: Issue }) {
  const t = useTexts(issuesTexts)
  const words = useTexts(issueWordsTexts)
  const category = useCategoryName()
  const [kind, setKind] = useState<StepKind>()
  const detail = useIssue(issue.id).data
  const done = detail?.events.filter((event) => event.kind === 'rectified').at(-1)
  const may = (step: StepKind) => detail?.steps.includes(step) ?? false
  return (
    <IssueCard
      issue={issue}
      category={category(issue.category)}
      actions={
        may('closed') || may('returned') ? (
          <>
            <Button type="primary" size="large" onClick={() => setKind('closed')}>
              {words('event_closed')}
            </Button>
            <Button size="large" onClick={() => setKind('returned')}>
              {words('event_returned')}
            </Button>
          </>
        ) : (
          detail && <span className="soft">{t('notYoursToVerify')}</span>
        )
      }
    >
      {done && done.note !== null && (
        <p className="issue-note">
          <span className="soft">{done.byName}</span> {done.note}
        </p>
      )}
      {detail && detail.photos.length > 0 && <BeforeAfter photos={detail.photos} />}
      {kind && <StepDialog issue={issue.id} kind={kind} close={() => setKind(undefined)} />}
    </IssueCard>
  )
}
