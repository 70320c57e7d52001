import type {
  NewScoringSheet,
  SheetItem,
  SheetItems,
  SheetMethod,
} from '../../../schema/api/scoring-sheets.ts'

/** A sheet as the editor holds it. */
export type SheetValues = Required<Pick<NewScoringSheet, 'name' | 'subject' | 'method' | 'items'>> & {
  template?: string | undefined
}

/** A blank sheet with one item to begin with, in the words of the reader's language. */
export function blankSheet(method: SheetMethod, words: { item: string; deduction: string }): SheetValues {
  return { name: '', subject: 'village', method, items: [newItem([], method, words)] }
}

export function newItem(
  others: SheetItems,
  method: SheetMethod,
  words: { item: string; deduction: string },
): SheetItem {
  const key = freeKey(
    'i',
    others.map((item) => item.key),
  )
  const deductions = [{ key: 'd1', name: words.deduction, points: 1 }]
  return method === 'checklist'
    ? { key, name: words.item, max: 1, deductions: [] }
    : { key, name: words.item, max: 10, deductions }
}

/** Keys tell findings apart for ever, so a new one is none that stands. */
export function freeKey(prefix: string, taken: readonly string[]): string {
  let no = taken.length + 1
  while (taken.includes(`${prefix}${no}`)) no++
  return `${prefix}${no}`
}

/** The n-th item with the one before or after it in its place. */
export function moved(items: SheetItems, at: number, by: 1 | -1): SheetItems {
  const [one, other] = [items[at], items[at + by]]
  if (!one || !other) return items
  return items.map((item, n) => (n === at ? other : n === at + by ? one : item))
}

/** The maxima of a sheet together, to two decimals. */
export function totalOf(items: SheetItems): number {
  return items.reduce((sum, { max }) => sum + Math.round(max * 100), 0) / 100
}

/** What is sent. */
export function sheetOf({ name, subject, method, items, template }: SheetValues): NewScoringSheet {
  return {
    ...{ name: name.trim(), subject, method },
    items: items.map(({ optional, ...item }) => ({
      ...item,
      name: item.name.trim(),
      ...(optional && method === 'deductions' ? { optional } : {}),
      deductions: item.deductions.map((one) => ({ ...one, name: one.name.trim() })),
    })),
    ...(template === undefined ? {} : { template }),
  }
}
