import { inArray } from 'drizzle-orm'
import type { SheetItems, SheetMethod } from '../../../schema/api/scoring-sheets.ts'
import { issueCategory } from '../../../schema/tables/county.ts'
import { checkSheet } from '../../domain/inspections/check-sheet.ts'
import { sheetMessages } from '../../problems/inspection-messages.ts'
import type { Language } from '../../problems/language.ts'
import { Problem } from '../../problems/problem.ts'
import type { CountyContext } from '../context.ts'

/** Refuses a sheet nothing could be scored with, or that names an unknown category. Errors: sheet_unsound. */
export async function requireSoundSheet(
  { db }: Pick<CountyContext, 'db'>,
  method: SheetMethod,
  items: SheetItems,
): Promise<void> {
  const named = items.flatMap(({ deductions }, item) =>
    deductions.flatMap(({ category }, at) =>
      category === undefined ? [] : [{ category, path: ['items', item, 'deductions', at, 'category'] }],
    ),
  )
  const ids = [...new Set(named.map(({ category }) => category))]
  const found =
    ids.length === 0 ? [] : await db.find(issueCategory, inArray(issueCategory.id, ids), { pick: ['id'] })
  const known = new Set(found.map(({ id }) => id))
  const unknown = named.filter(({ category }) => !known.has(category))
  const problems = [
    ...checkSheet(method, items),
    ...unknown.map(({ path }) => ({ code: 'unknown_category' as const, path })),
  ]
  if (problems.length === 0) return
  const fields = (language: Language) =>
    problems.map(({ code, path }) => ({ path: path.join('.'), message: sheetMessages[code][language] }))
  throw new Problem('sheet_unsound', {}, { fields })
}
