import { Link } from 'react-router'
import type { NamedStanding, RoundStandings } from '../../../schema/api/standings.ts'
import { cockpitTexts } from '../../i18n/cockpit.ts'
import { rankingTexts } from '../../i18n/ranking.ts'
import { useTexts } from '../../lib/language.tsx'
import { useCounty } from '../../lib/session.ts'
import { Band } from '../../ui/band.tsx'
import { villageName } from '../../ui/ranking-words.ts'
import { bandChanges } from './band-changes.ts'
import type { Week } from './boards.ts'
import { useStandings } from './queries.ts'

const shown = 8

type Props = { week: Week; standings: RoundStandings; rows: readonly NamedStanding[] }

/** What has changed colour since the published round before: who came into red and green, who left. */
export function Changes({ week, standings, rows }: Props) {
  const t = useTexts(cockpitTexts)
  const words = useTexts(rankingTexts)
  const before = week.past.find(({ no }) => no < standings.no)
  const { data } = useStandings(before?.id)
  if (!before || !data || rows.length === 0) return null
  const changes = bandChanges(rows, data.standings)
  const none = changes.every(({ entered, left }) => entered.length + left.length === 0)
  return (
    <div className="changes">
      <h4>
        {t('changesTitle')} <small className="soft">{words('round', { no: before.no })}</small>
      </h4>
      {none && <p className="soft">{t('noChanges')}</p>}
      {!none && (
        <dl>
          {changes.map(({ band, entered, left }) => (
            <div key={band}>
              <dt>
                <Band band={band} />
              </dt>
              <dd>
                <Names label={t('entered', { n: entered.length })} rows={entered} round={standings.round} />
                <Names label={t('left', { n: left.length })} rows={left} round={standings.round} />
              </dd>
            </div>
          ))}
        </dl>
      )}
    </div>
  )
}

function Names({ label, rows, round }: { label: string; rows: readonly NamedStanding[]; round: string }) {
  const t = useTexts(cockpitTexts)
  const { county } = useCounty()
  if (rows.length === 0) return null
  return (
    <p className="names">
      <span className="soft">{label}</span>
      {rows.slice(0, shown).map(({ subject, name }) => (
        <Link key={subject} to={`/${county}/rounds/${round}/why/${subject}`}>
          {villageName(name)}
        </Link>
      ))}
      {rows.length > shown && (
        <Link to={`/${county}/rounds/${round}?tab=standings`}>{t('allOf', { n: rows.length })}</Link>
      )}
    </p>
  )
}
