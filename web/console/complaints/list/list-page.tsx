import { Button, Segmented } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import type { Complaint } from '../../../../schema/api/complaints.ts'
import { ComplaintState } from '../../../../schema/api/complaints.ts'
import { complaintsTexts } from '../../../i18n/complaints.ts'
import { useTexts } from '../../../lib/language.tsx'
import { useCounty } from '../../../lib/session.ts'
import { useFilter } from '../../../lib/use-filter.ts'
import { DataTable } from '../../../ui/data-table.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { PageHeader } from '../../../ui/page-header.tsx'
import { useComplaints, useSetting } from '../queries.ts'
import { CategoryFilter, TownshipFilter } from './filters.tsx'
import { SettingDialog } from './setting-dialog.tsx'
import { useColumns } from './use-columns.tsx'

const everything = 'all'

/** What the public wrote, by state: those that wait first of all. */
export function ListPage() {
  const t = useTexts(complaintsTexts)
  const { county, may } = useCounty()
  const filter = useFilter()
  const [setting, setSetting] = useState(false)
  const asked = filter.get('state')
  const state = asked === everything ? '' : (ComplaintState.safeParse(asked).data ?? 'received')
  const narrowing = { state, category: filter.get('category'), township: filter.get('township') } as const
  const { data, hasNextPage, fetchNextPage, isFetchingNextPage, ...query } = useComplaints(narrowing)
  const states = [...ComplaintState.options.map((value) => ({ value, label: t(`state_${value}`) }))]
  return (
    <>
      <PageHeader
        title={t('title')}
        hint={t('lead')}
        actions={
          <>
            <Link to={`/${county}/complaints/statistics`}>{t('statistics')}</Link>
            {may('complaint.write') && <Button onClick={() => setSetting(true)}>{t('setting')}</Button>}
          </>
        }
      />
      <div className="toolbar">
        <Segmented
          aria-label={t('state')}
          value={state === '' ? everything : state}
          onChange={(next) => filter.set('state', next === 'received' ? '' : next)}
          options={[...states, { value: everything, label: t('all') }]}
        />
        <CategoryFilter value={narrowing.category} change={(id) => filter.set('category', id)} />
        <TownshipFilter value={narrowing.township} change={(id) => filter.set('township', id)} />
      </div>
      <DataTable<Complaint>
        label={t('list')}
        query={{ ...query, data: data?.pages.flatMap(({ items }) => items) }}
        rowKey={({ id }) => id}
        pagination={false}
        empty={<Nothing />}
        columns={useColumns()}
      />
      {hasNextPage && (
        <p>
          <Button loading={isFetchingNextPage} onClick={() => fetchNextPage()}>
            {t('more')}
          </Button>
        </p>
      )}
      {setting && <SettingDialog close={() => setSetting(false)} />}
    </>
  )
}

function Nothing() {
  const t = useTexts(complaintsTexts)
  const closed = useSetting().data?.open === false
  return (
    <EmptyState
      title={t(closed ? 'closedTitle' : 'noneTitle')}
      hint={t(closed ? 'closedHint' : 'noneHint')}
    />
  )
}
