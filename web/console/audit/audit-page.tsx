import { Button } from 'antd'
import { auditTexts } from '../../i18n/audit.ts'
import { useTexts } from '../../lib/language.tsx'
import { useCounty } from '../../lib/session.ts'
import { PageHeader } from '../../ui/page-header.tsx'
import { AuditTable } from './audit-table.tsx'
import { FilterBar } from './filter-bar.tsx'
import { SealPanel } from './seals/seal-panel.tsx'
import { queryOf, useAuditFilter } from './use-audit-filter.ts'
import { useFacets } from './use-facets.ts'
import './audit.css'

/** Who did what when: `?actor=&verb=&kind=&from=&to=&target=` narrow it down, and the download holds what is found. */
export default function AuditPage() {
  const t = useTexts(auditTexts)
  const { county } = useCounty()
  const filter = useAuditFilter()
  const facets = useFacets()
  const sheet = (format: 'xlsx' | 'csv') =>
    `/api/v1/counties/${encodeURIComponent(county)}/audit/sheet?${new URLSearchParams({ ...queryOf(filter.values), format })}`
  return (
    <>
      <PageHeader
        title={t('title')}
        hint={t('hint')}
        actions={
          <>
            <Button href={sheet('csv')} download title={t('downloadHint')}>
              {t('downloadCsv')}
            </Button>
            <Button href={sheet('xlsx')} download title={t('downloadHint')}>
              {t('download')}
            </Button>
          </>
        }
      />
      <SealPanel />
      <FilterBar filter={filter} facets={facets} />
      <AuditTable values={filter.values} only={(target) => filter.set({ target })} />
    </>
  )
}
