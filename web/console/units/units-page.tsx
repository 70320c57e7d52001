import { Button, Tabs, Tag } from 'antd'
import { type ReactNode, useState } from 'react'
import type { Unit } from '../../../schema/api/areas.ts'
import { unitsTexts } from '../../i18n/units.ts'
import { useAreas, useUnits } from '../../lib/county-areas.ts'
import { useTexts } from '../../lib/language.tsx'
import { useCounty } from '../../lib/session.ts'
import { useFilter } from '../../lib/use-filter.ts'
import { DataTable } from '../../ui/data-table.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { AddUnits } from './add-units.tsx'
import { EditUnit } from './edit-unit.tsx'
import { CoverageMatrix } from './matrix/coverage-matrix.tsx'
import { UnitPeople } from './people/unit-people.tsx'
import { usePeople } from './people/use-people.ts'
import { useChangeUnit } from './use-change-unit.ts'
import './units.css'

type Open = 'add' | { edit: Unit } | { people: Unit }

/** The county's offices, departments and groups, who sits in them, and which townships each covers: `?tab=matrix`. */
export default function UnitsPage() {
  const t = useTexts(unitsTexts)
  const { may } = useCounty()
  const filter = useFilter()
  const units = useUnits()
  const people = usePeople().data
  const [open, setOpen] = useState<Open>()
  const close = () => setOpen(undefined)
  const add = may('unit.write') && (
    <Button type="primary" onClick={() => setOpen('add')}>
      {t('add')}
    </Button>
  )
  const none = units.data?.length === 0
  return (
    <>
      <PageHeader title={t('title')} hint={t('hint')} actions={!none && add} />
      <Tabs
        activeKey={filter.get('tab') === 'matrix' ? 'matrix' : 'list'}
        onChange={(key) => filter.set('tab', key === 'matrix' ? 'matrix' : '')}
        destroyOnHidden
        items={[
          { key: 'list', label: t('tabList'), children: <UnitsTable add={add} open={setOpen} /> },
          { key: 'matrix', label: t('tabMatrix'), children: <CoverageMatrix /> },
        ]}
      />
      {open === 'add' && <AddUnits close={close} />}
      {typeof open === 'object' && 'edit' in open && <EditUnit unit={open.edit} close={close} />}
      {typeof open === 'object' && 'people' in open && people && (
        <UnitPeople unit={open.people} people={people.get(open.people.id) ?? []} close={close} />
      )}
    </>
  )
}

function UnitsTable({ add, open }: { add: ReactNode; open: (what: Open) => void }) {
  const t = useTexts(unitsTexts)
  const { may } = useCounty()
  const units = useUnits()
  const areas = useAreas().data
  const people = usePeople().data
  const { retire, restore } = useChangeUnit()
  const mayWrite = may('unit.write')
  return (
    <DataTable<Unit>
      label={t('title')}
      query={units}
      rowKey={({ id }) => id}
      empty={<EmptyState title={t('emptyTitle')} hint={t('emptyHint')} action={add} />}
      columns={[
        { key: 'name', title: t('name'), dataIndex: 'name' },
        {
          key: 'kind',
          title: t('kind'),
          render: (_, { kind, purpose }) => (purpose === null ? t(kind) : t(`purpose_${purpose}`)),
        },
        {
          key: 'covers',
          title: t('covers'),
          render: (_, { covers }) =>
            covers.length === 0 ? (
              <span className="soft">{t('coversAll')}</span>
            ) : (
              covers.map((id) => areas?.byId.get(id)?.name ?? id).join(' · ')
            ),
        },
        {
          key: 'people',
          title: t('setPeople'),
          align: 'right',
          render: (_, { id }) => {
            const n = people?.get(id)?.length ?? 0
            return n === 0 ? '' : t('peopleCount', { n })
          },
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
                render: (_: unknown, unit: Unit) => (
                  <span className="row-actions">
                    <Button type="link" size="small" onClick={() => open({ edit: unit })}>
                      {t('edit')}
                    </Button>
                    <Button
                      type="link"
                      size="small"
                      aria-label={t('peopleOf', { name: unit.name })}
                      disabled={!people}
                      onClick={() => open({ people: unit })}
                    >
                      {t('setPeople')}
                    </Button>
                    <Button
                      type="link"
                      size="small"
                      onClick={() => (unit.active ? retire(unit) : restore(unit))}
                    >
                      {t(unit.active ? 'retire' : 'restore')}
                    </Button>
                  </span>
                ),
              },
            ]
          : []),
      ]}
    />
  )
}
