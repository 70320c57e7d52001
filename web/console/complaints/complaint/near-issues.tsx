import { Button, Spin } from 'antd'
import { Link } from 'react-router'
import type { ComplaintDetail } from '../../../../schema/api/complaints.ts'
import { complaintsTexts } from '../../../i18n/complaints.ts'
import { answer, api } from '../../../lib/api.ts'
import { useTexts } from '../../../lib/language.tsx'
import { useCounty } from '../../../lib/session.ts'
import { useChange } from '../../../lib/use-change.ts'
import { ErrorState } from '../../../ui/error-state.tsx'
import { IssueState } from '../../../ui/issues/issue-state.tsx'
import { useUndoable } from '../../../ui/undoable.ts'
import { complaintsKey, useNear } from '../queries.ts'
import { useReception } from './use-reception.ts'

/** Open issues near in place, kind and time; one click takes the complaint up in one of them. */
export function NearIssues({ complaint }: { complaint: ComplaintDetail }) {
  const t = useTexts(complaintsTexts)
  const { county, may } = useCounty()
  const { id, category, area, place } = complaint
  const near = useNear({ category, area, ...(place ? { lat: place.lat, lng: place.lng } : {}) })
  const said = useUndoable()
  const restore = useReception(id)
  const join = useChange({
    send: (issue: string, options) =>
      answer(
        api.counties[':county'].complaints[':id'].joining.$put(
          { param: { county, id }, json: { issue } },
          options,
        ),
      ),
    renews: [complaintsKey(county)],
    done: ({ issueNo }) => said(t('didJoin', { no: issueNo ?? 0 }), () => restore.mutate('restore')),
  })
  return (
    <>
      <h2>{t('near')}</h2>
      {(category === null || area === null) && <p className="soft">{t('nearHint')}</p>}
      {near.isLoading && <Spin />}
      {near.data?.length === 0 && <p className="soft">{t('nearNone')}</p>}
      <ul className="complaint-near">
        {near.data?.map((issue) => (
          <li key={issue.id}>
            <div>
              <Link to={`/${county}/issues/${issue.id}`}>
                {t('issueNo', { no: issue.no })} {issue.text}
              </Link>
              <div className="soft">
                <IssueState state={issue.state} /> {issue.location}{' '}
                {issue.distance !== null && t('metres', { n: Math.round(issue.distance) })}
              </div>
            </div>
            {may('complaint.write') && (
              <Button
                aria-label={t('joinOne', { no: issue.no })}
                loading={join.isPending && join.variables === issue.id}
                onClick={() => join.mutate(issue.id)}
              >
                {t('join')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {join.error && <ErrorState error={join.error} />}
    </>
  )
}
