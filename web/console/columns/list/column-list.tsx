import { Button, Segmented } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import { type ColumnArticle, ColumnKind, ColumnState, columnKinds } from '../../../../schema/api/columns.ts'
import { columnsTexts } from '../../../i18n/columns.ts'
import { useAreas } from '../../../lib/county-areas.ts'
import { useDates } from '../../../lib/dates.ts'
import { useTexts } from '../../../lib/language.tsx'
import { useCounty } from '../../../lib/session.ts'
import { useFilter } from '../../../lib/use-filter.ts'
import { DataTable } from '../../../ui/data-table.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { LinkButton } from '../../../ui/link-button.tsx'
import { NameSelect } from '../../../ui/name-select.tsx'
import { PageHeader } from '../../../ui/page-header.tsx'
import { villageName } from '../../../ui/ranking-words.ts'
import { KindMark, StateWords } from '../kind-mark.tsx'
import { useColumns } from '../queries.ts'
import { RuleDialog } from './rule-dialog.tsx'
import { StateTabs } from './state-tabs.tsx'

/** What stands in the columns, or the articles in another state: `?state=&kind=&township=`. */
export function ColumnList() {
  const t = useTexts(columnsTexts)
  const { county, may } = useCounty()
  const { get } = useFilter()
  const state = ColumnState.safeParse(get('state')).data
  const kind = ColumnKind.safeParse(get('kind')).data
  const township = get('township')
  const [ruling, setRuling] = useState(false)
  const { data, hasNextPage, fetchNextPage, isFetchingNextPage, ...query } = useColumns({
    ...(state && { state }),
    ...(kind && { kind }),
    ...(township && { township }),
  })
  const add = may('column.write') && (
    <LinkButton type="primary" to={`/${county}/columns/new`}>
      {t('add')}
    </LinkButton>
  )
  const settings = may('column.rule') && <Button onClick={() => setRuling(true)}>{t('settings')}</Button>
  return (
    <>
      <PageHeader
        title={t('title')}
        hint={t('hint')}
        actions={
          <>
            {settings}
            {add}
          </>
        }
      />
      {may('column.draft') && <StateTabs />}
      <FilterBar />
      <DataTable<ColumnArticle>
        label={t('title')}
        query={{ ...query, data: data?.pages.flatMap(({ items }) => items) }}
        rowKey={({ id }) => id}
        pagination={false}
        empty={<EmptyState title={t(`none_${state ?? 'shown'}`)} hint={t(add ? 'noneHint' : 'noneReader')} />}
        columns={useShownColumns()}
      />
      {hasNextPage && (
        <p>
          <Button loading={isFetchingNextPage} onClick={() => fetchNextPage()}>
            {t('more')}
          </Button>
        </p>
      )}
      {ruling && <RuleDialog close={() => setRuling(false)} />}
    </>
  )
}

function FilterBar() {
  const t = useTexts(columnsTexts)
  const { member } = useCounty()
  const { get, set } = useFilter()
  const areas = useAreas().data
  return (
    <div className="toolbar">
      <Segmented<string>
        aria-label={t('kind')}
        value={ColumnKind.safeParse(get('kind')).data ?? ''}
        onChange={(value) => set('kind', value)}
        options={[
          { value: '', label: t('all') },
          ...columnKinds.map((value) => ({ value, label: t(`kind_${value}`) })),
        ]}
      />
      {member.scope.kind === 'county' && areas && (
        <NameSelect
          aria-label={t('township')}
          allowClear
          className="name-filter"
          placeholder={t('anyTownship')}
          value={get('township') || null}
          onChange={(id: string | null | undefined) => set('township', id ?? '')}
          options={areas.townships.map(({ id, name }) => ({ value: id, label: name }))}
        />
      )}
    </div>
  )
}

function useShownColumns() {
  const t = useTexts(columnsTexts)
  const dates = useDates()
  const { county } = useCounty()
  return [
    {
      key: 'title',
      title: t('articleTitle'),
      render: (_: unknown, { id, title }: ColumnArticle) => (
        <Link to={`/${county}/columns/${id}`}>{title}</Link>
      ),
    },
    {
      key: 'kind',
      title: t('kind'),
      render: (_: unknown, { kind }: ColumnArticle) => <KindMark kind={kind} />,
    },
    {
      key: 'area',
      title: t('place'),
      render: (_: unknown, { areaName }: ColumnArticle) => villageName(areaName),
    },
    {
      key: 'state',
      title: t('state'),
      render: (_: unknown, article: ColumnArticle) => <StateWords article={article} />,
    },
    {
      key: 'visibility',
      title: t('visibility'),
      render: (_: unknown, { visibility }: ColumnArticle) => t(`visibility_${visibility}`),
    },
    {
      key: 'expiresOn',
      title: t('expiresOn'),
      render: (_: unknown, { expiresOn }: ColumnArticle) => dates.day(expiresOn),
    },
  ]
}
