import { Link } from 'react-router'
import type { RoundStandings } from '../../../../schema/api/standings.ts'
import { roundsTexts } from '../../../i18n/rounds.ts'
import { useTexts } from '../../../lib/language.tsx'
import { useCounty } from '../../../lib/session.ts'
import { Band } from '../../../ui/band.tsx'
import { Movement } from '../../../ui/movement.tsx'
import { villageName } from '../../../ui/ranking-words.ts'
import { Streak } from '../../../ui/streak.tsx'

/** A village sees its own row first, with the way to why. */
export function OwnVillage({ round, standings }: { round: string; standings: RoundStandings }) {
  const t = useTexts(roundsTexts)
  const { county, member } = useCounty()
  const own = standings.standings.find(({ subject }) => subject === member.scope.id)
  if (!own) return null
  return (
    <p className="own-village">
      <strong>{villageName(own.name)}</strong>
      <Band band={own.band} />
      <strong>{t('standsAt', { rank: own.rank, of: standings.standings.length })}</strong>
      {own.score !== undefined && t('scoreIs', { score: own.score.toFixed(1) })}
      <Movement rank={own.rank} previousRank={own.previousRank} />
      <Streak band={own.band} streak={own.streak} />
      <Link to={`/${county}/rounds/${round}/why/${own.subject}`}>{t('why')}</Link>
    </p>
  )
}
