import { Alert } from 'antd'
import { Link } from 'react-router'
import type { Unit } from '../../../../schema/api/areas.ts'
import { unitsTexts } from '../../../i18n/units.ts'
import { useAreas, useUnits } from '../../../lib/county-areas.ts'
import { useTexts } from '../../../lib/language.tsx'
import { useCounty } from '../../../lib/session.ts'
import { DataTable } from '../../../ui/data-table.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { usePeople } from '../people/use-people.ts'
import { anywhere, type Coverage, coverageOf } from './coverage.ts'

const purposes = ['liaison', 'special', 'inspection', 'leading', 'other'] as const

/** Which group covers which township, who heads it, and which township nobody covers. */
export function CoverageMatrix() {
  const t = useTexts(unitsTexts)
  const { county } = useCounty()
  const areas = useAreas()
  const units = useUnits()
  const people = usePeople().data
  const rows = areas.data && units.data ? coverageOf(areas.data.townships, units.data) : undefined
  const bare = rows?.filter((row) => row.bare) ?? []
  const roaming = anywhere(units.data ?? [])
  const headOf = ({ id }: Unit) => people?.get(id)?.find(({ duty }) => duty === 'head')?.name
  const said = (list: readonly Unit[]) =>
    list.map((unit) => (
      <div key={unit.id}>
        {unit.name} {headOf(unit) !== undefined && <span className="soft">{headOf(unit)}</span>}
      </div>
    ))
  return (
    <>
      {bare.length > 0 && (
        <Alert
          type="warning"
          showIcon
          className="coverage-missing"
          title={t('bareTownships', { n: bare.length })}
          description={bare.map(({ township }) => township.name).join(' · ')}
        />
      )}
      {rows && bare.length === 0 && rows.length > 0 && (
        <Alert type="success" showIcon className="coverage-missing" title={t('allCovered')} />
      )}
      {roaming.length > 0 && (
        <p className="soft">{t('anywhere', { names: roaming.map(({ name }) => name).join(' · ') })}</p>
      )}
      <DataTable<Coverage>
        label={t('tabMatrix')}
        query={{
          data: rows,
          isPending: areas.isPending || units.isPending,
          error: areas.error ?? units.error,
          refetch: () => Promise.all([areas.refetch(), units.refetch()]),
        }}
        rowKey={({ township }) => township.id}
        empty={<EmptyState title={t('emptyTitle')} hint={t('emptyHint')} />}
        columns={[
          {
            key: 'township',
            title: t('township'),
            render: (_, { township }) => (
              <Link to={`/${county}/areas?township=${township.id}`}>{township.name}</Link>
            ),
          },
          ...purposes.map((purpose) => ({
            key: purpose,
            title: t(`purpose_${purpose}`),
            render: (_: unknown, row: Coverage) =>
              row.bare && purpose === 'liaison' ? (
                <strong className="wrong">{t('nobody')}</strong>
              ) : (
                said(row.groups[purpose])
              ),
          })),
        ]}
      />
    </>
  )
}
