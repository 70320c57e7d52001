import type { ConsequenceRule, GreenSide, Policy, RedSide, Source } from '../../../schema/api/ranking.ts'
import { quota } from './bands.ts'
import { wholeNumbers } from './decimal.ts'

export type PolicyProblemCode =
  | 'no_source'
  | 'duplicate_source'
  | 'weight_not_positive'
  | 'exposed_not_count'
  | 'min_sources_out_of_range'
  | 'unknown_tie_breaker'
  | 'duplicate_tie_breaker'
  | 'places_not_whole'
  | 'percent_out_of_range'
  | 'percents_over_100'
  | 'unknown_guard_source'
  | 'guard_source_not_score'
  | 'guard_without_bound'
  | 'guard_bound_not_finite'
  | 'rank_sum_needs_county_scope'
  | 'rank_sum_needs_all_sources'
  | 'streak_not_positive'
  | 'due_in_days_negative'
  | 'no_target'
  | 'derived_kind'
  | 'derived_scope'
  | 'derived_exposed'
  | 'sheet_without_inspections'
  | 'guard_source_weightless'

/** `path` leads into the policy, as in `['sources', 0, 'weight']`. */
export interface PolicyProblem {
  code: PolicyProblemCode
  path: (string | number)[]
}

export type PolicyWarning = 'bands_overlap' | 'guards_crossed'

/** Everything for which a policy is refused because it cannot mean anything; empty for a sound one. */
export function checkPolicy(policy: Policy): PolicyProblem[] {
  return [
    ...sourcesProblems(policy),
    ...policy.sources.flatMap(derivedProblems),
    ...mergeProblems(policy),
    ...bandsProblems(policy),
    ...guardsProblems(policy),
    ...(policy.consequences ?? []).flatMap(consequenceProblems),
  ]
}

/**
 * What is accepted but worth saying: bands that overlap for so many subjects (they will be scaled to fit), and guards
 * by which one raw value is good enough for green and bad enough for red.
 */
export function policyWarnings(policy: Policy, subjectCount: number): PolicyWarning[] {
  const warnings: PolicyWarning[] = []
  if (quota(policy.bands, subjectCount).clamped) warnings.push('bands_overlap')
  const { greenAtLeast, redBelow } = policy.guards ?? {}
  if (greenAtLeast !== undefined && redBelow !== undefined && greenAtLeast < redBelow) {
    warnings.push('guards_crossed')
  }
  return warnings
}

function sourcesProblems({ sources, tieBreakers }: Policy): PolicyProblem[] {
  const problems = sources.flatMap((source, at) => {
    const problems: PolicyProblem[] = []
    const say = (code: PolicyProblemCode, field: keyof Source) =>
      problems.push({ code, path: ['sources', at, field] })
    if (sources.findIndex(({ key }) => key === source.key) < at) say('duplicate_source', 'key')
    const breaksTiesOnly = source.weight === 0 && source.derivedFrom && tieBreakers.includes(source.key)
    const weighs = source.weight > 0 && Number.isFinite(source.weight)
    if (!weighs && !breaksTiesOnly) say('weight_not_positive', 'weight')
    if (source.exposed && source.kind !== 'count') say('exposed_not_count', 'exposed')
    return problems
  })
  // What only breaks ties puts nobody anywhere.
  const weighed = problems.length > 0 || sources.some(({ weight }) => weight !== 0)
  return weighed ? problems : [{ code: 'no_source', path: ['sources'] }]
}

/**
 * What fills itself has its own kind. What the issue ledger says is compared over the county or within townships: no
 * group said it. It knows no exposure.
 */
function derivedProblems(source: Source, at: number): PolicyProblem[] {
  const { derivedFrom, kind, scope, exposed, sheet } = source
  const problems: PolicyProblem[] = []
  const say = (code: PolicyProblemCode, field: keyof Source) =>
    problems.push({ code, path: ['sources', at, field] })
  if (sheet !== undefined && derivedFrom !== 'inspections') say('sheet_without_inspections', 'sheet')
  if (derivedFrom === undefined) return problems
  if (kind !== (derivedFrom === 'openOverdue' ? 'count' : 'score')) say('derived_kind', 'kind')
  if (scope === 'rater' && derivedFrom !== 'inspections') say('derived_scope', 'scope')
  if (exposed) say('derived_exposed', 'exposed')
  return problems
}

/** Raw ranks of lists of different length do not compare: `rank_sum` needs county lists, and all of them. */
function mergeProblems({ sources, method, minSources, tieBreakers }: Policy): PolicyProblem[] {
  const problems: PolicyProblem[] = []
  const weighing = sources.filter(({ weight }) => weight !== 0).length
  if (!isWholeFrom(1, minSources) || minSources > Math.max(1, weighing)) {
    problems.push({ code: 'min_sources_out_of_range', path: ['minSources'] })
  } else if (method === 'rank_sum' && minSources !== weighing) {
    problems.push({ code: 'rank_sum_needs_all_sources', path: ['minSources'] })
  }
  sources.forEach(({ scope }, at) => {
    if (method === 'rank_sum' && scope !== 'county') {
      problems.push({ code: 'rank_sum_needs_county_scope', path: ['sources', at, 'scope'] })
    }
  })
  tieBreakers.forEach((key, at) => {
    const path = ['tieBreakers', at]
    if (!sources.some((source) => source.key === key)) problems.push({ code: 'unknown_tie_breaker', path })
    else if (tieBreakers.indexOf(key) < at) problems.push({ code: 'duplicate_tie_breaker', path })
  })
  return problems
}

function bandsProblems({ bands }: Policy): PolicyProblem[] {
  const problems = [...sideProblems('green', bands.green), ...sideProblems('red', bands.red)]
  if (problems.length > 0) return problems
  if (bands.green && bands.red && 'percent' in bands.green && 'percent' in bands.red) {
    const [green = 0n, red = 0n, all = 0n] = wholeNumbers([bands.green.percent, bands.red.percent, 100])
    if (green + red > all) return [{ code: 'percents_over_100', path: ['bands'] }]
  }
  return []
}

function sideProblems(band: 'green' | 'red', side: GreenSide | RedSide | undefined): PolicyProblem[] {
  if (!side) return []
  if ('percent' in side) {
    if (side.percent >= 0 && side.percent <= 100) return []
    return [{ code: 'percent_out_of_range', path: ['bands', band, 'percent'] }]
  }
  const [end, places] = 'top' in side ? ['top', side.top] : ['bottom', side.bottom]
  return isWholeFrom(0, Number(places))
    ? []
    : [{ code: 'places_not_whole', path: ['bands', band, String(end)] }]
}

function guardsProblems({ guards, sources }: Policy): PolicyProblem[] {
  if (!guards) return []
  const problems: PolicyProblem[] = []
  const source = sources.find(({ key }) => key === guards.source)
  if (!source) problems.push({ code: 'unknown_guard_source', path: ['guards', 'source'] })
  else if (source.kind !== 'score')
    problems.push({ code: 'guard_source_not_score', path: ['guards', 'source'] })
  else if (source.weight === 0) problems.push({ code: 'guard_source_weightless', path: ['guards', 'source'] })
  if (guards.greenAtLeast === undefined && guards.redBelow === undefined) {
    problems.push({ code: 'guard_without_bound', path: ['guards'] })
  }
  for (const bound of ['greenAtLeast', 'redBelow'] as const) {
    if (!Number.isFinite(guards[bound] ?? 0)) {
      problems.push({ code: 'guard_bound_not_finite', path: ['guards', bound] })
    }
  }
  return problems
}

/** A notice or a commendation may go to all; a reminder or an interview needs somebody to meet. */
function consequenceProblems(rule: ConsequenceRule, at: number): PolicyProblem[] {
  const problems: PolicyProblem[] = []
  const say = (code: PolicyProblemCode, field: keyof ConsequenceRule) =>
    problems.push({ code, path: ['consequences', at, field] })
  if (!isWholeFrom(1, rule.streakAtLeast)) say('streak_not_positive', 'streakAtLeast')
  if (!isWholeFrom(0, rule.dueInDays)) say('due_in_days_negative', 'dueInDays')
  const personal = rule.kind === 'reminder' || rule.kind === 'interview'
  if (personal && rule.targets.length === 0) say('no_target', 'targets')
  return problems
}

const isWholeFrom = (least: number, value: number) => Number.isSafeInteger(value) && value >= least
