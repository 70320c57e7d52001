import { Button, Select } from 'antd'
import { Link, useNavigate, useSearchParams } from 'react-router'
import { type Board, type Round, RoundState } from '../../../schema/api/boards.ts'
import { boardsTexts } from '../../i18n/boards.ts'
import { rankingTexts } from '../../i18n/ranking.ts'
import { answer, api } from '../../lib/api.ts'
import { shanghaiDay, useDates } from '../../lib/dates.ts'
import { useTexts } from '../../lib/language.tsx'
import { useCounty } from '../../lib/session.ts'
import { useChange } from '../../lib/use-change.ts'
import { useNow } from '../../lib/use-now.ts'
import { DataTable } from '../../ui/data-table.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ErrorState } from '../../ui/error-state.tsx'
import { useMayKeep } from './may-keep.ts'
import { useRoundPages, useRounds } from './queries.ts'
import { monthsOf, roundFilterIn } from './round-filter.ts'

/** A board's rounds, newest first, by state and month. */
export function BoardRounds({ board }: { board: Board }) {
  const t = useTexts(boardsTexts)
  const words = useTexts(rankingTexts)
  const dates = useDates()
  const now = useNow()
  const { county } = useCounty()
  const [params, setParams] = useSearchParams()
  const last = useRounds(board.id).data
  const query = useRoundPages(board.id, roundFilterIn(params))
  const rounds = query.data?.pages.flatMap(({ items }) => items)
  const open = <OpenRound board={board} />
  const anyOpen = last?.some(({ state }) => state === 'open')
  const clear = () => setParams({ tab: 'rounds' }, { replace: true })
  return (
    <>
      {last && last.length > 0 && (
        <div className="toolbar">
          <RoundFilters board={board} />
          <span className="spacer" />
          {!anyOpen && open}
        </div>
      )}
      <DataTable<Round>
        label={t('rounds')}
        query={{ ...query, data: rounds }}
        rowKey={({ id }) => id}
        pagination={false}
        empty={
          last && last.length > 0 ? (
            <EmptyState
              title={t('noRoundFits')}
              hint={t('noRoundFitsHint')}
              action={<Button onClick={clear}>{t('allRounds')}</Button>}
            />
          ) : (
            <EmptyState title={t('noRoundsTitle')} hint={t('noRoundsHint')} action={open} />
          )
        }
        columns={[
          {
            key: 'no',
            title: t('no'),
            render: (_, { id, no }) => <Link to={`/${county}/rounds/${id}`}>{words('round', { no })}</Link>,
          },
          { key: 'state', title: t('state'), render: (_, { state }) => words(`state_${state}`) },
          {
            key: 'opens',
            title: t('opens'),
            responsive: ['md'],
            render: (_, { opensAt }) => dates.momentShort(opensAt),
          },
          {
            key: 'closes',
            title: t('closes'),
            render: (_, { closesAt, state }) => (
              <>
                {dates.momentShort(closesAt)}
                {state === 'open' && <span className="soft"> {dates.left(closesAt, now)}</span>}
              </>
            ),
          },
          {
            key: 'published',
            title: t('published'),
            render: (_, { publishedAt }) => publishedAt && dates.momentShort(publishedAt),
          },
          {
            key: 'revision',
            title: t('revision'),
            align: 'right',
            render: (_, { revision }) => revision || '',
          },
        ]}
      />
      {query.hasNextPage && (
        <p>
          <Button loading={query.isFetchingNextPage} onClick={() => query.fetchNextPage()}>
            {t('olderRounds')}
          </Button>
        </p>
      )}
    </>
  )
}

/** State, year and month of closing; in the address, so that a list can be sent as a link. */
function RoundFilters({ board }: { board: Board }) {
  const t = useTexts(boardsTexts)
  const words = useTexts(rankingTexts)
  const [params, setParams] = useSearchParams()
  const set = (name: string, value: string) => {
    const next = new URLSearchParams(params)
    if (value === '') next.delete(name)
    else next.set(name, value)
    setParams(next, { replace: true })
  }
  const months = monthsOf(shanghaiDay(board.createdAt), shanghaiDay(Date.now()))
  return (
    <>
      <Select
        aria-label={t('state')}
        style={{ minWidth: 120 }}
        value={params.get('state') ?? ''}
        onChange={(state) => set('state', state)}
        options={[
          { value: '', label: t('anyState') },
          ...RoundState.options.map((value) => ({ value, label: words(`state_${value}`) })),
        ]}
      />
      <Select
        aria-label={t('month')}
        style={{ minWidth: 140 }}
        value={params.get('month') ?? ''}
        onChange={(month) => set('month', month)}
        options={[
          { value: '', label: t('anyMonth') },
          ...months.map((value) => ({
            value,
            label: value.length === 4 ? t('wholeYear', { year: value }) : value,
          })),
        ]}
      />
    </>
  )
}

function OpenRound({ board }: { board: Board }) {
  const t = useTexts(boardsTexts)
  const { county } = useCounty()
  const mayKeep = useMayKeep(board)
  const go = useNavigate()
  const opening = useChange({
    send: (_: undefined, options) =>
      answer(
        api.counties[':county'].boards[':id'].rounds.$post(
          { param: { county, id: board.id }, json: {} },
          options,
        ),
      ),
    renews: [
      [county, 'boards', board.id, 'rounds'],
      [county, 'open-rounds'],
    ],
    done: (round) => go(`/${county}/rounds/${round.id}`),
  })
  if (!mayKeep || !board.active) return null
  return (
    <>
      {opening.error && <ErrorState error={opening.error} />}
      <Button type="primary" loading={opening.isPending} onClick={() => opening.mutate(undefined)}>
        {t('openRound')}
      </Button>
    </>
  )
}
