import { useInfiniteQuery } from '@tanstack/react-query'
import { Button, Segmented } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import type { PlaceFlag, PlaceFlagChange } from '../../../../schema/api/field.ts'
import { gridsTexts } from '../../../i18n/grids.ts'
import { answer, api } from '../../../lib/api.ts'
import { useDates } from '../../../lib/dates.ts'
import { useTexts } from '../../../lib/language.tsx'
import { useCounty } from '../../../lib/session.ts'
import { useFilter } from '../../../lib/use-filter.ts'
import { DataTable } from '../../../ui/data-table.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { PageHeader } from '../../../ui/page-header.tsx'
import { villageName } from '../../../ui/ranking-words.ts'
import { Tabs } from '../tabs.tsx'
import { JudgePlace } from './judge-place.tsx'

const states = ['open', 'cleared', 'confirmed'] as const
type State = (typeof states)[number]
type Judged = { flag: PlaceFlag; state: PlaceFlagChange['state'] }

/** Times and places of records that a human should look at; nothing was refused for them, and nobody is named. */
export default function PlacesPage() {
  const t = useTexts(gridsTexts)
  const dates = useDates()
  const { get, set } = useFilter()
  const state = states.find((one) => one === get('state')) ?? 'open'
  const query = useFlags(state)
  const [judged, setJudged] = useState<Judged>()
  const why = useWhy()
  return (
    <>
      <PageHeader title={t('places')} hint={t('placesHint')} />
      <Tabs />
      <div className="toolbar">
        <Segmented<State>
          aria-label={t('which')}
          value={state}
          onChange={(next) => set('state', next === 'open' ? '' : next)}
          options={states.map((value) => ({ value, label: t(`place_${value}`) }))}
        />
      </div>
      <DataTable<PlaceFlag>
        label={t('places')}
        query={query}
        rowKey={({ id }) => id}
        empty={<EmptyState title={t('noPlacesTitle')} hint={t('noPlacesHint')} />}
        columns={[
          { key: 'at', title: t('receivedAt'), render: (_, { at }) => dates.momentShort(at) },
          { key: 'area', title: t('area'), render: (_, { areaName }) => villageName(areaName) },
          { key: 'why', title: t('why'), render: (_, flag) => why(flag) },
          { key: 'record', title: t('record'), render: (_, flag) => <Record {...flag} /> },
          state === 'open'
            ? {
                key: 'judge',
                title: t('actions'),
                render: (_: unknown, flag: PlaceFlag) => (
                  <span className="row-actions">
                    {(['cleared', 'confirmed'] as const).map((one) => (
                      <Button
                        key={one}
                        size="small"
                        danger={one === 'confirmed'}
                        onClick={() => setJudged({ flag, state: one })}
                      >
                        {t(`judge_${one}`)}
                      </Button>
                    ))}
                  </span>
                ),
              }
            : { key: 'note', title: t('note'), dataIndex: 'note' },
        ]}
      />
      {query.hasNextPage && (
        <Button loading={query.isFetchingNextPage} onClick={() => query.fetchNextPage()}>
          {t('more')}
        </Button>
      )}
      {judged && <JudgePlace {...judged} close={() => setJudged(undefined)} />}
    </>
  )
}

function useFlags(state: State) {
  const { county } = useCounty()
  return useInfiniteQuery({
    queryKey: [county, 'place-flags', state],
    queryFn: ({ pageParam }) => {
      const cursor = pageParam === '' ? {} : { cursor: pageParam }
      return answer(
        api.counties[':county']['place-flags'].$get({ param: { county }, query: { state, ...cursor } }),
      )
    },
    initialPageParam: '',
    getNextPageParam: ({ nextCursor }) => nextCursor,
    select: ({ pages }): PlaceFlag[] => pages.flatMap(({ items }) => items),
  })
}

/** What is odd, in a sentence. */
function useWhy(): (flag: PlaceFlag) => string {
  const t = useTexts(gridsTexts)
  return ({ kind, detail: { minutes = 0, metres = 0, speed = 0 } }) => {
    const kilometres = (metres / 1000).toFixed(1)
    switch (kind) {
      case 'clock':
        return t(minutes > 0 ? 'clockAhead' : 'clockBehind', { minutes: Math.abs(minutes) })
      case 'far':
        return t('whyFar', { kilometres })
      case 'speed':
        return t('whySpeed', { kilometres, speed })
      default:
        return t(`why_${kind}`)
    }
  }
}

function Record({ target, targetId, area }: PlaceFlag) {
  const t = useTexts(gridsTexts)
  const { county } = useCounty()
  const to = target === 'patrol' ? `grids/${area}` : `${target}s/${targetId}`
  return <Link to={`/${county}/${to}`}>{t(`target_${target}`)}</Link>
}
