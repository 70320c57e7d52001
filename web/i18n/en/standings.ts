import type { English } from '../catalogue.ts'
import type { standings as zh } from '../zh/standings.ts'

export const standings: English<typeof zh> = {
  show: 'Which ones',
  show_all: 'All colours',
  show_green: 'Green only',
  show_yellow: 'Yellow only',
  show_red: 'Red only',
  show_borderline: 'Borderline only',
  columns: 'Columns',
  columnsHint: 'Remembered on this device.',
  line: 'Last 8 rounds',
  lineSaid: 'Ranks in the last {n} {n|round|rounds}: {ranks}',
  noRank: 'none',
  downloadSeen: 'Download what is shown',
  compare: 'Compare with another round',
  sheetNote: '{state} · {n} {n|village|villages}',
  nobody: 'No village fits',
  nobodyHint: 'Try another township, colour or name.',
  everybody: 'Clear the filters',
}
