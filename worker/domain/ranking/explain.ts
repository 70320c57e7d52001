import type { Explanation, GuardApplied, WithoutSource } from '../../../schema/api/explanation.ts'
import type { Policy, RoundInput, Streak } from '../../../schema/api/ranking.ts'
import { bandByRank } from './bands.ts'
import { compositeShown, UNRANKED } from './composite.ts'
import { cutOffs } from './cut-offs.ts'
import { guardAgainst } from './guards.ts'
import { type Merged, mergeWithout, type Prepared, type Ran, runOver } from './merge.ts'
import { scoreShown } from './rank.ts'
import { explainSources } from './sources.ts'
import { nextStreak, streaksAfter } from './streaks.ts'
import { explainTie } from './tie.ts'

/** Why a subject stands where it stands; undefined for a subject that is not in the round. `ran` is over that input. */
export function explain(input: RoundInput, subject: string, ran?: Ran): Explanation | undefined {
  return explainer(input, ran)(subject)
}

/** As `explain`, for many subjects of one round: the work they share is done once. */
export function explainer(
  input: RoundInput,
  { prepared, merged }: Ran = runOver(input),
): (subject: string) => Explanation | undefined {
  const runs = prepared.sources.flatMap((source) => {
    const run = mergeWithout(prepared, source)
    return run ? [{ source: source.key, run }] : []
  })
  const streaks = streaksAfter(input.carried ?? {}, input.history ?? [])
  const exempt = new Set(input.subjects.filter((subject) => subject.exempt).map(({ code }) => code))
  return (code) => {
    const subject = prepared.roster.numbers.get(code)
    if (subject === undefined && !exempt.has(code)) return undefined
    const before = streaks.get(code)
    const common = {
      subject: code,
      method: input.policy.method,
      minSources: input.policy.minSources,
      sources: explainSources(input, prepared, code),
      ...(before ? { before } : {}),
    }
    if (subject === undefined) return { ...common, ranked: false, reason: 'exempt' }
    if (merged.keys[subject] === UNRANKED) return { ...common, ranked: false, reason: 'too_few_sources' }
    const without = runs.flatMap(({ source, run }) => changeWithout(source, run, merged, subject))
    return {
      ...common,
      ranked: true,
      ...explainRank(input.policy, prepared, merged, subject, before),
      without,
      borderline: without.length > 0,
    }
  }
}

function changeWithout(source: string, run: Merged, merged: Merged, subject: number): WithoutSource[] {
  const band = run.bands[subject]
  if (band === undefined || band === merged.bands[subject]) return []
  return [{ source, band, rank: run.rank[subject] as number }]
}

function explainRank(
  policy: Policy,
  prepared: Prepared,
  merged: Merged,
  subject: number,
  before: Streak | undefined,
) {
  const key = merged.keys[subject] as number
  const band = merged.bands[subject] ?? 'yellow'
  const tie = explainTie(policy, merged, subject)
  const guard = explainGuard(policy, prepared, merged, subject)
  return {
    composite: compositeShown(merged.sources, policy.method, subject),
    key,
    ...(policy.method === 'percentile' ? { score: scoreShown(key) } : {}),
    rank: merged.rank[subject] as number,
    of: merged.order.length,
    band,
    streak: nextStreak(before, band),
    bandsClamped: merged.quota.clamped,
    ...cutOffs(policy, merged, subject),
    ...(tie ? { tie } : {}),
    ...(guard ? { guard } : {}),
  }
}

function explainGuard(
  { guards }: Policy,
  { lists }: Prepared,
  merged: Merged,
  subject: number,
): GuardApplied | undefined {
  if (!guards) return undefined
  const from = bandByRank(merged, merged.quota, subject)
  const value = lists.find(({ source }) => source.key === guards.source)?.value[subject] ?? Number.NaN
  const bound = guardAgainst(guards, from, value)
  if (!bound) return undefined
  const known = Number.isNaN(value) ? null : value
  return { source: guards.source, bound, limit: guards[bound] ?? 0, value: known, from }
}
