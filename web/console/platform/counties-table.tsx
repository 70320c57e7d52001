import { useState } from 'react'
import type { PlatformCounty, PlatformStatus } from '../../../schema/api/platform.ts'
import { erasureTexts } from '../../i18n/erasure.ts'
import { platformTexts } from '../../i18n/platform.ts'
import { useDates } from '../../lib/dates.ts'
import { useTexts } from '../../lib/language.tsx'
import { useFilter } from '../../lib/use-filter.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ErrorState } from '../../ui/error-state.tsx'
import { SearchBox } from '../../ui/search-box.tsx'
import { Loading } from '../shell/loading.tsx'
import { type Asked, PlatformDialog } from './asked.tsx'
import { archiveAddress } from './erasures/queries.ts'
import { useChangeCounty, useCounties, useOverview } from './queries.ts'

const statuses: readonly PlatformStatus[] = ['trial', 'approved', 'suspended']

/** The counties of the service by status: approve those on trial, suspend and resume. `?status=&q=` narrow them down. */
export function CountiesTable() {
  const t = useTexts(platformTexts)
  const filter = useFilter()
  const status = statuses.find((one) => one === filter.get('status')) ?? ''
  const q = filter.get('q').trim()
  const counties = useCounties(status, q)
  const [asked, setAsked] = useState<Asked>()
  const rows = counties.data?.pages.flatMap(({ items }): PlatformCounty[] => items)
  return (
    <>
      <div className="toolbar">
        <SearchBox label={t('search')} value={filter.get('q')} change={(text) => filter.set('q', text)} />
        <Statuses status={status} change={(next) => filter.set('status', next)} />
      </div>
      {counties.error && !rows && <ErrorState error={counties.error} retry={() => counties.refetch()} />}
      {counties.isPending && <Loading />}
      {rows?.length === 0 &&
        (q === '' && status === '' ? (
          <EmptyState title={t('emptyTitle')} hint={t('emptyHint')} />
        ) : (
          <EmptyState title={t('noMatchTitle')} hint={t('noMatchHint')} />
        ))}
      {rows && rows.length > 0 && <Rows rows={rows} ask={setAsked} />}
      {counties.hasNextPage && (
        <p>
          <button
            type="button"
            className="button"
            disabled={counties.isFetchingNextPage}
            onClick={() => counties.fetchNextPage()}
          >
            {t('more')}
          </button>
        </p>
      )}
      {asked && <PlatformDialog asked={asked} close={() => setAsked(undefined)} />}
    </>
  )
}

/** One status or all, each with how many there are. */
function Statuses({ status, change }: { status: string; change: (status: string) => void }) {
  const t = useTexts(platformTexts)
  const counts = useOverview().data?.counties
  const labelOf = (one: PlatformStatus) =>
    counts ? t('statusOf', { status: t(`status_${one}`), n: counts[one] }) : t(`status_${one}`)
  return (
    <fieldset className="plain-choice" aria-label={t('status')}>
      {(['', ...statuses] as const).map((one) => (
        <label key={one}>
          <input
            type="radio"
            className="sr-only"
            name="status"
            value={one}
            checked={one === status}
            onChange={() => change(one)}
          />
          <span>{one === '' ? t('every') : labelOf(one)}</span>
        </label>
      ))}
    </fieldset>
  )
}

type RowsProps = { rows: readonly PlatformCounty[]; ask: (asked: Asked) => void }

/** Fits a phone without scrolling sideways: what matters less is left out there. */
function Rows({ rows, ask }: RowsProps) {
  const t = useTexts(platformTexts)
  const dates = useDates()
  return (
    <table className="plain-table" aria-label={t('title')}>
      <thead>
        <tr>
          <th scope="col">{t('county')}</th>
          <th scope="col" className="from-md">
            {t('code')}
          </th>
          <th scope="col" className="from-sm">
            {t('office')}
          </th>
          <th scope="col" className="from-md number">
            {t('villages')}
          </th>
          <th scope="col" className="from-lg">
            {t('signedUp')}
          </th>
          <th scope="col">{t('status')}</th>
          <th scope="col" className="from-md number">
            {t('shard')}
          </th>
          <th scope="col">{t('actions')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((county) => (
          <tr key={county.id}>
            <td>
              {county.name}{' '}
              <span className="soft">{[...new Set([county.province, county.city])].join(' ')}</span>
            </td>
            <td className="from-md">{county.code}</td>
            <td className="from-sm">{county.office}</td>
            <td className="from-md number">{county.villages}</td>
            <td className="from-lg">{dates.moment(county.createdAt)}</td>
            <td>
              <Status county={county} />
            </td>
            <td className="from-md number">{county.shard}</td>
            <td>
              <Actions county={county} ask={ask} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Status({ county: { status, approvedAt, suspendedAt, suspendedFor } }: { county: PlatformCounty }) {
  const t = useTexts(platformTexts)
  const dates = useDates()
  if (suspendedAt !== null) {
    return (
      <>
        <span className="tag error">{t('suspendedAt', { at: dates.day(suspendedAt) })}</span>
        <div className="soft">{suspendedFor}</div>
      </>
    )
  }
  if (status === 'trial') return <strong>{t('status_trial')}</strong>
  return t('approvedAt', { at: approvedAt === null ? '' : dates.day(approvedAt) })
}

function Actions({ county, ask }: { county: PlatformCounty; ask: (asked: Asked) => void }) {
  const t = useTexts(platformTexts)
  const erasing = useTexts(erasureTexts)
  const { resume } = useChangeCounty()
  const { id, name, status, suspendedAt } = county
  return (
    <span className="row-actions">
      {status === 'trial' && suspendedAt === null && (
        <button
          type="button"
          className="button small"
          aria-label={t('approveOf', { name })}
          onClick={() => ask({ what: 'approve', county })}
        >
          {t('approve')}
        </button>
      )}
      {suspendedAt === null ? (
        <button
          type="button"
          className="button small link"
          aria-label={t('suspendOf', { name })}
          onClick={() => ask({ what: 'suspend', county })}
        >
          {t('suspend')}
        </button>
      ) : (
        <button
          type="button"
          className="button small link"
          aria-label={t('resumeOf', { name })}
          onClick={() => resume(id)}
        >
          {t('resume')}
        </button>
      )}
      <a
        className="button small link"
        download
        href={archiveAddress(id)}
        aria-label={erasing('archiveOf', { name })}
      >
        {erasing('archiveShort')}
      </a>
      <button
        type="button"
        className="button small link danger"
        aria-label={erasing('eraseOf', { name })}
        onClick={() => ask({ what: 'erase', county })}
      >
        {erasing('erase')}
      </button>
    </span>
  )
}
