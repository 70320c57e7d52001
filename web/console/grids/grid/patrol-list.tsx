import { Button, Input } from 'antd'
import type { GridPoint, Patrol } from '../../../../schema/api/field.ts'
import { gridsTexts } from '../../../i18n/grids.ts'
import { useDates } from '../../../lib/dates.ts'
import { useTexts } from '../../../lib/language.tsx'
import { useFilter } from '../../../lib/use-filter.ts'
import { DataTable } from '../../../ui/data-table.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { usePatrols } from '../queries.ts'

type Props = { grid: string; points: readonly GridPoint[] }

/** What a grid's patrols found, the last first: points in order, and those that were not by name. */
export function PatrolList({ grid, points }: Props) {
  const t = useTexts(gridsTexts)
  const dates = useDates()
  const { get, set } = useFilter()
  const query = usePatrols(grid, get('day'))
  const names = new Map(points.map(({ id, name }) => [id, name]))
  const bad = ({ points: found }: Patrol) =>
    found.filter(({ good }) => !good).map(({ point }) => names.get(point) ?? t('formerPoint'))
  return (
    <>
      <div className="toolbar">
        <span aria-hidden="true">{t('day')}</span>
        <Input
          type="date"
          className="search-box"
          aria-label={t('day')}
          value={get('day')}
          onChange={({ target }) => set('day', target.value)}
        />
      </div>
      <DataTable<Patrol>
        label={t('patrols')}
        query={query}
        rowKey={({ id }) => id}
        scroll={{}}
        empty={<EmptyState title={t('noPatrolsTitle')} hint={t('noPatrolsHint')} />}
        columns={[
          { key: 'endedAt', title: t('endedAt'), render: (_, { endedAt }) => dates.momentShort(endedAt) },
          {
            key: 'good',
            title: t('good'),
            align: 'right',
            render: (_, { points: found }) => found.filter(({ good }) => good).length,
          },
          {
            key: 'bad',
            title: t('bad'),
            render: (_, patrol) => {
              const some = bad(patrol)
              return some.length === 0 ? t('none') : <span className="wrong">{some.join(t('comma'))}</span>
            },
          },
          { key: 'by', title: t('for'), render: (_, { byName }) => byName ?? t('office') },
          { key: 'note', title: t('note'), dataIndex: 'note' },
        ]}
      />
      {query.hasNextPage && (
        <Button loading={query.isFetchingNextPage} onClick={() => query.fetchNextPage()}>
          {t('more')}
        </Button>
      )}
    </>
  )
}
