import { Link } from 'react-router'
import type { Grid } from '../../../../schema/api/field.ts'
import { gridsTexts } from '../../../i18n/grids.ts'
import { useAreas } from '../../../lib/county-areas.ts'
import { useDates } from '../../../lib/dates.ts'
import { useTexts } from '../../../lib/language.tsx'
import { useCounty } from '../../../lib/session.ts'
import { useFilter } from '../../../lib/use-filter.ts'
import { DataTable } from '../../../ui/data-table.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { LinkButton } from '../../../ui/link-button.tsx'
import { NameSelect } from '../../../ui/name-select.tsx'
import { PageHeader } from '../../../ui/page-header.tsx'
import { villageName } from '../../../ui/ranking-words.ts'
import { useGridList } from '../queries.ts'
import { Tabs } from '../tabs.tsx'

/** Every grid within reach: its points, and what its last patrol found. */
export function GridList() {
  const t = useTexts(gridsTexts)
  const dates = useDates()
  const { county, member, may } = useCounty()
  const { get, set } = useFilter()
  const query = useGridList(get('township'))
  const townships = useAreas().data?.townships ?? []
  const wide = member.scope.kind === 'county' || member.scope.kind === 'unit'
  const add = may('area.write') && <LinkButton to={`/${county}/areas`}>{t('addGrids')}</LinkButton>
  return (
    <>
      <PageHeader title={t('title')} hint={t('hint')} />
      <Tabs />
      {wide && (
        <div className="toolbar">
          <NameSelect
            aria-label={t('township')}
            className="search-box"
            placeholder={t('everyTownship')}
            allowClear
            value={get('township') || null}
            onChange={(value: string | null | undefined) => set('township', value ?? '')}
            options={townships.map(({ id, name }) => ({ value: id, label: name }))}
          />
        </div>
      )}
      <DataTable<Grid>
        label={t('grids')}
        query={query}
        rowKey={({ id }) => id}
        empty={
          <EmptyState
            title={t('noGridsTitle')}
            hint={t(add ? 'noGridsHint' : 'noGridsReader')}
            action={add}
          />
        }
        columns={[
          {
            key: 'name',
            title: t('grid'),
            render: (_, { id, name }) => <Link to={`/${county}/grids/${id}`}>{name}</Link>,
          },
          {
            key: 'village',
            title: t('village'),
            render: (_, { villageName: village, townshipName }) =>
              `${townshipName ?? ''} ${village === null ? '' : villageName(village)}`,
          },
          { key: 'points', title: t('points'), align: 'right', dataIndex: 'points' },
          {
            key: 'last',
            title: t('lastPatrol'),
            render: (_, { last }) =>
              last === null ? (
                <span className="soft">{t('neverPatrolled')}</span>
              ) : (
                <>
                  {dates.momentShort(last.endedAt)}{' '}
                  {last.bad > 0 ? (
                    <strong className="wrong">{t('foundBad', { n: last.bad })}</strong>
                  ) : (
                    t('allGood')
                  )}
                </>
              ),
          },
        ]}
      />
    </>
  )
}
