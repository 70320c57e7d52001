import type { ConsequenceRule, Policy, Source } from '../../../schema/api/ranking.ts'
import type { Words } from '../words/words.ts'

/** How one source compares villages, as clauses of one sentence. */
export function sourceSentence(source: Source, words: Words): string {
  const { rules } = words
  return words.list([
    source.derivedFrom ? rules.derived[source.derivedFrom] : rules.kind[source.kind],
    rules.scope[source.scope],
    ...(source.exposed ? [rules.exposed] : []),
    ...(source.required ? [rules.required] : []),
    ...(source.weight === 0 ? [rules.onlyTies] : []),
  ])
}

/** How the sources become one rank. */
export function mergeSentences({ method, minSources, tieBreakers }: Policy, words: Words): string[] {
  const { rules } = words
  const named = tieBreakers.map((key) => rules.quoted(sourceName(key, words)))
  return [
    rules.method[method],
    rules.minSources(minSources),
    named.length > 0 ? rules.tie(words.list(named)) : rules.noTie,
  ]
}

/** How ranks become colours. */
export function bandSentences({ bands: { green, red }, guards }: Policy, words: Words): string[] {
  const { rules } = words
  const guard = guards && sourceName(guards.source, words)
  return [
    ...(green ? ['top' in green ? rules.greenTop(green.top) : rules.greenPercent(green.percent)] : []),
    ...(red ? ['bottom' in red ? rules.redBottom(red.bottom) : rules.redPercent(red.percent)] : []),
    rules.otherwise,
    ...(guard && guards.greenAtLeast !== undefined ? [rules.greenAtLeast(guard, guards.greenAtLeast)] : []),
    ...(guard && guards.redBelow !== undefined ? [rules.redBelow(guard, guards.redBelow)] : []),
  ]
}

/** What follows from a colour. */
export function consequenceSentence(rule: ConsequenceRule, words: Words): string {
  const { rules } = words
  const { band, dueInDays, kind, streakAtLeast, targets } = rule
  const whom = words.list(targets.map((post) => rules.post[post]))
  return rules.consequence(
    rules.inBand(words.band[band], streakAtLeast),
    rules.kindOf[kind],
    whom === '' ? '' : rules.whom(whom),
    dueInDays,
  )
}

export function sourceName(key: string, words: Words): string {
  return words.sources[key] ?? key
}
