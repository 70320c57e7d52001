import { Link } from 'react-router'
import { cockpitTexts } from '../../i18n/cockpit.ts'
import { rankingTexts } from '../../i18n/ranking.ts'
import { useDates } from '../../lib/dates.ts'
import { useTexts } from '../../lib/language.tsx'
import { useCounty } from '../../lib/session.ts'
import { useNow } from '../../lib/use-now.ts'
import type { Week } from './boards.ts'

/** A board's name, how long its open round still takes reports, and which round waits for publication. */
export function Clock({ week: { board, open, closed } }: { week: Week }) {
  const t = useTexts(cockpitTexts)
  const words = useTexts(rankingTexts)
  const { county } = useCounty()
  const dates = useDates()
  const now = useNow()
  return (
    <header className="clock">
      <h2>
        <Link to={`/${county}/boards/${board.id}`}>{board.name}</Link>
      </h2>
      {closed.map(({ id, no, closedAt, closesAt }) => (
        <p key={id}>
          <Link to={`/${county}/rounds/${id}`}>{words('round', { no })}</Link>{' '}
          {t('awaitsPublication', { at: dates.momentShort(closedAt ?? closesAt) })}
        </p>
      ))}
      {open ? (
        <p>
          <Link to={`/${county}/rounds/${open.id}`}>{words('round', { no: open.no })}</Link>{' '}
          {t('closes', { at: dates.momentShort(open.closesAt) })}{' '}
          <strong className="left">{dates.left(open.closesAt, now)}</strong>
        </p>
      ) : (
        closed.length === 0 && <p className="soft">{t('noOpenRound')}</p>
      )}
    </header>
  )
}
