import type { RosterEntry } from '../../../../schema/api/boards.ts'
import type { Entry, Source } from '../../../../schema/api/ranking.ts'
import type { StoredReport } from '../../../../schema/api/reports.ts'

/** What is typed for one village: texts, as they stand in the fields. */
export type Cell = { value: string; exposure: string }
export type Cells = Readonly<Record<string, Cell>>

export type CellProblem = 'badRank' | 'badScore' | 'badCount' | 'badExposure'

export const emptyCell: Cell = { value: '', exposure: '' }

export function cellsOf(stored: StoredReport | null): Cells {
  return Object.fromEntries(
    (stored?.entries ?? []).map(({ subject, value, exposure }) => [
      subject,
      { value: String(value), exposure: exposure === undefined ? '' : String(exposure) },
    ]),
  )
}

/** A typed number, full-width digits included; undefined for an empty field, null for what is no number. */
export function numberIn(text: string): number | undefined | null {
  const plain = text.normalize('NFKC').trim()
  if (plain === '') return undefined
  return /^[-+]?(\d+\.?\d*|\.\d+)$/.test(plain) ? Number(plain) : null
}

/** What is wrong with a village's cell; `of` is how many villages are ranked together. */
export function problemIn(cell: Cell, source: Source, of: number): CellProblem | undefined {
  const value = numberIn(cell.value)
  if (value === undefined && cell.exposure.trim() === '') return undefined
  if (source.kind === 'rank' && !(Number.isInteger(value) && Number(value) >= 1 && Number(value) <= of)) {
    return 'badRank'
  }
  if (source.kind === 'score' && typeof value !== 'number') return 'badScore'
  if (source.kind === 'count' && !(typeof value === 'number' && value >= 0)) return 'badCount'
  const exposure = numberIn(cell.exposure)
  return source.exposed && !(typeof exposure === 'number' && exposure > 0) ? 'badExposure' : undefined
}

/** The filled cells as a report's entries, in the order of the villages. */
export function entriesOf(cells: Cells, villages: readonly RosterEntry[], source: Source): Entry[] {
  return villages.flatMap(({ id }): Entry[] => {
    const value = numberIn(cells[id]?.value ?? '')
    const exposure = numberIn(cells[id]?.exposure ?? '')
    if (typeof value !== 'number') return []
    return [{ subject: id, value, ...(source.exposed && typeof exposure === 'number' ? { exposure } : {}) }]
  })
}
