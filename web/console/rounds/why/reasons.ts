import type { CutOff, Explanation } from '../../../../schema/api/explanation.ts'
import { roundsTexts } from '../../../i18n/rounds.ts'
import { uiTexts } from '../../../i18n/ui.ts'
import { whyTexts } from '../../../i18n/why.ts'
import { useTexts } from '../../../lib/language.tsx'
import { useSourceName } from '../../../ui/ranking-words.ts'

/** On the very line a gap says nothing; whoever ties with the last one inside is inside, unless a tie-breaker decided. */
const onLine = {
  greenInside: { inside: 'onGreenInside', outside: 'onGreenOutside' },
  redInside: { inside: 'onRedInside', outside: 'onRedOutside' },
} as const

/** Millionths as points out of 100, to as many decimals as it takes to be more than nothing. */
function pointsSaid(millionths: number): string {
  const points = millionths / 10_000
  const decimals = [1, 2, 3].find((places) => Number(points.toFixed(places)) > 0) ?? 4
  return points.toFixed(decimals)
}

/** An explanation as sentences, the most telling first. A composite in millionths is a score out of 100. */
export function useReasons(explanation: Explanation): string[] {
  const t = useTexts(roundsTexts)
  const w = useTexts(whyTexts)
  const bandName = useTexts(uiTexts)
  const name = useSourceName()
  if (!explanation.ranked) {
    const reason = t(explanation.reason === 'exempt' ? 'reason_exempt' : 'reason_too_few_sources')
    return [t('notRanked', { reason })]
  }
  const { score, rank, green, red, tie, guard, without } = explanation
  const line = (
    cut: CutOff | undefined,
    inside: 'greenInside' | 'redInside',
    outside: 'greenOutside' | 'redOutside',
  ) => {
    if (!cut || cut.key === null || cut.gap === null || score === undefined) return []
    const at = { line: (100 - cut.key / 10_000).toFixed(1) }
    if (cut.gap === 0) return [w(onLine[inside][cut.inside ? 'inside' : 'outside'], at)]
    return [t(cut.inside ? inside : outside, { ...at, gap: pointsSaid(Math.abs(cut.gap)) })]
  }
  return [
    score === undefined ? t('compositePlain', { rank }) : t('composite', { score: score.toFixed(1) }),
    ...line(green, 'greenInside', 'greenOutside'),
    ...line(red, 'redInside', 'redOutside'),
    ...(guard && guard.value === null ? [w('guardNoValue', { source: name(guard.source) })] : []),
    ...(guard && guard.value !== null
      ? [
          t(guard.bound === 'greenAtLeast' ? 'guardGreen' : 'guardRed', {
            source: name(guard.source),
            limit: guard.limit,
          }),
        ]
      : []),
    ...(tie && tie.sameRank > 1 ? [t('tieShared', { n: tie.sameRank })] : []),
    ...(tie?.steps ?? [])
      .filter(({ outcome }) => outcome === 'split')
      .map(({ source }) => t('tieSplit', { source: name(source) })),
    ...(tie?.steps ?? [])
      .filter(({ outcome }) => outcome === 'passed_over')
      .map(({ source }) => w('tiePassed', { source: name(source) })),
    ...without.map(({ source, band }) => t('withoutSource', { source: name(source), band: bandName(band) })),
  ]
}
