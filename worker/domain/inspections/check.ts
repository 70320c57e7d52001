import type { NewInspection } from '../../../schema/api/inspections.ts'
import type { SheetItems, SheetMethod } from '../../../schema/api/scoring-sheets.ts'

export type InspectionProblemCode =
  | 'not_on_sheet'
  | 'found_twice'
  | 'found_though_left_out'
  | 'item_not_optional'
  | 'answer_missing'
  | 'answer_out_of_place'
  | 'ends_before_start'
  | 'in_future'

/** `path` leads into the inspection's body, as in `['findings', 2, 'deduction']`. */
export type InspectionProblem = { code: InspectionProblemCode; path: (string | number)[] }

/** Clocks of devices differ a little. */
export const clockTolerance = 5 * 60_000

type Sheet = { method: SheetMethod; items: SheetItems }

/** Everything for which an inspection is refused, as far as it can be seen from its sheet and the time. */
export function checkInspection(
  sheet: Sheet,
  { findings, answers, startedAt, endedAt }: NewInspection,
  now: number,
): InspectionProblem[] {
  return [
    ...timeProblems(Date.parse(startedAt), Date.parse(endedAt), now),
    ...findingProblems(sheet, findings, answers),
    ...answerProblems(sheet, answers),
  ]
}

function timeProblems(start: number, end: number, now: number): InspectionProblem[] {
  const problems: InspectionProblem[] = []
  if (end < start) problems.push({ code: 'ends_before_start', path: ['endedAt'] })
  if (start > now + clockTolerance) problems.push({ code: 'in_future', path: ['startedAt'] })
  if (end > now + clockTolerance) problems.push({ code: 'in_future', path: ['endedAt'] })
  return problems
}

function findingProblems(
  { items }: Sheet,
  findings: NewInspection['findings'],
  answers: NewInspection['answers'],
): InspectionProblem[] {
  const known = new Set(items.flatMap(({ key, deductions }) => deductions.map((one) => `${key}/${one.key}`)))
  const seen = new Set<string>()
  return findings.flatMap(({ item, deduction }, at): InspectionProblem[] => {
    const place = `${item}/${deduction}`
    const path = ['findings', at, 'deduction']
    if (!known.has(place)) return [{ code: 'not_on_sheet', path }]
    if (seen.has(place)) return [{ code: 'found_twice', path }]
    seen.add(place)
    return answers[item] === 'na' ? [{ code: 'found_though_left_out', path }] : []
  })
}

/** Only optional items are left out of a sheet of deductions; every item of a checklist has an answer. */
function answerProblems({ method, items }: Sheet, answers: NewInspection['answers']): InspectionProblem[] {
  const byKey = new Map(items.map((item) => [item.key, item]))
  const given = Object.entries(answers).flatMap(([key, answer]): InspectionProblem[] => {
    const item = byKey.get(key)
    const path = ['answers', key]
    if (!item) return [{ code: 'not_on_sheet', path }]
    if (method === 'checklist') return []
    if (answer !== 'na') return [{ code: 'answer_out_of_place', path }]
    return item.optional ? [] : [{ code: 'item_not_optional', path }]
  })
  const missing =
    method === 'checklist' ? items.filter(({ key }) => answers[key] === undefined).map(({ key }) => key) : []
  return [
    ...given,
    ...missing.map((key): InspectionProblem => ({ code: 'answer_missing', path: ['answers', key] })),
  ]
}
