import type { RosterEntry, RoundDetail } from '../../../../schema/api/boards.ts'
import type { Source } from '../../../../schema/api/ranking.ts'
import { pastedRows } from '../../../../worker/domain/sheets/pasted-rows.ts'
import { readReport } from '../../../../worker/domain/sheets/read-report.ts'
import { type Cell, type Cells, numberIn } from './cells.ts'

export type Pasted = {
  cells: Cells
  filled: number
  wrong: { row: number; name: string; code: string }[]
}

type Place = { round: RoundDetail; source: Source; reporter: string; villages: readonly RosterEntry[] }

/**
 * Pasted text as cells: a lone column of numbers fills the villages in order; anything else is read as a sheet is,
 * by names. Rows that are not clear stay out and are listed.
 */
export function readPasted(text: string, { round, source, reporter, villages }: Place): Pasted {
  const lines = text.replace(/\r/g, '').replace(/\n+$/, '').split('\n')
  if (lines.every((line) => line.split('\t').every((part) => typeof numberIn(part) !== 'object'))) {
    return inOrder(lines, source, villages)
  }
  const read = readReport({
    rows: pastedRows(text),
    source,
    roster: round.roster.filter(({ exempt }) => !exempt).map((entry) => ({ ...entry, code: entry.id })),
    ...(source.scope === 'township' ? { reporterTownship: reporter } : {}),
  })
  const cells = Object.fromEntries(
    read.entries.map(({ subject, value, exposure }) => [subject, cellOf(value, exposure)]),
  )
  const wrong = read.rows.flatMap(({ row, name, error }) => (error ? [{ row, name, code: error.code }] : []))
  return { cells, filled: read.entries.length, wrong }
}

function inOrder(lines: string[], source: Source, villages: readonly RosterEntry[]): Pasted {
  const cells: Record<string, Cell> = {}
  lines.slice(0, villages.length).forEach((line, i) => {
    const village = villages[i]
    const [value = '', exposure = ''] = line.split('\t').map((part) => part.normalize('NFKC').trim())
    if (village && value !== '') cells[village.id] = { value, exposure: source.exposed ? exposure : '' }
  })
  return { cells, filled: Object.keys(cells).length, wrong: [] }
}

function cellOf(value: number, exposure: number | undefined): Cell {
  return { value: String(value), exposure: exposure === undefined ? '' : String(exposure) }
}
