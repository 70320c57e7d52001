import { Button, Tag } from 'antd'
import { Link } from 'react-router'
import type { Inspection } from '../../../../schema/api/inspections.ts'
import { inspectionsTexts } from '../../../i18n/inspections.ts'
import { scoringTexts } from '../../../i18n/scoring.ts'
import { useAreas } from '../../../lib/county-areas.ts'
import { useDates } from '../../../lib/dates.ts'
import { useTexts } from '../../../lib/language.tsx'
import { useCounty } from '../../../lib/session.ts'
import { useFilter } from '../../../lib/use-filter.ts'
import { DataTable } from '../../../ui/data-table.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { LinkButton } from '../../../ui/link-button.tsx'
import { PageHeader } from '../../../ui/page-header.tsx'
import { villageName } from '../../../ui/ranking-words.ts'
import { type ListFilter, useInspections, useUnitName } from '../queries.ts'
import { Tabs } from '../tabs.tsx'
import { FilterBar, filterNames } from './filter-bar.tsx'

/** What has been inspected, the last first. */
export function InspectionList() {
  const t = useTexts(inspectionsTexts)
  const { county, may } = useCounty()
  const shown = useFilter()
  const { get, setAll } = shown
  const filter: ListFilter = Object.fromEntries(
    filterNames.flatMap((name) => (get(name) === '' ? [] : [[name, get(name)]])),
  )
  const query = useInspections(filter)
  const narrowed = Object.keys(filter).length > 0
  const add = may('inspection.write') && (
    <LinkButton type="primary" to={`/${county}/inspections/new`}>
      {t('add')}
    </LinkButton>
  )
  const none = query.data?.length === 0 && !narrowed
  const clear = () => setAll(Object.fromEntries(filterNames.map((name) => [name, ''])))
  return (
    <>
      <PageHeader title={t('title')} hint={t('hint')} actions={!none && add} />
      <Tabs />
      {!none && <FilterBar {...shown} />}
      <Found
        query={query}
        empty={
          narrowed ? (
            <EmptyState
              title={t('noMatchTitle')}
              hint={t('noMatchHint')}
              action={<Button onClick={clear}>{t('clear')}</Button>}
            />
          ) : (
            <EmptyState title={t('emptyTitle')} hint={t(add ? 'emptyHint' : 'emptyReader')} action={add} />
          )
        }
      />
      {query.hasNextPage && (
        <Button loading={query.isFetchingNextPage} onClick={() => query.fetchNextPage()}>
          {t('more')}
        </Button>
      )}
    </>
  )
}

type FoundProps = { query: ReturnType<typeof useInspections>; empty: React.ReactNode }

function Found({ query, empty }: FoundProps) {
  const t = useTexts(inspectionsTexts)
  const words = useTexts(scoringTexts)
  const dates = useDates()
  const { county } = useCounty()
  const areas = useAreas().data
  const nameOf = useUnitName()
  const township = (id: string | null) => (id === null ? undefined : areas?.byId.get(id)?.name)
  return (
    <DataTable<Inspection>
      label={t('records')}
      query={query}
      rowKey={({ id }) => id}
      empty={empty}
      pagination={false}
      columns={[
        {
          key: 'subject',
          title: t('subject'),
          render: (_, one) => (
            <Link to={`/${county}/inspections/${one.id}`}>
              {township(one.township)} {one.subject !== one.township && villageName(one.subjectName)}
            </Link>
          ),
        },
        {
          key: 'score',
          title: t('score'),
          align: 'right',
          render: (_, { score, annulled }) =>
            annulled ? <Tag>{t('annulled')}</Tag> : (score?.toFixed(2) ?? '—'),
        },
        { key: 'endedAt', title: t('endedAt'), render: (_, { endedAt }) => dates.momentShort(endedAt) },
        {
          key: 'unit',
          title: t('unit'),
          responsive: ['md'],
          render: (_, one) => nameOf(one.unit, township(one.township)),
        },
        { key: 'sheet', title: t('sheet'), responsive: ['md'], render: (_, { sheetName }) => sheetName },
        {
          key: 'purpose',
          title: t('purpose'),
          responsive: ['lg'],
          render: (_, { purpose }) => words(`purpose_${purpose}`),
        },
      ]}
    />
  )
}
