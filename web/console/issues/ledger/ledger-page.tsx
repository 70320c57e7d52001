import { Button } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import type { Issue } from '../../../../schema/api/issues.ts'
import { issuesTexts } from '../../../i18n/issues.ts'
import { useTexts } from '../../../lib/language.tsx'
import { useCounty } from '../../../lib/session.ts'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { ErrorState } from '../../../ui/error-state.tsx'
import { LinkButton } from '../../../ui/link-button.tsx'
import { PageHeader } from '../../../ui/page-header.tsx'
import { Pager } from '../pager.tsx'
import { useIssues } from '../queries.ts'
import { useNarrow } from '../use-narrow.ts'
import { BulkBar } from './bulk-bar.tsx'
import { Counts } from './counts.tsx'
import { FilterBar } from './filter-bar.tsx'
import { type Filters, isNarrowed, queryOf, unnarrowed, useFilters } from './filters.ts'
import { ImportIssues } from './import-issues.tsx'
import { LedgerBoard } from './ledger-board.tsx'
import { LedgerCards } from './ledger-cards.tsx'
import { LedgerTable } from './ledger-table.tsx'
import { SavedFilters } from './saved-filters.tsx'
import { sheetAddress } from './sheet-address.ts'

const pageSize = 50

/** The issue ledger: everything found, as far as the reader's scope reaches. */
export function LedgerPage() {
  const t = useTexts(issuesTexts)
  const { county, may } = useCounty()
  const { filters, change, setParams } = useFilters()
  const [importing, setImporting] = useState(false)
  const narrow = useNarrow()
  const asBoard = filters.view === 'board' && !narrow
  return (
    <>
      <PageHeader
        title={t('title')}
        hint={
          <>
            {t('lead_ledger')} <Link to={`/${county}/issues/mine`}>{t('mine')}</Link>{' '}
            <Link to={`/${county}/issues/statistics`}>{t('statistics')}</Link>{' '}
            <Link to={`/${county}/issues/notices`}>{t('notices')}</Link>
          </>
        }
        actions={
          <>
            {may('issue.assign') && <Button onClick={() => setImporting(true)}>{t('import')}</Button>}
            <Button href={sheetAddress(county, queryOf(filters))} download>
              {t('export')}
            </Button>
            {may('issue.write') && (
              <LinkButton type="primary" to={`/${county}/issues/new`}>
                {t('report')}
              </LinkButton>
            )}
          </>
        }
      />
      <Counts change={change} />
      <FilterBar filters={filters} change={change} />
      <SavedFilters filters={filters} open={(query) => setParams(new URLSearchParams(query))} />
      {asBoard ? (
        <LedgerBoard filters={filters} />
      ) : (
        <Listed key={JSON.stringify(queryOf(filters))} filters={filters} narrow={narrow} change={change} />
      )}
      {importing && <ImportIssues close={() => setImporting(false)} />}
    </>
  )
}

type ListedProps = { filters: Filters; narrow: boolean; change: (changed: Partial<Filters>) => void }

/** The list a page at a time, by key: `before` holds the cursors of the pages turned. */
function Listed({ filters, narrow, change }: ListedProps) {
  const t = useTexts(issuesTexts)
  const { county, may } = useCounty()
  const [before, setBefore] = useState<readonly string[]>([])
  const [chosen, setChosen] = useState<ReadonlyMap<string, Issue>>(new Map())
  const { data, error, isPending, isPlaceholderData, refetch } = useIssues(
    queryOf(filters),
    pageSize,
    before.at(-1),
  )
  if (error && !data) return <ErrorState error={error} retry={() => refetch()} />
  if (data?.items.length === 0 && before.length === 0) {
    if (isNarrowed(filters)) {
      return (
        <EmptyState
          title={t('noMatchTitle')}
          hint={t('noMatchHint')}
          action={<Button onClick={() => change(unnarrowed(filters))}>{t('clear')}</Button>}
        />
      )
    }
    return (
      <EmptyState
        title={t(`empty_${filters.settled}`)}
        hint={t(`emptyHint_${filters.settled}`)}
        action={may('issue.write') && <LinkButton to={`/${county}/issues/new`}>{t('report')}</LinkButton>}
      />
    )
  }
  const several = may('issue.assign') || may('issue.verify')
  return (
    <>
      {several && !narrow && <BulkBar shown={data?.items ?? []} chosen={chosen} choose={setChosen} />}
      {narrow ? (
        <LedgerCards issues={data?.items ?? []} />
      ) : (
        <LedgerTable
          issues={data?.items}
          pending={isPending || isPlaceholderData}
          chosen={several ? chosen : undefined}
          choose={setChosen}
        />
      )}
      <Pager cursors={before} next={data?.nextCursor ?? null} turn={setBefore} busy={isPlaceholderData} />
    </>
  )
}
