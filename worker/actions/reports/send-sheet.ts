import type { SheetReceipt } from '../../../schema/api/reports.ts'
import { readReport } from '../../domain/sheets/read-report.ts'
import type { ReportRead, ReportRow } from '../../domain/sheets/report-types.ts'
import { readSheet } from '../../files/sheet-bytes.ts'
import type { Language } from '../../problems/language.ts'
import { Problem } from '../../problems/problem.ts'
import { sheetRowMessages, sheetWarningMessages, worded } from '../../problems/sheet-messages.ts'
import type { CountyContext } from '../context.ts'
import { checkEntries } from './check-entries.ts'
import { type Desk, openDesk } from './desk.ts'
import { handIn, type Place, requireOpen } from './send-report.ts'

type Upload = {
  bytes: Uint8Array
  /** Rows the user has settled: a subject's id, or null to leave the row out. */
  picks: Record<number, string | null>
  /** Only say what would happen. */
  dryRun: boolean
}

/**
 * Reads a report from a spreadsheet and hands it in, unless any row is unclear: then nothing is stored and the rows
 * say what is wrong and who may be meant. Errors: as `sendReport`, and sheet_… where the file cannot be read.
 */
export async function sendSheet(
  context: CountyContext,
  place: Place,
  { bytes, picks, dryRun }: Upload,
  language: Language,
): Promise<SheetReceipt> {
  const desk = await openDesk(context, place, 'report.write')
  requireOpen(desk.round, context.now)
  const read = await readAt(desk, bytes, picks)
  const rows = checkedRows(desk, read, language)
  const settled = read.complete && rows.every(({ error }) => error === undefined)
  if (settled && !dryRun) await handIn(context, desk, read.entries)
  const warnings = read.warnings.map(({ code, params }) => ({
    code,
    message: worded(sheetWarningMessages[code][language], params),
  }))
  return { applied: settled && !dryRun, rows, warnings }
}

/** Errors: sheet_…, where there is no table to speak of. */
async function readAt({ round, source, reporter }: Desk, bytes: Uint8Array, mapping: Upload['picks']) {
  const cells = await readSheet(bytes)
  if (!cells.ok) throw new Problem(`sheet_${cells.problem}`, { limit: cells.limit ?? '' })
  const read = readReport({
    sheets: cells.sheets,
    source,
    roster: round.roster.filter(({ exempt }) => !exempt).map((entry) => ({ ...entry, code: entry.id })),
    ...(source.scope === 'township' ? { reporterTownship: reporter } : {}),
    mapping,
  })
  if (read.problem) throw new Problem(`sheet_${read.problem.code}`)
  return read
}

/** The rows as the sheet's reader left them, with what the round has against their entries. */
function checkedRows(desk: Desk, read: ReportRead, language: Language): SheetReceipt['rows'] {
  const { complaints } = checkEntries(desk, read.entries)
  const bySubject = new Map(
    complaints.map(({ row, code, message }) => [
      read.entries[row]?.subject,
      { code, message: message(language) },
    ]),
  )
  return read.rows.map(({ error, ...row }) => {
    const found = error ? rowError(error, language) : row.value !== undefined && bySubject.get(row.subject)
    return found ? { ...row, error: found } : row
  })
}

function rowError({ code, params }: NonNullable<ReportRow['error']>, language: Language) {
  return { code, message: worded(sheetRowMessages[code][language], params) }
}
