import type { SourceExplanation } from '../../../../schema/api/explanation.ts'
import { roundsTexts } from '../../../i18n/rounds.ts'
import { useTexts } from '../../../lib/language.tsx'
import { useSourceName } from '../../../ui/ranking-words.ts'

const places = { county: 'placeCounty', township: 'placeTownship', rater: 'placeRater' } as const

/** Each source in words: what it said, whom it was compared with, how much it weighs. */
export function SourceTable({ sources }: { sources: readonly SourceExplanation[] }) {
  const t = useTexts(roundsTexts)
  const name = useSourceName()
  return (
    <table className="sources">
      <tbody>
        {sources.map((source) => (
          <tr key={source.source}>
            <th scope="row">{name(source.source)}</th>
            <td>
              {said(source, t)}
              {source.amended && <span className="soft"> ({t('amended')})</span>}
            </td>
            <td>
              {source.r !== null &&
                source.n !== null &&
                t(places[source.scope], { n: source.n, r: source.r })}
            </td>
            <td>{t('weightOf', { n: source.weight })}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function said(
  { kind, value, exposure }: SourceExplanation,
  t: ReturnType<typeof useTexts<typeof roundsTexts.zh>>,
) {
  if (value === null) return t('noValue')
  if (kind === 'rank') return t('saidRank', { value })
  if (kind === 'score') return t('saidScore', { value })
  return exposure === undefined ? t('saidCount', { value }) : t('saidExposed', { value, exposure })
}
