import type { ImportedIssue } from '../../../../schema/api/issue-sheets.ts'

/** What was settled by hand, by row: ids of a village, a unit or a category; null where the row is left out. */
export type Settled = ReadonlyMap<number, readonly string[] | null>

/** The picks as the address of an import names them: `7:620423100203.pile-waste`, `9:` for a row left out. */
export function picksIn(settled: Settled): string[] {
  return [...settled].map(([row, ids]) => `${row}:${ids === null ? '' : ids.join('.')}`)
}

/**
 * What was settled before together with what has been picked since, and, where wanted, every row still in doubt left
 * out: a row may be unclear in its village first and in its category next.
 */
export function settledWith(
  before: Settled,
  picked: ReadonlyMap<number, string>,
  leftOut: readonly Pick<ImportedIssue, 'row'>[],
): Settled {
  const all = new Map(before)
  for (const [row, id] of picked) all.set(row, [...(all.get(row) ?? []), id])
  for (const { row } of leftOut) all.set(row, null)
  return all
}
