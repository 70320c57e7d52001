import { Link } from 'react-router'
import type { Board } from '../../../schema/api/boards.ts'
import { cockpitTexts } from '../../i18n/cockpit.ts'
import { useDates } from '../../lib/dates.ts'
import { useTexts } from '../../lib/language.tsx'
import { useCounty } from '../../lib/session.ts'
import { useNow } from '../../lib/use-now.ts'
import { ErrorState } from '../../ui/error-state.tsx'
import { useSourceName } from '../../ui/ranking-words.ts'
import { useBoards, useNewestRound, useOverview } from './boards.ts'

const namesShown = 6

/** For each board in use: its open round, how long is left, and who has not reported. */
export function ThisRound() {
  const t = useTexts(cockpitTexts)
  const { may } = useCounty()
  const boards = useBoards()
  if (boards.error && !boards.data) return <ErrorState error={boards.error} retry={() => boards.refetch()} />
  if (!boards.data) return null
  return (
    <section className="this-round" aria-labelledby="this-round">
      <h2 id="this-round">{t('thisWeek')}</h2>
      {boards.data.length === 0 && <p className="soft">{t('noBoards')}</p>}
      {boards.data.map((board) => (
        <BoardNow key={board.id} board={board} mayRead={may('report.read')} />
      ))}
    </section>
  )
}

function BoardNow({ board, mayRead }: { board: Board; mayRead: boolean }) {
  const t = useTexts(cockpitTexts)
  const { county } = useCounty()
  const dates = useDates()
  const now = useNow()
  const round = useNewestRound(board.id).data
  if (round === undefined) return null
  const open = round?.state === 'open' ? round : undefined
  return (
    <article>
      <h3>
        <Link to={`/${county}/boards/${board.id}`}>{board.name}</Link>
        {round && <span className="soft"> {t('roundNo', { no: round.no })}</span>}
      </h3>
      {open ? (
        <>
          <p>
            {t('closes', { at: dates.momentShort(open.closesAt) })} ·{' '}
            <strong>{dates.left(open.closesAt, now)}</strong>
          </p>
          <Reports round={open.id} mayRead={mayRead} />
        </>
      ) : (
        <p className="soft">{t('noOpenRound')}</p>
      )}
    </article>
  )
}

function Reports({ round, mayRead }: { round: string; mayRead: boolean }) {
  const t = useTexts(cockpitTexts)
  const sourceName = useSourceName()
  const overview = useOverview(round, mayRead).data
  if (!overview) return null
  return (
    <ul>
      {overview.sources.map(({ source, reporters }) => {
        const missing = reporters.filter(({ state }) => state === 'missing').map(({ name }) => name)
        const shown = missing.slice(0, namesShown).join(' · ')
        return (
          <li key={source}>
            <span>{sourceName(source)}</span>
            <span className="number">
              {t('reported', { n: reporters.length - missing.length, total: reporters.length })}
            </span>
            <span className="soft">
              {missing.length === 0 ? t('allIn') : t('missing', { names: shown })}
              {missing.length > namesShown && ` ${t('missingMore', { n: missing.length })}`}
            </span>
          </li>
        )
      })}
    </ul>
  )
}
