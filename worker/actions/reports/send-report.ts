import { sql } from 'drizzle-orm'
import type { Entry } from '../../../schema/api/ranking.ts'
import { countReport, keepReport, nobodyElseSays, stillThere } from '../../data/reports.ts'
import type { RoundRow } from '../../data/rounds.ts'
import { sha256 } from '../../data/sha256.ts'
import { canonicalJson } from '../../domain/canonical.ts'
import type { Language } from '../../problems/language.ts'
import { Problem } from '../../problems/problem.ts'
import { record } from '../audit.ts'
import type { CountyContext } from '../context.ts'
import { withNudge } from '../nudge.ts'
import { checkEntries, type EntryComplaint } from './check-entries.ts'
import { type Desk, openDesk } from './desk.ts'

export type Place = { round: string; source: string; reporter: string }

/**
 * Hands a report in, in place of that reporter's one before; the same again changes nothing. Two round trips to the
 * shard, a third only to say why it was refused. `basedOn` as in NewReport.
 * Errors: not_found, forbidden, round_not_open, report_newer, report_refused, conflict.
 */
export async function sendReport(
  context: CountyContext,
  place: Place,
  entries: readonly Entry[],
  basedOn?: string | null,
) {
  const desk = await openDesk(context, place, 'report.write')
  requireOpen(desk.round, context.now)
  if (basedOn !== undefined && basedOn !== (desk.own?.sentAt ?? null)) throw new Problem('report_newer')
  const { complaints, warnings } = checkEntries(desk, entries)
  if (complaints.length > 0) throw refused(complaints)
  const stored = await handIn(context, desk, entries, basedOn !== undefined)
  return receiptOf(stored, warnings)
}

/**
 * Stores entries that were checked against the desk; `asRead` only in place of the report that was read there.
 * Errors: round_not_open, report_refused, conflict.
 */
export async function handIn(context: CountyContext, desk: Desk, entries: readonly Entry[], asRead = false) {
  const { db, now, member } = context
  const { round, source, reporter, own } = desk
  const digest = await digestOf(entries)
  if (own?.digest === digest) return own
  const row = {
    ...{ round: round.id, source: source.key, reporter, entries: [...entries], digest },
    ...{ sentBy: member.id, onBehalf: member.scope.id !== reporter, sentAt: now.toISOString() },
  }
  const alone = nobodyElseSays(
    db,
    row,
    entries.map(({ subject }) => subject),
  )
  const detail = { source: source.key, reporter, entries: entries.length, onBehalf: row.onBehalf }
  const [, , [stored]] = await withNudge(context, () =>
    db.write(
      countReport(db, round, row.sentAt, asRead ? sql`${alone} and ${stillThere(db, row, own)}` : alone),
      record(context, 'report.send', round.id, detail, sql`changes() > 0`),
      keepReport(db, row),
    ),
  )
  if (stored) return stored
  const after = await openDesk(context, { round: round.id, source: source.key, reporter }, 'report.write')
  requireOpen(after.round, now)
  const { complaints } = checkEntries(after, entries)
  throw complaints.length > 0 ? refused(complaints) : new Problem('conflict')
}

/** A report after the closing time is refused even where the clock has not closed the round yet. */
export function requireOpen(round: Pick<RoundRow, 'state' | 'closesAt'>, now: Date): void {
  if (round.state !== 'open' || round.closesAt <= now.toISOString()) throw new Problem('round_not_open')
}

function refused(complaints: readonly EntryComplaint[]): Problem {
  const fields = (language: Language) =>
    complaints.slice(0, 200).map(({ row, field, message }) => ({
      path: `entries.${row}.${field}`,
      message: message(language),
    }))
  return new Problem('report_refused', {}, { fields })
}

/** The order of the entries says nothing. */
async function digestOf(entries: readonly Entry[]): Promise<string> {
  const sorted = entries.toSorted((a, b) => (a.subject < b.subject ? -1 : a.subject > b.subject ? 1 : 0))
  return sha256(canonicalJson(sorted))
}

type Stored = Awaited<ReturnType<typeof handIn>>

function receiptOf({ round, source, reporter, entries, onBehalf, sentAt }: Stored, warnings: Warnings) {
  return (language: Language) => ({
    ...{ round, source, reporter, onBehalf, sentAt },
    entries: entries.length,
    warnings: warnings.slice(0, 200).map((warning) => warning(language)),
  })
}

type Warnings = ReturnType<typeof checkEntries>['warnings']
