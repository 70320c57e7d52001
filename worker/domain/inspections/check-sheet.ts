import type { SheetItems, SheetMethod } from '../../../schema/api/scoring-sheets.ts'

export type SheetProblemCode =
  | 'key_twice'
  | 'no_points'
  | 'checklist_deductions'
  | 'deductions_missing'
  | 'all_optional'

/** `path` leads into the sheet, as in `['items', 0, 'deductions', 1, 'key']`. */
export type SheetProblem = { code: SheetProblemCode; path: (string | number)[] }

/** Everything for which a sheet is refused because nothing could be scored with it; empty for a sound one. */
export function checkSheet(method: SheetMethod, items: SheetItems): SheetProblem[] {
  const keys = new Set<string>()
  const problems = items.flatMap((item, at) => {
    const found: SheetProblem[] = []
    const say = (code: SheetProblemCode, ...path: (string | number)[]) =>
      found.push({ code, path: ['items', at, ...path] })
    if (keys.has(item.key)) say('key_twice', 'key')
    keys.add(item.key)
    if (item.max === 0) say('no_points', 'max')
    if (method === 'checklist' && item.deductions.length > 0) say('checklist_deductions', 'deductions')
    if (method === 'deductions' && item.deductions.length === 0) say('deductions_missing', 'deductions')
    const deductions = new Set<string>()
    item.deductions.forEach(({ key, points }, n) => {
      if (deductions.has(key)) say('key_twice', 'deductions', n, 'key')
      deductions.add(key)
      if (points === 0) say('no_points', 'deductions', n, 'points')
    })
    return found
  })
  const none = method === 'deductions' && items.every(({ optional }) => optional)
  return none ? [...problems, { code: 'all_optional', path: ['items'] }] : problems
}
