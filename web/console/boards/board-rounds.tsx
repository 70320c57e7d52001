import { Button } from 'antd'
import { Link, useNavigate } from 'react-router'
import type { Board, Round } from '../../../schema/api/boards.ts'
import { boardsTexts } from '../../i18n/boards.ts'
import { rankingTexts } from '../../i18n/ranking.ts'
import { answer, api } from '../../lib/api.ts'
import { useDates } from '../../lib/dates.ts'
import { useTexts } from '../../lib/language.tsx'
import { useCounty } from '../../lib/session.ts'
import { useChange } from '../../lib/use-change.ts'
import { useNow } from '../../lib/use-now.ts'
import { DataTable } from '../../ui/data-table.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ErrorState } from '../../ui/error-state.tsx'
import { useMayKeep } from './may-keep.ts'
import { useRounds } from './queries.ts'

/** A board's rounds, newest first. */
export function BoardRounds({ board }: { board: Board }) {
  const t = useTexts(boardsTexts)
  const words = useTexts(rankingTexts)
  const dates = useDates()
  const now = useNow()
  const { county } = useCounty()
  const { data, ...query } = useRounds(board.id)
  const open = <OpenRound board={board} />
  const anyOpen = data?.items.some(({ state }) => state === 'open')
  return (
    <>
      {data && data.items.length > 0 && !anyOpen && <div className="toolbar">{open}</div>}
      <DataTable<Round>
        label={t('rounds')}
        query={{ ...query, data: data?.items }}
        rowKey={({ id }) => id}
        empty={<EmptyState title={t('noRoundsTitle')} hint={t('noRoundsHint')} action={open} />}
        columns={[
          {
            key: 'no',
            title: t('no'),
            render: (_, { id, no }) => <Link to={`/${county}/rounds/${id}`}>{words('round', { no })}</Link>,
          },
          { key: 'state', title: t('state'), render: (_, { state }) => words(`state_${state}`) },
          { key: 'opens', title: t('opens'), render: (_, { opensAt }) => dates.momentShort(opensAt) },
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
