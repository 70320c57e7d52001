import { useInfiniteQuery } from '@tanstack/react-query'
import { Button, Segmented, Select } from 'antd'
import { Link, useSearchParams } from 'react-router'
import { ObjectionState } from '../../../schema/api/consequences.ts'
import type { ObjectionListed } from '../../../schema/api/objections.ts'
import { objectionsTexts } from '../../i18n/objections.ts'
import { rankingTexts } from '../../i18n/ranking.ts'
import { answer, api } from '../../lib/api.ts'
import { useAreas } from '../../lib/county-areas.ts'
import { useDates } from '../../lib/dates.ts'
import { useTexts } from '../../lib/language.tsx'
import { live } from '../../lib/query.ts'
import { useCounty } from '../../lib/session.ts'
import { useNow } from '../../lib/use-now.ts'
import { useWaited } from '../../lib/use-waited.ts'
import { DataTable } from '../../ui/data-table.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { villageName } from '../../ui/ranking-words.ts'

type State = ObjectionListed['state']

/** The objections of all rounds within reach, by state; each leads to where it is ruled on. */
export default function ObjectionsPage() {
  const t = useTexts(objectionsTexts)
  const { member } = useCounty()
  const [params, setParams] = useSearchParams()
  const state = ObjectionState.safeParse(params.get('state')).data ?? 'pending'
  const township = params.get('township') ?? undefined
  const { data, hasNextPage, fetchNextPage, isFetchingNextPage, ...query } = useListed(state, township)
  const set = (part: { state?: State; township?: string | undefined }) => {
    const next = { state, township, ...part }
    setParams({ state: next.state, ...(next.township ? { township: next.township } : {}) }, { replace: true })
  }
  return (
    <>
      <PageHeader title={t('title')} hint={t('lead')} />
      <div className="toolbar">
        <Segmented<State>
          aria-label={t('state')}
          value={state}
          onChange={(next) => set({ state: next })}
          options={ObjectionState.options.map((value) => ({ value, label: t(`state_${value}`) }))}
        />
        {member.scope.kind === 'county' && (
          <TownshipFilter value={township} change={(id) => set({ township: id })} />
        )}
      </div>
      <DataTable<ObjectionListed>
        label={t('title')}
        query={{ ...query, data: data?.pages.flatMap(({ items }) => items) }}
        rowKey={({ id }) => id}
        pagination={false}
        empty={<EmptyState title={t(`none_${state}`)} hint={t('noneHint')} />}
        columns={useColumns(state)}
      />
      {hasNextPage && (
        <p>
          <Button loading={isFetchingNextPage} onClick={() => fetchNextPage()}>
            {t('more')}
          </Button>
        </p>
      )}
    </>
  )
}

function useListed(state: State, township: string | undefined) {
  const { county } = useCounty()
  return useInfiniteQuery({
    queryKey: [county, 'objections', state, township],
    initialPageParam: '',
    queryFn: ({ pageParam }) =>
      answer(
        api.counties[':county'].objections.$get({
          param: { county },
          query: { state, ...(township ? { township } : {}), ...(pageParam ? { cursor: pageParam } : {}) },
        }),
      ),
    getNextPageParam: ({ nextCursor }) => nextCursor,
    ...live(30),
  })
}

function useColumns(state: State) {
  const t = useTexts(objectionsTexts)
  const words = useTexts(rankingTexts)
  const dates = useDates()
  const waited = useWaited()
  const now = useNow()
  const { county } = useCounty()
  return [
    {
      key: 'village',
      title: t('village'),
      render: (_: unknown, { id, round, name, townshipName }: ObjectionListed) => (
        <>
          <Link to={`/${county}/rounds/${round}?tab=objections&objection=${id}`}>{villageName(name)}</Link>{' '}
          <span className="soft">{townshipName}</span>
        </>
      ),
    },
    {
      key: 'round',
      title: t('round'),
      render: (_: unknown, { boardName, roundNo, roundState }: ObjectionListed) => (
        <>
          {boardName} {words('round', { no: roundNo })}{' '}
          <span className="soft">{words(`state_${roundState}`)}</span>
        </>
      ),
    },
    {
      key: 'text',
      title: t('text'),
      render: (_: unknown, { text }: ObjectionListed) => <span className="detail">{text}</span>,
    },
    {
      key: 'filed',
      title: t('filed'),
      render: (_: unknown, { filedAt }: ObjectionListed) => dates.momentShort(filedAt),
    },
    state === 'pending'
      ? {
          key: 'waited',
          title: t('waited'),
          render: (_: unknown, { filedAt }: ObjectionListed) => <strong>{waited(filedAt, now)}</strong>,
        }
      : {
          key: 'ended',
          title: t('ended'),
          render: (_: unknown, { ruledAt }: ObjectionListed) => ruledAt && dates.momentShort(ruledAt),
        },
  ]
}

function TownshipFilter({
  value,
  change,
}: {
  value: string | undefined
  change: (id: string | undefined) => void
}) {
  const t = useTexts(objectionsTexts)
  const townships = useAreas().data?.townships ?? []
  return (
    <Select
      aria-label={t('township')}
      style={{ width: 180 }}
      value={value ?? ''}
      onChange={(id) => change(id || undefined)}
      showSearch={{ optionFilterProp: 'label' }}
      options={[
        { value: '', label: t('allTownships') },
        ...townships.map(({ id, name }) => ({ value: id, label: name })),
      ]}
    />
  )
}
