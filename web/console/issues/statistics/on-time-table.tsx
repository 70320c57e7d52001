import { Link } from 'react-router'
import type { IssueTally } from '../../../../schema/api/issues.ts'
import { issuesTexts } from '../../../i18n/issues.ts'
import { useAreas } from '../../../lib/county-areas.ts'
import { useTexts } from '../../../lib/language.tsx'
import { useCounty } from '../../../lib/session.ts'
import { DataTable } from '../../../ui/data-table.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { useTally } from '../queries.ts'
import { partOf } from './part-of.ts'

type OfTownship = IssueTally['townships'][number]

/** Per township: how many are open, how many overdue, how many of those closed were rectified in time. */
export function OnTimeTable() {
  const t = useTexts(issuesTexts)
  const { county } = useCounty()
  const areas = useAreas().data
  const { data, ...query } = useTally()
  const number = { align: 'right' as const, className: 'number' }
  return (
    <DataTable<OfTownship>
      label={t('tab_townships')}
      query={{ ...query, data: data?.townships }}
      rowKey={({ township }) => township}
      empty={<EmptyState title={t('noFigures')} hint={t('noFiguresHint')} />}
      columns={[
        {
          key: 'township',
          title: t('township'),
          render: (_, { township }) => (
            <Link to={`/${county}/issues?township=${township}`}>
              {areas?.byId.get(township)?.name ?? township}
            </Link>
          ),
        },
        {
          key: 'open',
          title: t('count_open'),
          ...number,
          dataIndex: 'open',
          sorter: (a, b) => a.open - b.open,
        },
        {
          key: 'overdue',
          title: t('count_overdue'),
          ...number,
          sorter: (a, b) => a.overdue - b.overdue,
          render: (_, { township, overdue }) =>
            overdue === 0 ? (
              0
            ) : (
              <Link className="wrong" to={`/${county}/issues?township=${township}&overdue=true`}>
                {overdue}
              </Link>
            ),
        },
        {
          key: 'closed',
          title: t('closedLately'),
          ...number,
          dataIndex: 'closed',
          sorter: (a, b) => a.closed - b.closed,
        },
        {
          key: 'onTime',
          title: t('onTimeShare'),
          ...number,
          sorter: (a, b) => partOf(a.onTime, a.closed) - partOf(b.onTime, b.closed),
          render: (_, { onTime, closed }) =>
            closed === 0 ? (
              <span className="soft">{t('noneClosed')}</span>
            ) : (
              t('percent', { n: Math.round(100 * partOf(onTime, closed)) })
            ),
        },
        {
          key: 'relapses',
          title: t('relapses'),
          ...number,
          dataIndex: 'relapses',
          sorter: (a, b) => a.relapses - b.relapses,
        },
      ]}
    />
  )
}
