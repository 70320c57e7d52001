import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import type { Board, Round } from '../../../schema/api/boards.ts'
import { todayTexts } from '../../i18n/today.ts'
import { answer, api } from '../../lib/api.ts'
import { shanghaiDay } from '../../lib/dates.ts'
import { useTexts } from '../../lib/language.tsx'
import { live } from '../../lib/query.ts'
import { useCounty } from '../../lib/session.ts'
import { useNow } from '../../lib/use-now.ts'
import { useBoards } from './boards.ts'
import './today.css'

/** What waits for this member today: rounds to publish, objections to rule on, interviews due. */
export function ToDo() {
  const t = useTexts(todayTexts)
  const { may } = useCounty()
  const boards = useBoards().data ?? []
  if (!may('consequence.write') && !may('publication.write')) return null
  return (
    <section className="this-round" aria-labelledby="to-do">
      <h2 id="to-do">{t('toDo')}</h2>
      <ul className="to-do">
        {boards.map((board) => (
          <OnBoard key={board.id} board={board} />
        ))}
        {may('consequence.write') && <Interviews />}
        <li className="nothing soft">{t('nothingToDo')}</li>
      </ul>
    </section>
  )
}

function OnBoard({ board }: { board: Board }) {
  const waiting = useClosed(board.id).data ?? []
  return waiting.map((closed) => <Closed key={closed.id} board={board} round={closed} />)
}

function Closed({ board, round }: { board: Board; round: Round }) {
  const t = useTexts(todayTexts)
  const { county } = useCounty()
  const pending = useQuery({
    queryKey: [county, 'rounds', round.id, 'pending'],
    queryFn: async () => {
      const param = { county, id: round.id }
      const { items } = await answer(
        api.counties[':county'].rounds[':id'].objections.$get({ param, query: { limit: '500' } }),
      )
      return items.filter(({ state }) => state === 'pending').length
    },
    ...live(60),
  }).data
  return (
    <>
      <li>
        <Link to={`/${county}/rounds/${round.id}?tab=publication`}>
          {t('toPublish', { board: board.name, no: round.no })}
        </Link>
      </li>
      {pending ? (
        <li>
          <Link to={`/${county}/rounds/${round.id}?tab=objections`}>
            {t('toRule', { board: board.name, no: round.no, n: pending })}
          </Link>
        </li>
      ) : null}
    </>
  )
}

function Interviews() {
  const t = useTexts(todayTexts)
  const { county } = useCounty()
  const now = useNow(600)
  const proposed =
    useQuery({
      queryKey: [county, 'consequences', 'to-do'],
      queryFn: () =>
        answer(
          api.counties[':county'].consequences.$get({
            param: { county },
            query: { state: 'proposed', limit: '500' },
          }),
        ),
      ...live(120),
    }).data?.items ?? []
  const today = shanghaiDay(now)
  const soon = shanghaiDay(now + 3 * 86_400_000)
  const overdue = proposed.filter(({ dueOn }) => dueOn < today).length
  const due = proposed.filter(({ dueOn }) => dueOn >= today && dueOn <= soon).length
  const later = proposed.length - overdue - due
  return (
    <>
      {overdue > 0 && (
        <li>
          <Link to={`/${county}/interviews`} className="wrong">
            {t('overdue', { n: overdue })}
          </Link>
        </li>
      )}
      {due > 0 && (
        <li>
          <Link to={`/${county}/interviews`}>{t('due', { n: due })}</Link>
        </li>
      )}
      {later > 0 && (
        <li>
          <Link to={`/${county}/interviews`}>{t('proposed', { n: later })}</Link>
        </li>
      )}
    </>
  )
}

/** A board's rounds that have closed and are not yet published. */
function useClosed(board: string) {
  const { county } = useCounty()
  return useQuery({
    queryKey: [county, 'boards', board, 'closed'],
    queryFn: async () => {
      const { items } = await answer(
        api.counties[':county'].boards[':id'].rounds.$get({
          param: { county, id: board },
          query: { limit: '6' },
        }),
      )
      return items.filter(({ state }) => state === 'closed')
    },
    ...live(60),
  })
}
