import { useNavigate } from 'react-router'
import { cockpitTexts } from '../../i18n/cockpit.ts'
import { rankingTexts } from '../../i18n/ranking.ts'
import { useTexts } from '../../lib/language.tsx'
import { ApiProblem } from '../../lib/problem.ts'
import { useCounty } from '../../lib/session.ts'
import { Band } from '../../ui/band.tsx'
import { ErrorState } from '../../ui/error-state.tsx'
import { villageName } from '../../ui/ranking-words.ts'
import { Streak } from '../../ui/streak.tsx'
import type { Week } from './boards.ts'
import { useWhy } from './queries.ts'
import { WhyInShort } from './why-in-short.tsx'

/** A village's own place on a board, first of all it sees. */
export function OwnVillage({ week, village }: { week: Week; village: string }) {
  const t = useTexts(cockpitTexts)
  const { may } = useCounty()
  const round = (may('closed.read', week.target) ? week.closed[0] : undefined) ?? week.published
  return round ? (
    <Place round={round.id} no={round.no} draft={round.state === 'closed'} village={village} />
  ) : (
    <p className="soft">{t('noStandings')}</p>
  )
}

type PlaceProps = { round: string; no: number; draft: boolean; village: string }

function Place({ round, no, draft, village }: PlaceProps) {
  const t = useTexts(cockpitTexts)
  const words = useTexts(rankingTexts)
  const go = useNavigate()
  const { county } = useCounty()
  const { data, error, refetch } = useWhy(round, village)
  // A village that is not on this board has no place there.
  if (error instanceof ApiProblem && error.status === 404) return <p className="soft">{t('notOnBoard')}</p>
  if (error && !data) return <ErrorState error={error} retry={() => refetch()} />
  if (!data) return null
  const { explanation, history } = data
  return (
    <section className="own-village" aria-labelledby={`own-${round}`}>
      <h3 id={`own-${round}`}>
        {villageName(data.name)}{' '}
        <small className="soft">
          {words('round', { no })} · {t(draft ? 'seen_closed' : 'seen_published')}
        </small>
      </h3>
      {explanation.ranked ? (
        <p className="place">
          <Band band={explanation.band} />
          <strong>{t('rankOf', { n: explanation.rank, of: explanation.of })}</strong>
          {explanation.score !== undefined && (
            <span>{t('score', { score: explanation.score.toFixed(1) })}</span>
          )}
          <Streak band={explanation.band} streak={explanation.streak} />
        </p>
      ) : (
        <p className="place">
          <Band band={null} />
        </p>
      )}
      <WhyInShort explanation={explanation} />
      <button
        type="button"
        className="button large primary"
        onClick={() => go(`/${county}/rounds/${round}/why/${village}`)}
      >
        {t('whyThisPlace')}
      </button>
      {history.length > 0 && (
        <ul className="past" aria-label={t('pastRounds')}>
          {history.slice(-6).map(({ no: past, band, rank }) => (
            <li key={past}>
              <span className="soft">{words('round', { no: past })}</span> <Band band={band} />
              {rank !== null && <span className="soft">{t('rankNo', { n: rank })}</span>}
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
