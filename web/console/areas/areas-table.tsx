import { Button, Tag } from 'antd'
import { useMemo, useState } from 'react'
import type { Area } from '../../../schema/api/areas.ts'
import { areasTexts } from '../../i18n/areas.ts'
import type { CountyAreas, useAreas } from '../../lib/county-areas.ts'
import { useTexts } from '../../lib/language.tsx'
import { useNameSearch } from '../../lib/pinyin.ts'
import { useCounty } from '../../lib/session.ts'
import { DataTable } from '../../ui/data-table.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { useChangeArea } from './use-change-area.ts'

type Row = Area & { children?: Area[] }

type Props = {
  query: ReturnType<typeof useAreas>
  q: string
  township: string
  retired: boolean
  rename: (area: Area) => void
  addUnder: (township: string) => void
}

/** Townships with their villages beneath; what is searched for stands opened. */
export function AreasTable({ query, q, township, retired, rename, addUnder }: Props) {
  const t = useTexts(areasTexts)
  const { may } = useCounty()
  const { retire, restore } = useChangeArea()
  const all = useMemo(() => listed(query.data, township, retired), [query.data, township, retired])
  const matches = useNameSearch(all, ({ name }) => name, q)
  const rows = useMemo(() => tree(query.data, matches, q !== ''), [query.data, matches, q])
  const opened = q !== '' || township !== ''
  // What is searched for stands opened and the rest closed, until the reader clicks.
  const [toggled, setToggled] = useState<ReadonlySet<string>>(new Set())
  const expanded = rows.filter(({ id }) => opened !== toggled.has(id)).map(({ id }) => id)
  const toggle = (id: string) =>
    setToggled(
      (before) => new Set(before.has(id) ? [...before].filter((one) => one !== id) : [...before, id]),
    )
  const mayWrite = may('area.write')
  const empty = query.data?.townships.length === 0
  return (
    <DataTable<Row>
      label={t('title')}
      query={{ ...query, data: query.data && rows }}
      rowKey={({ id }) => id}
      expandable={{ expandedRowKeys: expanded, onExpand: (_, { id }) => toggle(id) }}
      empty={
        empty ? (
          <EmptyState title={t('emptyTitle')} hint={t('emptyHint')} />
        ) : (
          <EmptyState title={t('noMatchTitle')} hint={t('noMatchHint')} />
        )
      }
      columns={[
        { key: 'name', title: t('name'), dataIndex: 'name' },
        { key: 'code', title: t('code'), dataIndex: 'code', responsive: ['md'] },
        {
          key: 'villages',
          title: t('villages'),
          align: 'right',
          render: (_, { id, level }) =>
            level === 'township' ? query.data?.villagesOf(id).filter(({ active }) => active).length : '',
        },
        {
          key: 'state',
          title: t('state'),
          render: (_, { active }) => (active ? t('active') : <Tag>{t('retired')}</Tag>),
        },
        ...(mayWrite
          ? [
              {
                key: 'actions',
                title: t('actions'),
                render: (_: unknown, area: Row) => (
                  <span className="row-actions">
                    <Button type="link" size="small" onClick={() => rename(area)}>
                      {t('rename')}
                    </Button>
                    <Button
                      type="link"
                      size="small"
                      onClick={() => (area.active ? retire(area) : restore(area))}
                    >
                      {t(area.active ? 'retire' : 'restore')}
                    </Button>
                    {area.level === 'township' && (
                      <Button
                        type="link"
                        size="small"
                        aria-label={t('addHere', { name: area.name })}
                        onClick={() => addUnder(area.id)}
                      >
                        {t('addVillage')}
                      </Button>
                    )}
                  </span>
                ),
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

/** A village that matches brings its township along; while searching, a township that matches brings all its villages. */
function tree(areas: CountyAreas | undefined, matches: readonly Area[], searching: boolean): Row[] {
  if (!areas) return []
  const found = new Set(matches.map(({ id }) => id))
  return areas.townships.flatMap((township): Row[] => {
    const villages = areas.villagesOf(township.id)
    const shown = villages.filter(({ id }) => found.has(id))
    if (shown.length === 0 && !found.has(township.id)) return []
    const children = searching && shown.length === 0 ? villages.filter(({ active }) => active) : shown
    return [children.length === 0 ? township : { ...township, children }]
  })
}
