import { Alert, Table } from 'antd'
import type { PlatformOverview } from '../../../schema/api/platform.ts'
import { platformTexts } from '../../i18n/platform.ts'
import { useDates } from '../../lib/dates.ts'
import { useTexts } from '../../lib/language.tsx'
import { ErrorState } from '../../ui/error-state.tsx'
import { useOverview } from './queries.ts'

type Load = PlatformOverview['shards'][number]

/** Whether the clock keeps up, and what each shard carries. */
export default function Overview() {
  const t = useTexts(platformTexts)
  const dates = useDates()
  const overview = useOverview()
  if (overview.error && !overview.data)
    return <ErrorState error={overview.error} retry={() => overview.refetch()} />
  if (!overview.data) return <div className="loading" />
  const { health, shards } = overview.data
  const most = Math.max(1, ...shards.map(({ villages }) => villages))
  const late = Math.floor(health.lateBy / 60)
  return (
    <>
      <Alert
        type={health.overdue > 0 ? 'warning' : 'success'}
        showIcon
        role="status"
        className="platform-health"
        title={health.overdue > 0 ? t('overdue', { n: health.overdue }) : t('onTime')}
        description={
          <>
            {health.oldestDueAt !== null &&
              t('oldest', { at: dates.moment(health.oldestDueAt), minutes: late })}{' '}
            <span className="soft">{t('checkedAt', { at: dates.moment(health.checkedAt) })}</span>
          </>
        }
      />
      <Table<Load>
        aria-label={t('shards')}
        size="small"
        pagination={false}
        dataSource={shards}
        rowKey={({ shard }) => shard}
        columns={[
          { key: 'shard', title: t('shard'), dataIndex: 'shard', width: 80, align: 'right' },
          { key: 'counties', title: t('title'), dataIndex: 'counties', width: 80, align: 'right' },
          { key: 'villages', title: t('villages'), dataIndex: 'villages', width: 120, align: 'right' },
          {
            key: 'load',
            title: t('load'),
            render: (_, { villages }) => (
              <span className="platform-load" aria-hidden="true">
                <span style={{ width: `${(100 * villages) / most}%` }} />
              </span>
            ),
          },
        ]}
      />
    </>
  )
}
