import type { TableColumnsType } from 'antd'
import { Link } from 'react-router'
import type { ComplaintStatistics } from '../../../../schema/api/complaints.ts'
import { complaintsTexts } from '../../../i18n/complaints.ts'
import { useTexts } from '../../../lib/language.tsx'
import { useCounty } from '../../../lib/session.ts'
import { DataTable } from '../../../ui/data-table.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { PageHeader } from '../../../ui/page-header.tsx'
import { useStatistics } from '../queries.ts'

type Row = ComplaintStatistics['rows'][number]
const counts = ['complaints', 'suggestions', 'waiting', 'taken', 'answered', 'declined'] as const

/** How many came in of each category and what became of them. */
export function StatisticsPage() {
  const t = useTexts(complaintsTexts)
  const { county } = useCounty()
  const { data, ...query } = useStatistics()
  const columns: TableColumnsType<Row> = [
    { key: 'category', title: t('category'), render: (_, row) => <Category row={row} /> },
    ...counts.map((key) => ({ key, title: t(key), dataIndex: key, align: 'right' as const })),
  ]
  return (
    <>
      <PageHeader
        title={t('statisticsTitle')}
        {...(data ? { hint: t('statisticsHint', { since: data.since }) } : {})}
        actions={<Link to={`/${county}/complaints`}>{t('back')}</Link>}
      />
      <DataTable<Row>
        label={t('statisticsTitle')}
        query={{ ...query, data: data?.rows }}
        rowKey={({ category }) => category ?? ''}
        pagination={false}
        empty={<EmptyState title={t('statisticsNone')} hint={t('statisticsNoneHint')} />}
        columns={columns}
      />
    </>
  )
}

/** Leads to what was written about it; what has no category is found among all. */
function Category({ row: { category, name } }: { row: Row }) {
  const t = useTexts(complaintsTexts)
  const { county } = useCounty()
  const narrowed = category === null ? '' : `&category=${category}`
  return <Link to={`/${county}/complaints?state=all${narrowed}`}>{name ?? t('noCategory')}</Link>
}
