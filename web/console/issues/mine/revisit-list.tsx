import { useQuery } from '@tanstack/react-query'
import { Button, Spin } from 'antd'
import { useState } from 'react'
import type { Visit } from '../../../../schema/api/visits.ts'
import { issuesTexts } from '../../../i18n/issues.ts'
import { answer, api } from '../../../lib/api.ts'
import { useDates } from '../../../lib/dates.ts'
import { useCategoryName } from '../../../lib/issue-categories.ts'
import { useTexts } from '../../../lib/language.tsx'
import { live } from '../../../lib/query.ts'
import { useCounty } from '../../../lib/session.ts'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { ErrorState } from '../../../ui/error-state.tsx'
import { IssueCard } from '../../../ui/issues/issue-card.tsx'
import { BeforeAfter } from '../../../ui/photos/before-after.tsx'
import { useIssue } from '../queries.ts'
import { StepDialog } from '../step/step-dialog.tsx'

/** Closed issues to be looked at again without notice: still good, or back. */
export function RevisitList() {
  const t = useTexts(issuesTexts)
  const { county } = useCounty()
  const { data, error, refetch } = useQuery({
    queryKey: [county, 'visits', 'planned'],
    queryFn: () =>
      answer(
        api.counties[':county'].visits.$get({
          param: { county },
          query: { state: 'planned', limit: '200' },
        }),
      ),
    ...live(60),
  })
  if (error && !data) return <ErrorState error={error} retry={() => refetch()} />
  if (!data) return <Spin />
  const visits = data.items.filter(({ issue }) => issue !== null)
  if (visits.length === 0) return <EmptyState title={t('noRevisits')} hint={t('noRevisitsHint')} />
  return (
    <>
      <p className="soft">{t('revisitHint')}</p>
      <ul className="issue-list">
        {visits.map((visit) => (
          <li key={visit.id}>
            <ToRevisit issue={visit.issue ?? ''} visit={visit} />
          </li>
        ))}
      </ul>
    </>
  )
}

function ToRevisit({ issue: id, visit }: { issue: string; visit: Visit }) {
  const t = useTexts(issuesTexts)
  const dates = useDates()
  const category = useCategoryName()
  const [good, setGood] = useState<boolean>()
  const { data, error } = useIssue(id)
  if (error && !data) return <ErrorState error={error} />
  if (!data) return <Spin />
  return (
    <IssueCard
      issue={data}
      category={category(data.category)}
      actions={
        data.steps.includes('revisited') && (
          <>
            <Button type="primary" size="large" onClick={() => setGood(true)}>
              {t('good_yes')}
            </Button>
            <Button size="large" danger onClick={() => setGood(false)}>
              {t('good_no')}
            </Button>
          </>
        )
      }
    >
      <p className="soft">{t('revisitBy', { day: dates.day(visit.dueOn) })}</p>
      {data.photos.length > 0 && <BeforeAfter photos={data.photos} />}
      {good !== undefined && (
        <StepDialog issue={id} kind="revisited" start={{ good }} close={() => setGood(undefined)} />
      )}
    </IssueCard>
  )
}
