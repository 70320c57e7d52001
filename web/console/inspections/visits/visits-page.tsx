import { Button, Segmented } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import { type Visit, VisitState } from '../../../../schema/api/visits.ts'
import { inspectionsTexts } from '../../../i18n/inspections.ts'
import { scoringTexts } from '../../../i18n/scoring.ts'
import { useAreas } from '../../../lib/county-areas.ts'
import { shanghaiDay, useDates } from '../../../lib/dates.ts'
import { useTexts } from '../../../lib/language.tsx'
import { useCounty } from '../../../lib/session.ts'
import { useFilter } from '../../../lib/use-filter.ts'
import { useNow } from '../../../lib/use-now.ts'
import { DataTable } from '../../../ui/data-table.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { LinkButton } from '../../../ui/link-button.tsx'
import { PageHeader } from '../../../ui/page-header.tsx'
import { villageName } from '../../../ui/ranking-words.ts'
import { useUnitName, useVisits } from '../queries.ts'
import { Tabs } from '../tabs.tsx'
import { CancelVisit } from './cancel-visit.tsx'

/** Where groups are still to go; an inspector sees its own group's. */
export default function VisitsPage() {
  const t = useTexts(inspectionsTexts)
  const words = useTexts(scoringTexts)
  const dates = useDates()
  const today = shanghaiDay(useNow(600))
  const { member, may } = useCounty()
  const { get, set } = useFilter()
  const state = VisitState.safeParse(get('state')).data ?? 'planned'
  const query = useVisits(state)
  const areas = useAreas().data
  const nameOf = useUnitName()
  const [cancelling, setCancelling] = useState<Visit>()
  const own = member.scope.kind === 'unit'
  return (
    <>
      <PageHeader title={t('visits')} hint={t(own ? 'visitsOwn' : 'visitsHint')} />
      <Tabs />
      <div className="toolbar">
        <Segmented<VisitState>
          aria-label={t('which')}
          value={state}
          onChange={(next) => set('state', next === 'planned' ? '' : next)}
          options={VisitState.options.map((value) => ({ value, label: t(value) }))}
        />
      </div>
      <DataTable<Visit>
        label={t('visits')}
        query={query}
        rowKey={({ id }) => id}
        empty={<EmptyState title={t('noVisitsTitle')} hint={t(own ? 'noVisitsOwn' : 'noVisitsHint')} />}
        columns={[
          {
            key: 'subject',
            title: t('subject'),
            render: (_, { subject, subjectName, township }) =>
              `${areas?.byId.get(township ?? '')?.name ?? ''} ${subject === township ? '' : villageName(subjectName)}`,
          },
          {
            key: 'dueOn',
            title: t('dueOn'),
            render: (_, { dueOn }) => (
              <>
                {dates.dayShort(dueOn)}
                {state === 'planned' && dueOn < today && <span className="wrong"> {t('late')}</span>}
              </>
            ),
          },
          ...(own
            ? []
            : [
                { key: 'unit', title: t('unit'), render: (_: unknown, { unit }: Visit) => nameOf(unit) },
                {
                  key: 'purpose',
                  title: t('purpose'),
                  render: (_: unknown, { purpose }: Visit) => words(`purpose_${purpose}`),
                },
              ]),
          {
            key: 'actions',
            title: '',
            render: (_, visit) => (
              <span className="row-actions">
                <Next visit={visit} />
                {state === 'planned' && may('visit.write') && (
                  <Button type="link" size="small" onClick={() => setCancelling(visit)}>
                    {t('cancel')}
                  </Button>
                )}
              </span>
            ),
          },
        ]}
      />
      {cancelling && <CancelVisit visit={cancelling} close={() => setCancelling(undefined)} />}
    </>
  )
}

/** To the form, filled in with what the visit knows, or to what came of it. */
function Next({ visit: { id, subject, sheet, unit, state, inspection } }: { visit: Visit }) {
  const t = useTexts(inspectionsTexts)
  const { county, member, may } = useCounty()
  const base = `/${county}/inspections`
  if (inspection !== null) return <Link to={`${base}/${inspection}`}>{t('seeInspection')}</Link>
  if (state !== 'planned' || !may('inspection.write')) return null
  const known = new URLSearchParams({ visit: id, subject })
  if (sheet !== null) known.set('sheet', sheet)
  if (unit !== null && member.scope.kind === 'county') known.set('unit', unit)
  return (
    <LinkButton size="small" to={`${base}/new?${known}`}>
      {t('go')}
    </LinkButton>
  )
}
