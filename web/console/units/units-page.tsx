import { Button, Tag } from 'antd'
import { useState } from 'react'
import type { Unit } from '../../../schema/api/areas.ts'
import { unitsTexts } from '../../i18n/units.ts'
import { useAreas, useUnits } from '../../lib/county-areas.ts'
import { useTexts } from '../../lib/language.tsx'
import { useCounty } from '../../lib/session.ts'
import { DataTable } from '../../ui/data-table.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { AddUnits } from './add-units.tsx'
import { EditUnit } from './edit-unit.tsx'
import { useChangeUnit } from './use-change-unit.ts'

/** The county's offices, departments and groups, and which townships each group covers. */
export default function UnitsPage() {
  const t = useTexts(unitsTexts)
  const { may } = useCounty()
  const units = useUnits()
  const areas = useAreas().data
  const { retire, restore } = useChangeUnit()
  const [open, setOpen] = useState<'add' | Unit>()
  const mayWrite = may('unit.write')
  const add = mayWrite && (
    <Button type="primary" onClick={() => setOpen('add')}>
      {t('add')}
    </Button>
  )
  const none = units.data?.length === 0
  return (
    <>
      <PageHeader title={t('title')} hint={t('hint')} actions={!none && add} />
      <DataTable<Unit>
        label={t('title')}
        query={units}
        rowKey={({ id }) => id}
        empty={<EmptyState title={t('emptyTitle')} hint={t('emptyHint')} action={add} />}
        columns={[
          { key: 'name', title: t('name'), dataIndex: 'name' },
          { key: 'kind', title: t('kind'), render: (_, { kind }) => t(kind) },
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
                      <Button type="link" size="small" onClick={() => setOpen(unit)}>
                        {t('edit')}
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
      {open === 'add' && <AddUnits close={() => setOpen(undefined)} />}
      {typeof open === 'object' && <EditUnit unit={open} close={() => setOpen(undefined)} />}
    </>
  )
}
