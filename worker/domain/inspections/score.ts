import type { Answers, Finding } from '../../../schema/api/inspections.ts'
import type { SheetItem, SheetItems, SheetMethod } from '../../../schema/api/scoring-sheets.ts'

/** What was found with a sheet: findings per deduction, answers per item. */
export type Found = { findings: readonly Pick<Finding, 'item' | 'deduction' | 'count'>[]; answers: Answers }

/** One item's part of a score, in points. `left` is null where the item was not scored. */
export type ItemScore = { item: string; max: number; off: number; left: number | null }

export type SheetScore = {
  items: ItemScore[]
  /** 0–100 to two decimals, halves up; null where no item was scored or none has points. */
  score: number | null
}

/**
 * Scores a sheet. Deductions of an item never take more than its maximum. What is left of the items scored over their
 * maxima, times 100: an optional item left out shares its points among the others in proportion, and a sheet whose
 * maxima do not add up to 100 compares with one whose do. A checklist is the same with yes for the maximum and no for
 * nothing. Reckoned in whole hundredths of a point, so nothing is decided by floating error.
 */
export function scoreSheet(method: SheetMethod, items: SheetItems, found: Found): SheetScore {
  const off = deductionsByItem(items, found)
  const parts = items.map((item) => partOf(method, item, found.answers[item.key], off.get(item.key) ?? 0))
  const scored = parts.filter(({ left }) => left !== null)
  const left = scored.reduce((sum, part) => sum + (part.left ?? 0), 0)
  const max = scored.reduce((sum, part) => sum + part.max, 0)
  return {
    items: parts.map((part) => ({
      item: part.item,
      max: part.max / 100,
      off: part.off / 100,
      left: part.left === null ? null : part.left / 100,
    })),
    score: max === 0 ? null : percentOf(left, max),
  }
}

/** The mean of scores to two decimals, halves up; at least one. */
export function meanScore(scores: readonly number[]): number {
  const sum = scores.reduce((total, score) => total + hundredths(score), 0)
  return Math.floor((2 * sum + scores.length) / (2 * scores.length)) / 100
}

/** `100 × part / whole` to two decimals, halves up. Whole numbers, `whole` above 0. */
export function percentOf(part: number, whole: number): number {
  return Math.floor((20_000 * part + whole) / (2 * whole)) / 100
}

/** A number of at most two decimals as whole hundredths. */
export function hundredths(points: number): number {
  return Math.round(points * 100)
}

/** Hundredths taken off per item, before the cap. */
function deductionsByItem(items: SheetItems, { findings }: Found): Map<string, number> {
  const points = new Map(
    items.flatMap(({ key, deductions }) =>
      deductions.map((one) => [`${key}/${one.key}`, hundredths(one.points)]),
    ),
  )
  const off = new Map<string, number>()
  for (const { item, deduction, count } of findings) {
    const each = points.get(`${item}/${deduction}`) ?? 0
    off.set(item, (off.get(item) ?? 0) + each * count)
  }
  return off
}

/** In hundredths. */
function partOf(
  method: SheetMethod,
  { key: item, max: points }: SheetItem,
  answer: Answers[string] | undefined,
  found: number,
): { item: string; max: number; off: number; left: number | null } {
  const max = hundredths(points)
  if (answer === 'na' || (method === 'checklist' && answer === undefined)) {
    return { item, max, off: 0, left: null }
  }
  const off = method === 'checklist' ? (answer === 'no' ? max : 0) : Math.min(max, found)
  return { item, max, off, left: max - off }
}
