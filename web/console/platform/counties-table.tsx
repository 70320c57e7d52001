import { App, Button } from 'antd'
import { useSearchParams } from 'react-router'
import type { PlatformCounty } from '../../../schema/api/platform.ts'
import { platformTexts } from '../../i18n/platform.ts'
import { useDates } from '../../lib/dates.ts'
import { useTexts } from '../../lib/language.tsx'
import { useNameSearch } from '../../lib/pinyin.ts'
import { DataTable } from '../../ui/data-table.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { SearchBox } from '../../ui/search-box.tsx'
import { useApproval, useCounties } from './counties.ts'

/** The counties of the service; one on trial can be approved. `?q=` searches. */
export function CountiesTable() {
  const t = useTexts(platformTexts)
  const dates = useDates()
  const { modal } = App.useApp()
  const [params, setParams] = useSearchParams()
  const q = params.get('q') ?? ''
  const counties = useCounties()
  const approve = useApproval()
  const rows = useNameSearch(
    counties.data ?? [],
    ({ province, city, name, code }) => `${province}${city}${name} ${code}`,
    q,
  )
  const ask = ({ id, name, province, city, office, code }: PlatformCounty) =>
    modal.confirm({
      title: t('approveAsk', { name }),
      content: t('approveSay', { place: `${province}${city}${name}`, office, code }),
      okText: t('approve'),
      onOk: () => approve(id),
    })
  return (
    <>
      <div className="toolbar">
        <SearchBox
          label={t('search')}
          value={q}
          change={(text) => setParams(text === '' ? {} : { q: text }, { replace: true })}
        />
      </div>
      <DataTable<PlatformCounty>
        label={t('title')}
        query={{ ...counties, data: counties.data && rows }}
        rowKey={({ id }) => id}
        // Fits a phone without scrolling sideways: what matters less is left out there.
        scroll={{}}
        empty={
          q === '' ? (
            <EmptyState title={t('emptyTitle')} hint={t('emptyHint')} />
          ) : (
            <EmptyState title={t('noMatchTitle')} hint={t('noMatchHint')} />
          )
        }
        columns={[
          {
            key: 'name',
            title: t('county'),
            render: (_, { name, province, city }) => (
              <>
                {name} <span className="soft">{[...new Set([province, city])].join(' ')}</span>
              </>
            ),
          },
          { key: 'code', responsive: ['md'], title: t('code'), dataIndex: 'code' },
          { key: 'office', title: t('office'), dataIndex: 'office' },
          {
            key: 'villages',
            responsive: ['md'],
            title: t('villages'),
            dataIndex: 'villages',
            align: 'right',
          },
          {
            key: 'created',
            responsive: ['lg'],
            title: t('signedUp'),
            render: (_, { createdAt }) => dates.moment(createdAt),
          },
          {
            key: 'status',
            title: t('status'),
            render: (_, { status, approvedAt }) =>
              status === 'trial' ? (
                <strong>{t('trial')}</strong>
              ) : (
                t('approvedAt', { at: approvedAt === null ? '' : dates.day(approvedAt) })
              ),
          },
          { key: 'shard', responsive: ['md'], title: t('shard'), dataIndex: 'shard', align: 'right' },
          {
            key: 'actions',
            title: t('actions'),
            render: (_, county) =>
              county.status === 'trial' && (
                <Button
                  size="small"
                  aria-label={t('approveOf', { name: county.name })}
                  onClick={() => ask(county)}
                >
                  {t('approve')}
                </Button>
              ),
          },
        ]}
      />
    </>
  )
}
