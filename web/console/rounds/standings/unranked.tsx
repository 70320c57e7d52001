import type { RoundStandings } from '../../../../schema/api/standings.ts'
import { roundsTexts } from '../../../i18n/rounds.ts'
import { useTexts } from '../../../lib/language.tsx'
import { villageName } from '../../../ui/ranking-words.ts'

/** Villages without a rank and why. */
export function Unranked({ rows }: { rows: RoundStandings['unranked'] }) {
  const t = useTexts(roundsTexts)
  if (rows.length === 0) return null
  return (
    <section>
      <h2>{t('unranked')}</h2>
      <ul>
        {rows.map(({ subject, name, townshipName, reason }) => (
          <li key={subject}>
            {villageName(name)} <span className="soft">{townshipName}</span> ·{' '}
            {t(reason === 'exempt' ? 'reason_exempt' : 'reason_too_few_sources')}
          </li>
        ))}
      </ul>
    </section>
  )
}
