import { useMemo, useState } from 'react'
import type { Area } from '../../../schema/api/areas.ts'
import { areasTexts } from '../../i18n/areas.ts'
import type { CountyAreas, useAreas } from '../../lib/county-areas.ts'
import { useTexts } from '../../lib/language.tsx'
import { useNameSearch } from '../../lib/pinyin.ts'
import { useCounty } from '../../lib/session.ts'
import { DataTable } from '../../ui/data-table.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { AreaActions } from './area-actions.tsx'
import { type AreaRow, treeOf } from './area-rows.ts'
import { AreaState } from './area-state.tsx'
import type { OpenDialog } from './areas-page.tsx'
import { useBelow } from './use-below.ts'

/** From here on rows are drawn only while they are in sight. */
const many = 150

type Props = {
  query: ReturnType<typeof useAreas>
  q: string
  township: string
  retired: boolean
  open: (dialog: OpenDialog) => void
}

/** Townships, their villages and what lies beneath them; what is searched for stands opened. */
export function AreasTable({ query, q, township, retired, open }: Props) {
  const t = useTexts(areasTexts)
  const { may } = useCounty()
  const all = useMemo(() => listed(query.data, township, retired), [query.data, township, retired])
  const matches = useNameSearch(all, ({ name }) => name, q)
  const [deep, setDeep] = useState<ReadonlySet<string>>(new Set())
  const below = useBelow([...deep], retired)
  const rows = useMemo(
    () => treeOf(query.data, matches, q !== '', below, t('nothingBelow')),
    [query.data, matches, q, below, t],
  )
  const opened = q !== '' || township !== ''
  // What is searched for stands opened and the rest closed, until the reader clicks.
  const [toggled, setToggled] = useState<ReadonlySet<string>>(new Set())
  const expanded = rows.filter(({ id }) => opened !== toggled.has(id))
  const toggle = ({ id, level }: AreaRow) => {
    const turn = (before: ReadonlySet<string>) =>
      new Set(before.has(id) ? [...before].filter((one) => one !== id) : [...before, id])
    if (level === 'township') setToggled(turn)
    else setDeep(turn)
  }
  const inSight = rows.length + expanded.reduce((sum, { children }) => sum + (children?.length ?? 0), 0)
  const long = inSight > many ? { virtual: true, scroll: { x: 900, y: 600 }, pagination: false as const } : {}
  const empty = query.data?.townships.length === 0
  return (
    <DataTable<AreaRow>
      label={t('title')}
      query={{ ...query, data: query.data && rows }}
      rowKey={({ id }) => id}
      expandable={{
        expandedRowKeys: [...expanded.map(({ id }) => id), ...deep],
        onExpand: (_, row) => toggle(row),
      }}
      {...long}
      empty={
        empty ? (
          <EmptyState title={t('emptyTitle')} hint={t('emptyHint')} />
        ) : (
          <EmptyState title={t('noMatchTitle')} hint={t('noMatchHint')} />
        )
      }
      columns={[
        {
          key: 'name',
          title: t('name'),
          width: 320,
          render: (_, { name, level, placeholder }) => (
            <>
              <span className={placeholder ? 'soft' : ''}>{name}</span>
              {!placeholder && (level === 'grid' || level === 'village_group') && (
                <span className="soft"> {t(`level_${level}`)}</span>
              )}
            </>
          ),
        },
        {
          key: 'code',
          title: t('code'),
          width: 150,
          responsive: ['md'],
          render: (_, { code, id, placeholder }) =>
            placeholder || (code === id && !/^\d+$/.test(code)) ? '' : code,
        },
        {
          key: 'villages',
          title: t('villages'),
          align: 'right',
          width: 110,
          responsive: ['md'],
          render: (_, { id, level }) =>
            level === 'township' ? query.data?.villagesOf(id).filter(({ active }) => active).length : '',
        },
        { key: 'state', title: t('state'), width: 150, render: (_, area) => <AreaState area={area} /> },
        ...(may('area.write')
          ? [
              {
                key: 'actions',
                title: t('actions'),
                width: 200,
                render: (_: unknown, area: AreaRow) =>
                  !area.placeholder && <AreaActions area={area} open={open} />,
              },
            ]
          : []),
      ]}
    />
  )
}

function listed(areas: CountyAreas | undefined, township: string, retired: boolean): Area[] {
  if (!areas) return []
  const all = [...areas.townships, ...areas.villages]
  return all.filter(
    ({ id, parent, active }) =>
      (retired || active) && (township === '' || id === township || parent === township),
  )
}
