import type { RosterEntry } from '../../../schema/api/boards.ts'
import type { Band, ConsequenceKind, ConsequenceRule, Standings } from '../../../schema/api/ranking.ts'

/**
 * An action that a rule of the policy calls for. `rule` is the rule's place in the policy from 0; `key` is the subject,
 * or the township where the rule groups: one action at most per round, rule and key.
 */
export type Proposal = {
  rule: number
  key: string
  kind: ConsequenceKind
  band: Band
  township: string
  /** By rank, then code. */
  subjects: string[]
}

/** Every action the standings lead to, rule by rule: the band matches and has lasted long enough. */
export function propose(
  { standings }: Standings,
  rules: readonly ConsequenceRule[],
  roster: readonly RosterEntry[],
): Proposal[] {
  const townships = new Map(roster.map(({ id, township }) => [id, township]))
  return rules.flatMap((rule, at) => {
    const met = standings.filter(({ band, streak }) => band === rule.band && streak >= rule.streakAtLeast)
    const byKey = new Map<string, Proposal>()
    for (const { subject } of met) {
      const township = townships.get(subject) ?? subject
      const key = rule.groupBy === 'township' ? township : subject
      const known = byKey.get(key)
      if (known) known.subjects.push(subject)
      else byKey.set(key, { rule: at, key, kind: rule.kind, band: rule.band, township, subjects: [subject] })
    }
    return [...byKey.values()]
  })
}
