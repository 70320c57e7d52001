import { Alert, Button, Checkbox } from 'antd'
import { useState } from 'react'
import { useSearchParams } from 'react-router'
import type { Area } from '../../../schema/api/areas.ts'
import { areasTexts } from '../../i18n/areas.ts'
import { useAreas } from '../../lib/county-areas.ts'
import { useTexts } from '../../lib/language.tsx'
import { useCounty, useSetup } from '../../lib/session.ts'
import { NameSelect } from '../../ui/name-select.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { SearchBox } from '../../ui/search-box.tsx'
import { AddArea } from './add-area.tsx'
import { AreasTable } from './areas-table.tsx'
import { RenameArea } from './rename-area.tsx'

type Open = { add: 'township' | 'village'; under?: string | undefined } | { rename: Area } | undefined

/** The county's townships and villages. The filters live in the address: `?q=&township=&retired=1`. */
export default function AreasPage() {
  const t = useTexts(areasTexts)
  const { may } = useCounty()
  const setup = useSetup().data?.setup
  const areas = useAreas()
  const [filter, setFilter] = useSearchParams()
  const [open, setOpen] = useState<Open>()
  const set = (name: string, value: string) =>
    setFilter(
      (before) => {
        if (value === '') before.delete(name)
        else before.set(name, value)
        return before
      },
      { replace: true },
    )
  const close = () => setOpen(undefined)
  const mayWrite = may('area.write')
  return (
    <>
      <PageHeader
        title={t('title')}
        hint={setup && t('counts', { townships: setup.townships, villages: setup.villages })}
        actions={
          mayWrite && (
            <>
              <Button onClick={() => setOpen({ add: 'township' })}>{t('addTownship')}</Button>
              <Button type="primary" onClick={() => setOpen({ add: 'village' })}>
                {t('addVillage')}
              </Button>
            </>
          )
        }
      />
      {setup?.areas === 'importing' && (
        <Alert type="info" showIcon role="status" title={t('importing', { villages: setup.villages })} />
      )}
      <div className="toolbar">
        <SearchBox label={t('search')} value={filter.get('q') ?? ''} change={(q) => set('q', q)} />
        <NameSelect
          aria-label={t('township')}
          className="search-box"
          placeholder={t('allTownships')}
          allowClear
          value={filter.get('township')}
          onChange={(value: string | null | undefined) => set('township', value ?? '')}
          options={(areas.data?.townships ?? []).map(({ id, name }) => ({ value: id, label: name }))}
        />
        <Checkbox
          checked={filter.has('retired')}
          onChange={(event) => set('retired', event.target.checked ? '1' : '')}
        >
          {t('showRetired')}
        </Checkbox>
      </div>
      <AreasTable
        query={areas}
        q={filter.get('q') ?? ''}
        township={filter.get('township') ?? ''}
        retired={filter.has('retired')}
        rename={(area) => setOpen({ rename: area })}
        addUnder={(under) => setOpen({ add: 'village', under })}
      />
      {open && 'add' in open && <AddArea level={open.add} under={open.under} close={close} />}
      {open && 'rename' in open && <RenameArea area={open.rename} close={close} />}
    </>
  )
}
