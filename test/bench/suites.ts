import { benchConsole } from './console/console.ts'
import { benchGrowth } from './growth/growth.ts'
import { benchImport } from './import/import.ts'
import { benchIssues } from './issues/issues.ts'
import { benchNational } from './national/national.ts'
import { benchPages } from './pages/pages.ts'
import { type BenchRow, benchEngine } from './ranking/engine.ts'
import { benchReadPath } from './read-path/read-path.ts'
import { benchRounds } from './rounds/rounds.ts'
import { benchSpreadsheet } from './spreadsheet/spreadsheet.ts'
import { benchStart } from './start/start.ts'
import { benchWritePath } from './write-path/write-path.ts'

export type { BenchRow }

/** What `npm run bench` measures, in this order; each suite lives in a folder of its own. */
export const suites: { name: string; measure: () => Promise<BenchRow[]> }[] = [
  { name: 'ranking', measure: () => benchEngine() },
  { name: 'import', measure: benchImport },
  { name: 'issues', measure: benchIssues },
  { name: 'rounds', measure: benchRounds },
  { name: 'national', measure: benchNational },
  { name: 'read-path', measure: benchReadPath },
  { name: 'write-path', measure: benchWritePath },
  { name: 'growth', measure: benchGrowth },
  { name: 'spreadsheet', measure: benchSpreadsheet },
  { name: 'start', measure: benchStart },
  { name: 'console', measure: benchConsole },
  { name: 'pages', measure: benchPages },
]
