import { Link } from 'react-router'
import type { IssueDetail } from '../../../../schema/api/issues.ts'
import { issueWordsTexts } from '../../../i18n/issue-words.ts'
import { issuesTexts } from '../../../i18n/issues.ts'
import { useAreas } from '../../../lib/county-areas.ts'
import { useDates } from '../../../lib/dates.ts'
import { useCategoryName } from '../../../lib/issue-categories.ts'
import { useTexts } from '../../../lib/language.tsx'
import { useLeadName } from '../../../lib/lead-options.ts'
import { useCounty } from '../../../lib/session.ts'

/** What, where, whose, until when, and what it came from. */
export function Facts({ issue }: { issue: IssueDetail }) {
  const t = useTexts(issuesTexts)
  const words = useTexts(issueWordsTexts)
  const dates = useDates()
  const areas = useAreas().data
  const category = useCategoryName()
  const leadName = useLeadName()
  const { location, place, lead, assisting, measure, dueAt, rectifiedAt, closedAt, fixed } = issue
  return (
    <section aria-labelledby="facts">
      <h2 id="facts">{t('facts')}</h2>
      <dl className="issue-facts">
        <dt>{t('category')}</dt>
        <dd>
          {category(issue.category)} · {words(`severity_${issue.severity}`)}
        </dd>
        <dt>{t('where')}</dt>
        <dd>
          {areas?.fullName(issue.area) ?? issue.areaName}
          {location !== null && ` · ${location}`}
          {place && (
            <div className="soft">
              {t('coordinates', { lat: place.lat.toFixed(5), lng: place.lng.toFixed(5) })}
            </div>
          )}
        </dd>
        <dt>{t('lead')}</dt>
        <dd>
          {lead === null ? words('noLead') : (leadName(lead) ?? issue.leadName)}
          {assisting.length > 0 && (
            <div className="soft">
              {t('assistedBy', { names: assisting.map((id) => leadName(id) ?? id).join(t('comma')) })}
            </div>
          )}
        </dd>
        <dt>{t('dueAt')}</dt>
        <dd>{dueAt === null ? words('noDueTime') : dates.moment(dueAt)}</dd>
        {measure !== null && (
          <>
            <dt>{t('measure')}</dt>
            <dd className="issue-note">{measure}</dd>
          </>
        )}
        <dt>{t('source')}</dt>
        <dd>
          <Origin issue={issue} /> · {dates.moment(issue.foundAt)}
        </dd>
        {rectifiedAt !== null && (
          <>
            <dt>{t('rectifiedAt')}</dt>
            <dd>
              {dates.moment(rectifiedAt)}
              {issue.onTime !== null && ` · ${t(issue.onTime ? 'onTime' : 'late')}`}
            </dd>
          </>
        )}
        {closedAt !== null && (
          <>
            <dt>{t('closedAt')}</dt>
            <dd>
              {dates.moment(closedAt)}
              {fixed !== null && ` · ${t(fixed ? 'seenFixed' : 'notSeenFixed')}`}
            </dd>
          </>
        )}
        <Duplicate of={issue.duplicateOf} />
        <Joined joined={issue.joined} />
      </dl>
    </section>
  )
}

function Origin({ issue: { source, sourceRef } }: { issue: IssueDetail }) {
  const words = useTexts(issueWordsTexts)
  const { county, may } = useCounty()
  const said = words(`source_${source}`)
  if (source !== 'inspection' || sourceRef === null || !may('inspection.read')) return said
  return <Link to={`/${county}/inspections/${sourceRef}`}>{said}</Link>
}

function Duplicate({ of }: { of: string | null }) {
  const t = useTexts(issuesTexts)
  const { county } = useCounty()
  if (of === null) return null
  return (
    <>
      <dt>{t('duplicateOf')}</dt>
      <dd>
        <Link to={`/${county}/issues/${of}`}>{t('toThatIssue')}</Link>
      </dd>
    </>
  )
}

function Joined({ joined }: Pick<IssueDetail, 'joined'>) {
  const t = useTexts(issuesTexts)
  const words = useTexts(issueWordsTexts)
  const { county } = useCounty()
  if (joined.length === 0) return null
  return (
    <>
      <dt>{t('joinedHere')}</dt>
      <dd>
        {joined.map(({ id, no }) => (
          <Link key={id} className="joined" to={`/${county}/issues/${id}`}>
            {words('number', { no })}
          </Link>
        ))}
      </dd>
    </>
  )
}
