import { Link } from 'react-router'
import type { NamedStanding } from '../../../schema/api/standings.ts'
import { cockpitTexts } from '../../i18n/cockpit.ts'
import { rankingTexts } from '../../i18n/ranking.ts'
import { useTexts } from '../../lib/language.tsx'
import { useCounty } from '../../lib/session.ts'
import { Band } from '../../ui/band.tsx'
import { ErrorState } from '../../ui/error-state.tsx'
import { Movement } from '../../ui/movement.tsx'
import { villageName } from '../../ui/ranking-words.ts'
import { Streak } from '../../ui/streak.tsx'
import type { Week } from './boards.ts'
import { Changes } from './changes.tsx'
import { useShownStandings } from './shown-standings.ts'
import { Townships } from './townships.tsx'

const shown = 8

/**
 * Who is red and why: those with the longest streak first, each with the way to its explanation. `brief` leaves out
 * what has changed and the townships' table, for those who come to report.
 */
export function Reds({ week, brief = false }: { week: Week; brief?: boolean }) {
  const t = useTexts(cockpitTexts)
  const words = useTexts(rankingTexts)
  const { county, member } = useCounty()
  const { data, error, refetch } = useShownStandings(week)
  const heading = `reds-${week.board.id}`
  const own = member.scope.kind === 'township' ? member.scope.id : null
  const rows = data?.standings.filter(({ township }) => own === null || township === own) ?? []
  const reds = rows.filter(({ band }) => band === 'red').sort(worstFirst)
  const all = data && `/${county}/rounds/${data.round}?tab=standings${own === null ? '' : `&township=${own}`}`
  return (
    <section aria-labelledby={heading}>
      <h3 id={heading}>
        {t('redTitle')}
        {data && (
          <small className="soft">
            {' '}
            {words('round', { no: data.no })} · {t(`seen_${data.state}`)}
          </small>
        )}
      </h3>
      {error && !data && <ErrorState error={error} retry={refetch} />}
      {data === null && <p className="soft">{t('noStandings')}</p>}
      {data && own !== null && rows.length > 0 && <Colours rows={rows} />}
      {data && reds.length === 0 && <p className="soft">{t('noReds')}</p>}
      <ul className="reds">
        {reds.slice(0, shown).map((red) => (
          <li key={red.subject}>
            <span>
              <b>{villageName(red.name)}</b> <span className="soft">{red.townshipName}</span>
            </span>
            <span className="number">{t('rankNo', { n: red.rank })}</span>
            {data?.state !== 'open' && <Movement rank={red.rank} previousRank={red.previousRank} />}
            <Streak band="red" streak={red.streak} />
            <Link
              to={`/${county}/rounds/${data?.round}/why/${red.subject}`}
              aria-label={t('whyOf', { name: villageName(red.name) })}
            >
              {t('why')}
            </Link>
          </li>
        ))}
      </ul>
      {all && rows.length > 0 && (
        <p>
          <Link to={all}>{reds.length > shown ? t('allReds', { n: reds.length }) : t('toStandings')}</Link>
        </p>
      )}
      {data && !brief && <Changes week={week} standings={data} rows={rows} />}
      {own === null && !brief && rows.length > 0 && data && <Townships round={data.round} rows={rows} />}
    </section>
  )
}

/** How a township's villages stand, in one line. */
function Colours({ rows }: { rows: readonly NamedStanding[] }) {
  const t = useTexts(cockpitTexts)
  return (
    <p className="names">
      {(['red', 'yellow', 'green'] as const).map((band) => (
        <span key={band}>
          <Band band={band} /> {t('villages', { n: rows.filter((row) => row.band === band).length })}
        </span>
      ))}
    </p>
  )
}

function worstFirst(a: NamedStanding, b: NamedStanding): number {
  return b.streak - a.streak || b.rank - a.rank || (a.subject < b.subject ? -1 : 1)
}
