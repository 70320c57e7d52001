import type { Answers, Finding } from '../../../schema/api/inspections.ts'

/** A sheet as it is being filled in. */
export type Found = { findings: readonly Finding[]; answers: Answers }

export const nothingFound: Found = { findings: [], answers: {} }

/** How often a deduction has been found. */
export function countOf({ findings }: Found, item: string, deduction: string): number {
  return findingOf(findings, item, deduction)?.count ?? 0
}

export function findingOf(
  findings: readonly Finding[],
  item: string,
  deduction: string,
): Finding | undefined {
  return findings.find((one) => one.item === item && one.deduction === deduction)
}

/** With another count; at 0 the finding is gone, with what was noted of it. */
export function withCount(found: Found, item: string, deduction: string, count: number): Found {
  const kept = Math.min(999, Math.max(0, Math.floor(count) || 0))
  const known = findingOf(found.findings, item, deduction)
  const others = found.findings.filter((one) => one !== known)
  if (kept === 0) return { ...found, findings: others }
  if (!known) return { ...found, findings: [...others, { item, deduction, count: kept }] }
  return { ...found, findings: found.findings.map((one) => (one === known ? { ...one, count: kept } : one)) }
}

/** With more said of a finding. */
export function withMore(found: Found, { item, deduction }: Finding, more: Partial<Finding>): Found {
  const known = findingOf(found.findings, item, deduction)
  return { ...found, findings: found.findings.map((one) => (one === known ? { ...one, ...more } : one)) }
}

/** With an item answered; left out of a sheet of deductions, its findings go. */
export function withAnswer(found: Found, item: string, answer: Answers[string] | undefined): Found {
  const { [item]: _, ...others } = found.answers
  const answers = answer === undefined ? others : { ...others, [item]: answer }
  const findings = answer === 'na' ? found.findings.filter((one) => one.item !== item) : found.findings
  return { findings, answers }
}
