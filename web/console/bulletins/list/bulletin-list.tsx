import { Button, Tag } from 'antd'
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { type Bulletin, BulletinKind, BulletinState } from '../../../../schema/api/bulletins.ts'
import { bulletinsTexts } from '../../../i18n/bulletins.ts'
import { useAreas } from '../../../lib/county-areas.ts'
import { useDates } from '../../../lib/dates.ts'
import { useTexts } from '../../../lib/language.tsx'
import { useCounty } from '../../../lib/session.ts'
import { useFilter } from '../../../lib/use-filter.ts'
import { DataTable } from '../../../ui/data-table.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { useBulletins } from '../queries.ts'
import { Choice } from './choice.tsx'

/** Bulletins, narrowed by what stands in the address. */
export function BulletinList({ compose }: { compose: ReactNode }) {
  const t = useTexts(bulletinsTexts)
  const filter = useFilter()
  const { may } = useCounty()
  const { county, townships = [] } = useAreas().data ?? {}
  const kind = BulletinKind.safeParse(filter.get('kind')).data
  const state = BulletinState.safeParse(filter.get('state')).data
  const owner = filter.get('owner')
  const query = useBulletins({ ...(kind && { kind }), ...(state && { state }), ...(owner && { owner }) })
  const narrowed = kind !== undefined || state !== undefined || owner !== ''
  const states = BulletinState.options.filter(
    (one) => may('bulletin.write') || !['draft', 'discarded'].includes(one),
  )
  const owners = [...(county ? [county] : []), ...townships.filter(({ active }) => active)]
  return (
    <>
      <div className="toolbar">
        <Choice
          label={t('kind')}
          none={t('everyKind')}
          value={kind}
          options={BulletinKind.options.map((value) => ({ value, label: t(`is_${value}`) }))}
          choose={(next) => filter.set('kind', next)}
        />
        <Choice
          label={t('state')}
          none={t('everyState')}
          value={state}
          options={states.map((value) => ({ value, label: t(`state_${value}`) }))}
          choose={(next) => filter.set('state', next)}
        />
        <Choice
          label={t('owner')}
          none={t('everyOwner')}
          value={owner}
          options={owners.map(({ id, name }) => ({ value: id, label: name }))}
          choose={(next) => filter.set('owner', next)}
        />
      </div>
      <Table
        query={query}
        empty={
          narrowed ? (
            <EmptyState
              title={t('noMatchTitle')}
              hint={t('noMatchHint')}
              action={
                <Button onClick={() => filter.setAll({ kind: '', state: '', owner: '' })}>
                  {t('clear')}
                </Button>
              }
            />
          ) : (
            <EmptyState
              title={t('emptyTitle')}
              hint={t(may('bulletin.write') ? 'emptyHint' : 'emptyReader')}
              action={compose}
            />
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

type TableProps = { query: ReturnType<typeof useBulletins>; empty: ReactNode }

function Table({ query, empty }: TableProps) {
  const t = useTexts(bulletinsTexts)
  const dates = useDates()
  const days = ({ from, to }: Bulletin) =>
    from === to ? dates.day(from) : `${dates.day(from)} – ${dates.dayShort(to)}`
  return (
    <DataTable<Bulletin>
      label={t('title')}
      query={query}
      rowKey={({ id }) => id}
      empty={empty}
      pagination={false}
      columns={[
        { key: 'title', title: t('titleColumn'), render: (_, { id, title }) => <Link to={id}>{title}</Link> },
        { key: 'kind', title: t('kind'), render: (_, { kind }) => t(`is_${kind}`) },
        { key: 'owner', title: t('owner'), dataIndex: 'ownerName' },
        { key: 'days', title: t('days'), render: (_, bulletin) => days(bulletin) },
        { key: 'number', title: t('number'), render: (_, { number }) => number ?? '–' },
        {
          key: 'visibility',
          title: t('visibility'),
          render: (_, { visibility }) => t(`visible_${visibility}`),
        },
        {
          key: 'state',
          title: t('state'),
          render: (_, { state, issuedAt }) =>
            state === 'issued' && issuedAt !== null ? (
              t('issuedOn', { day: dates.day(issuedAt) })
            ) : (
              <Tag>{t(`state_${state}`)}</Tag>
            ),
        },
      ]}
    />
  )
}
