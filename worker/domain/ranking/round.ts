import type { Amendment, Report, RoundInput, Source } from '../../../schema/api/ranking.ts'
import { type ExposureProblemCode, exposureProblem } from './entry.ts'
import { checkPolicy, type PolicyProblemCode } from './policy.ts'

export type RoundProblemCode =
  | PolicyProblemCode
  | ExposureProblemCode
  | 'duplicate_subject'
  | 'unknown_source'
  | 'unknown_subject'
  | 'reported_twice'

/** `path` leads into the round's input, as in `['reports', 2, 'entries', 0, 'subject']`. */
export interface RoundProblem {
  code: RoundProblemCode
  path: (string | number)[]
}

/**
 * Everything for which a round cannot be ranked as it stands: an unsound policy, an unknown source or subject, a
 * subject twice in a source, an exposure missing or out of place. Narrower than `checkReport`, which guards the door.
 */
export function checkRound(input: RoundInput): RoundProblem[] {
  const sources = new Map(input.policy.sources.map((source) => [source.key, source]))
  const subjects = new Set<string>()
  const problems: RoundProblem[] = checkPolicy(input.policy).map(({ code, path }) => ({
    code,
    path: ['policy', ...path],
  }))
  input.subjects.forEach(({ code }, at) => {
    if (subjects.has(code)) problems.push({ code: 'duplicate_subject', path: ['subjects', at, 'code'] })
    subjects.add(code)
  })
  const exposures = new Map<string, Set<string>>()
  input.reports.forEach((report, at) => {
    const source = sources.get(report.source)
    const seen = exposures.get(report.source) ?? new Set()
    exposures.set(report.source, seen)
    problems.push(...under(['reports', at], reportProblems(report, source, subjects, seen)))
  })
  input.amendments?.forEach((amendment, at) => {
    const source = sources.get(amendment.source)
    const reported = exposures.get(amendment.source)?.has(amendment.subject) ?? false
    problems.push(...under(['amendments', at], amendmentProblems(amendment, source, subjects, reported)))
  })
  return problems
}

function under(start: (string | number)[], problems: RoundProblem[]): RoundProblem[] {
  return problems.map(({ code, path }) => ({ code, path: [...start, ...path] }))
}

/** `seen` gathers who stands in the source already. */
function reportProblems(
  report: Report,
  source: Source | undefined,
  subjects: ReadonlySet<string>,
  seen: Set<string>,
): RoundProblem[] {
  if (!source) return [{ code: 'unknown_source', path: ['source'] }]
  return report.entries.flatMap((entry, row) => {
    const problems: RoundProblem[] = []
    const say = (code: RoundProblemCode, field: string) =>
      problems.push({ code, path: ['entries', row, field] })
    if (!subjects.has(entry.subject)) say('unknown_subject', 'subject')
    if (seen.has(entry.subject)) say('reported_twice', 'subject')
    seen.add(entry.subject)
    const exposure = exposureProblem(source, entry.exposure)
    if (exposure) say(exposure, 'exposure')
    return problems
  })
}

/** A new value may keep the exposure that was reported; a withdrawn one needs none. */
function amendmentProblems(
  { subject, value, exposure }: Amendment,
  source: Source | undefined,
  subjects: ReadonlySet<string>,
  reported: boolean,
): RoundProblem[] {
  if (!source) return [{ code: 'unknown_source', path: ['source'] }]
  const problems: RoundProblem[] = []
  if (!subjects.has(subject)) problems.push({ code: 'unknown_subject', path: ['subject'] })
  const kept = exposure === undefined && (reported || value === null)
  const problem = kept ? undefined : exposureProblem(source, exposure)
  if (problem) problems.push({ code: problem, path: ['exposure'] })
  return problems
}
