import { Button, Select } from 'antd'
import { useState } from 'react'
import { type Activity, activityKinds } from '../../../schema/api/outreach.ts'
import { measureOf } from '../../../worker/domain/outreach/sums.ts'
import { outreachTexts } from '../../i18n/outreach.ts'
import { useAreas } from '../../lib/county-areas.ts'
import { useDates } from '../../lib/dates.ts'
import { useTexts } from '../../lib/language.tsx'
import { useCounty } from '../../lib/session.ts'
import { useFilter } from '../../lib/use-filter.ts'
import { DataTable } from '../../ui/data-table.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { FormField } from '../../ui/form-field.tsx'
import { PhotoGallery } from '../../ui/photos/photo-gallery.tsx'
import { DaysFilter } from './days-filter.tsx'
import { type LogFilter, useLog } from './queries.ts'
import { RetractDialog } from './retract-dialog.tsx'

/** The log, line by line. */
export function LogTab({ edit }: { edit: (entry: Activity) => void }) {
  const t = useTexts(outreachTexts)
  const filter = useFilter()
  const kind = activityKinds.find((one) => one === filter.get('kind'))
  const given = Object.entries({
    from: filter.get('from'),
    to: filter.get('to'),
    township: filter.get('township'),
  }).filter(([, value]) => value !== '')
  const wanted: LogFilter = { ...Object.fromEntries(given), ...(kind ? { kind } : {}) }
  const { data, hasNextPage, fetchNextPage, isFetchingNextPage, ...query } = useLog(wanted)
  const [retracting, setRetracting] = useState<Activity>()
  const narrowed = Object.keys(wanted).length > 0
  return (
    <>
      <div className="toolbar">
        <DaysFilter filter={filter} from={filter.get('from')} to={filter.get('to')} />
        <FormField label={t('kind')}>
          {(control) => (
            <Select
              {...control}
              className="choice"
              popupMatchSelectWidth={false}
              value={kind ?? ''}
              onChange={(value) => filter.set('kind', value)}
              options={[
                { value: '', label: t('allKinds') },
                ...activityKinds.map((one) => ({ value: one, label: t(`kind_${one}`) })),
              ]}
            />
          )}
        </FormField>
      </div>
      <DataTable<Activity>
        label={t('tabLog')}
        query={{ ...query, data: data?.pages.flatMap(({ items }) => items) }}
        rowKey={({ id }) => id}
        pagination={false}
        empty={
          <EmptyState
            title={t(narrowed ? 'noMatchTitle' : 'emptyTitle')}
            hint={t(narrowed ? 'noMatchHint' : 'emptyHint')}
          />
        }
        columns={useColumns(edit, setRetracting)}
      />
      {hasNextPage && (
        <Button loading={isFetchingNextPage} onClick={() => fetchNextPage()}>
          {t('more')}
        </Button>
      )}
      {retracting && <RetractDialog entry={retracting} close={() => setRetracting(undefined)} />}
    </>
  )
}

function useColumns(edit: (entry: Activity) => void, retract: (entry: Activity) => void) {
  const t = useTexts(outreachTexts)
  const dates = useDates()
  const areas = useAreas().data
  const { may } = useCounty()
  const number = { align: 'right' as const, className: 'number' }
  return [
    { key: 'day', title: t('day'), render: (_: unknown, { day }: Activity) => dates.dayShort(day) },
    { key: 'kind', title: t('kind'), render: (_: unknown, { kind }: Activity) => t(`kind_${kind}`) },
    {
      key: 'place',
      title: t('place'),
      render: (_: unknown, { area, areaName }: Activity) =>
        areas?.byId.has(area) ? areas.fullName(area) : areaName,
    },
    {
      key: 'measure',
      title: t('measure'),
      ...number,
      render: (_: unknown, entry: Activity) => t(`unit_${entry.kind}`, { n: entry[measureOf[entry.kind]] }),
    },
    {
      key: 'people',
      title: t('people'),
      ...number,
      render: (_: unknown, { people }: Activity) => people || '',
    },
    {
      key: 'volunteers',
      title: t('volunteers'),
      ...number,
      render: (_: unknown, { volunteers, teamName }: Activity) =>
        volunteers === 0 ? '' : [teamName, volunteers].filter(Boolean).join(' '),
    },
    {
      key: 'note',
      title: t('note'),
      render: (_: unknown, { note, photos, retracted }: Activity) => (
        <>
          {retracted ? <span className="wrong">{t('retracted', { reason: retracted.reason })}</span> : note}
          {photos.length > 0 && <PhotoGallery photos={photos} />}
        </>
      ),
    },
    {
      key: 'actions',
      title: t('actions'),
      render: (_: unknown, entry: Activity) =>
        !entry.retracted &&
        may('outreach.write', { township: entry.township, village: entry.area }) && (
          <span className="row-actions">
            <Button type="link" size="small" onClick={() => edit(entry)}>
              {t('edit')}
            </Button>
            <Button type="link" size="small" onClick={() => retract(entry)}>
              {t('retract')}
            </Button>
          </span>
        ),
    },
  ]
}
