import { Alert, Button, Checkbox } from 'antd'
import { lazy, Suspense, useState } from 'react'
import type { Area } from '../../../schema/api/areas.ts'
import { areasTexts } from '../../i18n/areas.ts'
import { useAreas } from '../../lib/county-areas.ts'
import { useTexts } from '../../lib/language.tsx'
import { useCounty, useSetup } from '../../lib/session.ts'
import { useFilter } from '../../lib/use-filter.ts'
import { NameSelect } from '../../ui/name-select.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { SearchBox } from '../../ui/search-box.tsx'
import { AddArea, type AddedLevel } from './add-area.tsx'
import { AreasTable } from './areas-table.tsx'
import { MergeArea } from './merging/merge-area.tsx'
import { RenameArea } from './rename-area.tsx'

const ImportAreas = lazy(async () => ({
  default: (await import('./importing/import-areas.tsx')).ImportAreas,
}))

export type OpenDialog =
  | { add: AddedLevel; under?: Area | undefined }
  | { rename: Area }
  | { merge: Area }
  | 'import'
  | undefined

/** The county's areas as a tree. The filters live in the address: `?q=&township=&retired=1`. */
export default function AreasPage() {
  const t = useTexts(areasTexts)
  const { county, may } = useCounty()
  const setup = useSetup().data?.setup
  const areas = useAreas()
  const filter = useFilter()
  const [open, setOpen] = useState<OpenDialog>()
  const close = () => setOpen(undefined)
  return (
    <>
      <PageHeader
        title={t('title')}
        hint={setup && t('counts', { townships: setup.townships, villages: setup.villages })}
        actions={
          <>
            <Button href={`/api/v1/counties/${encodeURIComponent(county)}/areas/sheet`} download>
              {t('download')}
            </Button>
            {may('area.write') && (
              <>
                <Button onClick={() => setOpen('import')}>{t('import')}</Button>
                <Button onClick={() => setOpen({ add: 'township' })}>{t('addTownship')}</Button>
                <Button type="primary" onClick={() => setOpen({ add: 'village' })}>
                  {t('addVillage')}
                </Button>
              </>
            )}
          </>
        }
      />
      {setup?.areas === 'importing' && (
        <Alert type="info" showIcon role="status" title={t('importing', { villages: setup.villages })} />
      )}
      <div className="toolbar">
        <SearchBox label={t('search')} value={filter.get('q')} change={(q) => filter.set('q', q)} />
        <NameSelect
          aria-label={t('township')}
          className="search-box"
          placeholder={t('allTownships')}
          allowClear
          value={filter.get('township') || null}
          onChange={(value: string | null | undefined) => filter.set('township', value ?? '')}
          options={(areas.data?.townships ?? []).map(({ id, name }) => ({ value: id, label: name }))}
        />
        <Checkbox
          checked={filter.get('retired') !== ''}
          onChange={(event) => filter.set('retired', event.target.checked ? '1' : '')}
        >
          {t('showRetired')}
        </Checkbox>
      </div>
      <AreasTable
        query={areas}
        q={filter.get('q')}
        township={filter.get('township')}
        retired={filter.get('retired') !== ''}
        open={setOpen}
      />
      {typeof open === 'object' && 'add' in open && (
        <AddArea level={open.add} under={open.under} close={close} />
      )}
      {typeof open === 'object' && 'rename' in open && <RenameArea area={open.rename} close={close} />}
      {typeof open === 'object' && 'merge' in open && <MergeArea area={open.merge} close={close} />}
      {open === 'import' && (
        <Suspense>
          <ImportAreas close={close} />
        </Suspense>
      )}
    </>
  )
}
