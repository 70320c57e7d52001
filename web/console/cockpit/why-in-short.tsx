import type { CutOff, Explanation } from '../../../schema/api/explanation.ts'
import { cockpitTexts } from '../../i18n/cockpit.ts'
import { useTexts } from '../../lib/language.tsx'
import { useSourceName } from '../../ui/ranking-words.ts'

/** Why a village stands where it stands, in two sentences: how far from the colours' edges, and what weighs most. */
export function WhyInShort({ explanation }: { explanation: Explanation }) {
  const t = useTexts(cockpitTexts)
  const name = useSourceName()
  if (!explanation.ranked) return <p>{t(`notRanked_${explanation.reason}`)}</p>
  const { sources, red, green, band, guard } = explanation
  const weighed = sources.filter(({ p, r, n }) => p !== null && r !== null && n !== null)
  const ranked = weighed.toSorted((a, b) => (b.p ?? 0) - (a.p ?? 0))
  const [worst, best] = [ranked[0], ranked.at(-1)]
  const telling = band === 'green' ? best : worst
  return (
    <p>
      {guard
        ? t('guardShort', { source: name(guard.source), limit: guard.limit })
        : band === 'red'
          ? edge(red, (points) => t('aboveRed', { points }))
          : edge(green, (points) => t(band === 'green' ? 'insideGreen' : 'belowGreen', { points }))}{' '}
      {telling &&
        t(band === 'green' ? 'liftedBy' : 'heldBackBy', {
          source: name(telling.source),
          place: Math.round(telling.r ?? 0),
          of: telling.n ?? 0,
        })}
    </p>
  )
}

/** The distance to a colour's edge in points out of 100 (a composite is in millionths), where there is one. */
function edge(cut: CutOff | undefined, said: (points: string) => string): string {
  if (!cut || cut.gap === null) return ''
  return said((Math.abs(cut.gap) / 10_000).toFixed(1))
}
