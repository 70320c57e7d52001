import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import type { Board, Round } from '../../../schema/api/boards.ts'
import type { RoundStandings } from '../../../schema/api/standings.ts'
import { todayTexts } from '../../i18n/today.ts'
import { answer, api } from '../../lib/api.ts'
import { useTexts } from '../../lib/language.tsx'
import { live } from '../../lib/query.ts'
import { useCounty } from '../../lib/session.ts'
import { Band } from '../../ui/band.tsx'
import { villageName } from '../../ui/ranking-words.ts'
import { Streak } from '../../ui/streak.tsx'
import { useBoards, useNewestRound } from './boards.ts'

const shown = 8

/** Who is red on each board as it stands now, the longest streaks first; each name leads to why. */
export function RedNow() {
  const t = useTexts(todayTexts)
  const boards = useBoards().data ?? []
  if (boards.length === 0) return null
  return (
    <section className="this-round" aria-labelledby="red-now">
      <h2 id="red-now">{t('red')}</h2>
      {boards.map((board) => (
        <RedOnBoard key={board.id} board={board} />
      ))}
    </section>
  )
}

function RedOnBoard({ board }: { board: Board }) {
  const round = useNewestRound(board.id).data
  return round ? <RedInRound board={board} round={round} /> : null
}

const said = { open: 'redDraft', closed: 'redClosed', published: 'redPublished' } as const

function RedInRound({ board, round }: { board: Board; round: Round }) {
  const t = useTexts(todayTexts)
  const { county } = useCounty()
  const standings = useStandings(round.id).data
  // Not yet open to this member, or nothing reported yet: there is nothing to say.
  if (!standings || standings.standings.length === 0) return null
  const red = standings.standings.filter(({ band }) => band === 'red')
  const worst = [...red].sort((a, b) => b.streak - a.streak || b.rank - a.rank).slice(0, shown)
  return (
    <article>
      <h3>
        {board.name} <span className="soft">{t(said[round.state], { no: round.no })}</span>
      </h3>
      {red.length === 0 && <p className="soft">{t('nobodyRed')}</p>}
      <ul className="red-list">
        {worst.map(({ subject, name, townshipName, band, streak }) => (
          <li key={subject}>
            <Band band={band} />
            <Link to={`/${county}/rounds/${round.id}/why/${subject}`} title={t('why')}>
              {villageName(name)}
            </Link>
            <span className="soft">{townshipName}</span>
            <Streak band={band} streak={streak} />
          </li>
        ))}
      </ul>
      {red.length > shown && (
        <Link to={`/${county}/rounds/${round.id}?tab=standings`}>{t('more', { n: red.length })}</Link>
      )}
    </article>
  )
}

function useStandings(round: string) {
  const { county } = useCounty()
  return useQuery({
    queryKey: [county, 'rounds', round, 'standings'],
    // An unchanged answer (304) is the browser's own business: what arrives here always has a body.
    queryFn: () =>
      answer(
        api.counties[':county'].rounds[':id'].standings.$get({ param: { county, id: round }, header: {} }),
      ) as Promise<RoundStandings>,
    ...live(30),
  })
}
