import type { StandingExplanation } from '../../../../schema/api/standings.ts'
import { rankingTexts } from '../../../i18n/ranking.ts'
import { roundsTexts } from '../../../i18n/rounds.ts'
import { useDates } from '../../../lib/dates.ts'
import { useTexts } from '../../../lib/language.tsx'
import { Band } from '../../../ui/band.tsx'

/** The rounds before this one, newest first. */
export function PastRounds({ history }: Pick<StandingExplanation, 'history'>) {
  const t = useTexts(roundsTexts)
  const words = useTexts(rankingTexts)
  const dates = useDates()
  if (history.length === 0) return null
  const newestFirst = [...history].sort((a, b) => b.no - a.no).slice(0, 10)
  return (
    <section className="past">
      <h2>{t('history')}</h2>
      <table className="sources">
        <tbody>
          {newestFirst.map(({ no, closedAt, band, rank, score }) => (
            <tr key={no}>
              <th scope="row">{words('round', { no })}</th>
              <td>{dates.day(closedAt)}</td>
              <td>
                <Band band={band} />
              </td>
              <td>{rank !== null && t('rankNo', { n: rank })}</td>
              <td className="number">{score?.toFixed(1)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
