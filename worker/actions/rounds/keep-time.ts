import { eq, lte, sql } from 'drizzle-orm'
import { board, round } from '../../../schema/tables/county.ts'
import type { BoardRow } from '../../data/boards.ts'
import { selectStale } from '../../data/drafts.ts'
import { addRound, selectDone, selectOpen } from '../../data/rounds.ts'
import { noteVitalSign } from '../../data/vital-signs.ts'
import { freeSpan } from '../../domain/cadence/free-span.ts'
import { periodAround, type Span } from '../../domain/cadence/period.ts'
import { Problem } from '../../problems/problem.ts'
import { record } from '../audit.ts'
import type { CountyContext } from '../context.ts'
import { close } from './close-round.ts'
import { refreshDraft } from './draft.ts'
import { newRound, untouched } from './open-round.ts'

/** Nothing to do: as late as JavaScript can say. */
const never = 8_640_000_000_000
const hour = 3_600_000
/** Three schedules: a round that closes later than this was closed late. */
const quarterOfAnHour = 900_000

/**
 * Closes the rounds whose time has run out, opens the current ones, recomputes stale drafts, and gives the next
 * instant (epoch ms) at which something will be due. Every change carries its precondition, so a second run, or one
 * at the same time, changes nothing more. One board's failure does not stop the others: it is thrown at the end.
 */
export async function keepTime(context: CountyContext): Promise<number> {
  const { db, now } = context
  const failures: unknown[] = []
  const attempt = async <Result>(work: () => Promise<Result>): Promise<Result | undefined> => {
    try {
      return await work()
    } catch (error) {
      failures.push(error)
      return undefined
    }
  }

  const [boards, open, stale] = await db.together(
    db.select(board, eq(board.active, true)),
    selectOpen(db),
    selectStale(db, now.toISOString()),
  )
  const periods = new Map(boards.map((row) => [row.id, periodAround(row.cadence, now.getTime())]))
  const since = Math.min(now.getTime(), ...[...periods.values()].map(({ opensAt }) => opensAt))
  const [done] = await db.together(selectDone(db, new Date(since).toISOString()))
  const current = [...open, ...done]

  for (const { id, state, closesAt } of current) {
    const due = state === 'open' && Date.parse(closesAt) <= now.getTime()
    if (due) await attempt(() => closeInTime(context, id, closesAt))
  }
  const spans = current.map((row) => ({
    board: row.board,
    opensAt: Date.parse(row.opensAt),
    closesAt: Date.parse(row.closesAt),
  }))
  const next: number[] = spans.flatMap(({ opensAt, closesAt }) => [opensAt, closesAt])
  for (const row of boards) {
    const taken = spans.filter((span) => span.board === row.id)
    const period = periods.get(row.id)
    const free = period && freeSpan(period, taken, now.getTime())
    if (free) next.push((await attempt(() => openPeriod(context, row, free))) ?? now.getTime() + hour)
  }
  for (const of of stale) await attempt(() => refreshDraft(context, of))

  if (failures.length > 0)
    throw failures.length === 1 ? failures[0] : new AggregateError(failures, messages(failures))
  return Math.min(never, ...next.filter((at) => at > now.getTime()))
}

/** Closes a round whose time has run out, and tells the operator where that comes late. */
async function closeInTime(context: CountyContext, id: string, closesAt: string): Promise<void> {
  const { control, now } = context
  const closed = await close(context, id, closesAt, lte(round.closesAt, now.toISOString()))
  const late = now.getTime() - Date.parse(closesAt) > quarterOfAnHour
  if (closed && late) await control.run(noteVitalSign('late_close', now.getTime()))
}

/** Opens a board's round for a span and gives when it closes; undefined where nobody stands on the board yet. */
async function openPeriod(context: CountyContext, row: BoardRow, span: Span): Promise<number | undefined> {
  const { db } = context
  try {
    const opening = await newRound(context, row, span, untouched)
    const { id, opensAt, closesAt } = opening
    await db.write(
      addRound(db, opening, 'any'),
      record(context, 'round.open', id, { opensAt, closesAt }, sql`changes() > 0`),
    )
    return span.closesAt
  } catch (error) {
    if (error instanceof Problem && error.code === 'no_subjects') return undefined
    throw error
  }
}

function messages(failures: readonly unknown[]): string {
  return failures.map(String).join('; ')
}
