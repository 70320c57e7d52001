import type { z } from 'zod'
import type { BoardHistory, Cadence } from '../../../schema/api/boards.ts'
import type { HistoryImport } from '../../../schema/api/history.ts'
import { type HistoryWeek, readHistory } from '../../domain/sheets/read-history.ts'
import { readSheet } from '../../files/sheet-bytes.ts'
import { historyRowMessages } from '../../problems/import-messages.ts'
import type { Language } from '../../problems/language.ts'
import { Problem } from '../../problems/problem.ts'
import { worded } from '../../problems/sheet-messages.ts'
import type { CountyContext } from '../context.ts'
import { freezeRoster } from '../rounds/roster.ts'
import { importHistory, requireHistoryOpen } from './import-history.ts'

/**
 * Brings in past colours from a sheet with a row a village and a column a week; stored only where every row is clear.
 * Errors: as `importHistory`, and sheet_… where the file cannot be read or has no such table.
 */
export async function importHistorySheet(
  context: CountyContext,
  boardId: string,
  { bytes, dryRun }: { bytes: Uint8Array; dryRun: boolean },
  language: Language,
): Promise<HistoryImport> {
  const board = await requireHistoryOpen(context, boardId)
  const sheet = await readSheet(bytes)
  if (!sheet.ok) throw new Problem(`sheet_${sheet.problem}`, { limit: sheet.limit ?? '' })
  const roster = (await freezeRoster(context.db, board)).map((entry) => ({ ...entry, code: entry.id }))
  const reads = sheet.sheets.filter(({ hidden }) => !hidden).map(({ rows }) => readHistory(rows, roster))
  const read = reads.find(({ problem }) => !problem) ?? reads[0]
  if (!read) throw new Problem('sheet_no_table')
  if (read.problem) throw new Problem(`sheet_${read.problem.code}`)
  const past = roundsOf(read.weeks, board.cadence, context.now)
  const applied = read.complete && !dryRun
  if (applied) await importHistory(context, boardId, past)
  return {
    applied,
    weeks: past.map(({ no, closedAt }, at) => ({ label: read.weeks[at]?.label ?? '', no, closedAt })),
    rows: read.rows.map(({ error, ...row }) => ({
      ...row,
      ...(error && {
        error: {
          code: error.code,
          message: worded(historyRowMessages[error.code][language], error.params),
        },
      }),
    })),
  }
}

const days: Record<Cadence['every'], number> = { day: 1, week: 7, month: 30 }
const dayMs = 86_400_000

/** Numbered as headed, else one after the other; a week without a day is taken to lie one period before the next. */
function roundsOf(
  weeks: readonly HistoryWeek[],
  { every, closesAt }: Cadence,
  now: Date,
): z.infer<typeof BoardHistory> {
  const numbered =
    new Set(weeks.map(({ no }) => no)).size === weeks.length && weeks.every(({ no }) => no !== undefined)
  let next = now.getTime()
  const rounds = weeks.toReversed().map((week, fromLast) => {
    const headed = week.closedOn && Date.parse(`${week.closedOn}T${closesAt}:00+08:00`)
    next = headed || next - days[every] * dayMs
    const no = numbered ? (week.no ?? 0) : weeks.length - fromLast
    return { no, closedAt: new Date(next).toISOString(), bands: week.bands }
  })
  return rounds.reverse()
}
