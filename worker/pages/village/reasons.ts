import type { CutOff, Explanation } from '../../../schema/api/explanation.ts'
import type { Words } from '../words/words.ts'

type Ranked = Extract<Explanation, { ranked: true }>

/** An explanation as sentences, the most telling first. */
export function reasons(explanation: Explanation, words: Words): string[] {
  if (!explanation.ranked) return [words.unrankedNow(words.reasons[explanation.reason] ?? explanation.reason)]
  const { guard, tie, without, score, rank, of } = explanation
  const named = (source: string) => words.sources[source] ?? source
  return [
    score === undefined ? words.compositePlain(rank, of) : words.composite(score.toFixed(1), rank, of),
    ...cutOffSentences(explanation, words),
    ...(guard && guard.bound === 'greenAtLeast'
      ? [words.clauses([words.guardGreen(named(guard.source), String(guard.limit))])]
      : []),
    ...(guard && guard.bound === 'redBelow'
      ? [words.clauses([words.guardRed(named(guard.source), String(guard.limit))])]
      : []),
    ...(tie && tie.sameRank > 1 ? [words.clauses([words.tie(tie.sameRank)])] : []),
    ...(tie?.steps ?? [])
      .filter(({ outcome }) => outcome === 'split')
      .map(({ source }) => words.clauses([words.tieBroken(named(source))])),
    ...without.map(({ source, band }) => words.clauses([words.without(named(source), words.band[band])])),
  ]
}

/** The distance to both lines, where the board shows scores: a composite in millionths is a score out of 100. */
function cutOffSentences({ green, red, score }: Ranked, words: Words): string[] {
  if (score === undefined) return []
  const sentence = (cut: CutOff | undefined, line: (score: string) => string, above: boolean) => {
    if (!cut || cut.key === null || cut.gap === null) return []
    const gap = (Math.abs(cut.gap) / 10_000).toFixed(1)
    const said = cut.gap === 0 ? words.atCut : above ? words.aboveBy(gap) : words.belowBy(gap)
    return [words.clauses([line((100 - cut.key / 10_000).toFixed(1)), said])]
  }
  return [
    ...sentence(green, words.greenCut, green?.inside === true),
    ...sentence(red, words.redCut, red?.inside === false),
  ]
}
