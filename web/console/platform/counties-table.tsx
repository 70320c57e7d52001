import { App, Button, Radio, Tag } from 'antd'
import { useState } from 'react'
import { type PlatformCounty, PlatformStatus } from '../../../schema/api/platform.ts'
import { erasureTexts } from '../../i18n/erasure.ts'
import { platformTexts } from '../../i18n/platform.ts'
import { useDates } from '../../lib/dates.ts'
import { useTexts } from '../../lib/language.tsx'
import { useFilter } from '../../lib/use-filter.ts'
import { DataTable } from '../../ui/data-table.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { SearchBox } from '../../ui/search-box.tsx'
import { AskErasure } from './erasures/ask-erasure.tsx'
import { archiveAddress } from './erasures/queries.ts'
import { useChangeCounty, useCounties, useOverview } from './queries.ts'
import { SuspendCounty } from './suspend-county.tsx'

const statuses = PlatformStatus.options

/** The counties of the service by status: approve those on trial, suspend and resume. `?status=&q=` narrow them down. */
export function CountiesTable() {
  const t = useTexts(platformTexts)
  const dates = useDates()
  const { modal } = App.useApp()
  const filter = useFilter()
  const status = statuses.find((one) => one === filter.get('status')) ?? ''
  const q = filter.get('q').trim()
  const counts = useOverview().data?.counties
  const counties = useCounties(status, q)
  const { approve, resume } = useChangeCounty()
  const [suspending, setSuspending] = useState<PlatformCounty>()
  const erasing = useTexts(erasureTexts)
  const [toErase, setErasing] = useState<PlatformCounty>()
  const rows = counties.data?.pages.flatMap(({ items }): PlatformCounty[] => items)
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
        <SearchBox label={t('search')} value={filter.get('q')} change={(text) => filter.set('q', text)} />
        <Radio.Group
          aria-label={t('status')}
          optionType="button"
          value={status}
          onChange={(event) => filter.set('status', event.target.value)}
          options={[
            { value: '', label: t('every') },
            ...statuses.map((one) => ({
              value: one,
              label: counts
                ? t('statusOf', { status: t(`status_${one}`), n: counts[one] })
                : t(`status_${one}`),
            })),
          ]}
        />
      </div>
      <DataTable<PlatformCounty>
        label={t('title')}
        query={{ ...counties, data: rows }}
        rowKey={({ id }) => id}
        pagination={false}
        // Fits a phone without scrolling sideways: what matters less is left out there.
        scroll={{}}
        empty={
          q === '' && status === '' ? (
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
          { key: 'office', responsive: ['sm'], title: t('office'), dataIndex: 'office' },
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
          { key: 'status', title: t('status'), render: (_, county) => <Status county={county} /> },
          { key: 'shard', responsive: ['md'], title: t('shard'), dataIndex: 'shard', align: 'right' },
          {
            key: 'actions',
            title: t('actions'),
            render: (_, county) => (
              <span className="row-actions">
                {county.status === 'trial' && county.suspendedAt === null && (
                  <Button
                    size="small"
                    aria-label={t('approveOf', { name: county.name })}
                    onClick={() => ask(county)}
                  >
                    {t('approve')}
                  </Button>
                )}
                {county.suspendedAt === null ? (
                  <Button
                    size="small"
                    type="link"
                    aria-label={t('suspendOf', { name: county.name })}
                    onClick={() => setSuspending(county)}
                  >
                    {t('suspend')}
                  </Button>
                ) : (
                  <Button
                    size="small"
                    type="link"
                    aria-label={t('resumeOf', { name: county.name })}
                    onClick={() => resume(county.id)}
                  >
                    {t('resume')}
                  </Button>
                )}
                <Button
                  size="small"
                  type="link"
                  download
                  href={archiveAddress(county.id)}
                  aria-label={erasing('archiveOf', { name: county.name })}
                >
                  {erasing('archiveShort')}
                </Button>
                <Button
                  size="small"
                  type="link"
                  danger
                  aria-label={erasing('eraseOf', { name: county.name })}
                  onClick={() => setErasing(county)}
                >
                  {erasing('erase')}
                </Button>
              </span>
            ),
          },
        ]}
      />
      {counties.hasNextPage && (
        <p>
          <Button loading={counties.isFetchingNextPage} onClick={() => counties.fetchNextPage()}>
            {t('more')}
          </Button>
        </p>
      )}
      {toErase && <AskErasure county={toErase} close={() => setErasing(undefined)} />}
      {suspending && <SuspendCounty county={suspending} close={() => setSuspending(undefined)} />}
    </>
  )
}

function Status({ county: { status, approvedAt, suspendedAt, suspendedFor } }: { county: PlatformCounty }) {
  const t = useTexts(platformTexts)
  const dates = useDates()
  if (suspendedAt !== null) {
    return (
      <>
        <Tag color="error">{t('suspendedAt', { at: dates.day(suspendedAt) })}</Tag>
        <div className="soft">{suspendedFor}</div>
      </>
    )
  }
  if (status === 'trial') return <strong>{t('status_trial')}</strong>
  return t('approvedAt', { at: approvedAt === null ? '' : dates.day(approvedAt) })
}
