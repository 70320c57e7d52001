import { and, eq, sql } from 'drizzle-orm'
import type { Amendment } from '../../../schema/api/ranking.ts'
import { history, round } from '../../../schema/tables/county.ts'
import { publishLatest } from '../../data/publications.ts'
import { insertRevision } from '../../data/revisions.ts'
import { type OwnedRound, unsettleDrafts } from '../../data/rounds.ts'
import type { Statement } from '../../data/statement.ts'
import { record } from '../audit.ts'
import type { CountyContext } from '../context.ts'
import type { BoardPast } from './board-past.ts'
import type { Aftermath } from './later-rounds.ts'
import { historyOf, type Reading } from './reading.ts'
import { snapshotStatement } from './snapshot-statement.ts'

/** A round's new revision, with those that follow from it in later rounds. */
export type Publishing = Pick<OwnedRound, 'round' | 'board'> & {
  past: BoardPast
  reading: Reading
  after: Aftermath
  /** Why: a correction's reason, or why a publication was not held up. */
  reason: string | null
  /** What this revision adds over the one before. */
  amendments: readonly Amendment[]
}

/**
 * Marks a round as published in a revision, and the drafts after it as stale. To stand first in a batch, which it fails
 * where anything is no longer as it was read.
 */
export function publishRound(
  context: CountyContext,
  { board, reading, past }: Publishing,
): Statement<unknown>[] {
  const { db, now } = context
  if (past.unchanged === undefined) {
    return [publishLatest(db, reading.round, now.toISOString()), db.demand(sql`changes() > 0`)]
  }
  return [
    db.demand(past.unchanged),
    markPublished(context, reading),
    unsettleDrafts(db, board.id, reading.round.no),
  ]
}

/**
 * Everything else that publishing revisions writes: their frozen rows, the board's past, the public snapshot and the
 * audit. To stand in one batch behind `publishRound`.
 */
export async function publicationBatch(
  context: CountyContext,
  publishing: Publishing,
): Promise<Statement<unknown>[]> {
  const { db } = context
  const { board, reading, after, reason, amendments } = publishing
  return [
    ...after.readings.map((next) => markPublished(context, next)),
    ...frozen(context, reading, reason, amendments),
    ...after.readings.flatMap((next) => frozen(context, next, becauseOf(reading, reason), [])),
    ...after.passedOn.map(({ no, carried }) => {
      const past = and(eq(history.board, board.id), eq(history.no, no)) ?? eq(history.no, no)
      return db.update(history, { carried }, past, [])
    }),
    await snapshotStatement(context, publishing),
    ...after.readings.map(({ round: { id }, no, sha256 }) =>
      record(context, 'round.revise', id, { revision: no, sha256, because: reading.round.id }),
    ),
  ]
}

function markPublished({ db, now }: CountyContext, { round: { id }, no }: Reading): Statement<unknown> {
  const publishedAt = sql`coalesce(publishedAt, ${now.toISOString()})`
  return db.update(round, { state: 'published', publishedAt, revision: no }, eq(round.id, id), [])
}

function frozen(
  { db, member, now }: CountyContext,
  { round: { id, board, no: roundNo, closedAt, closesAt }, no, input, result, sha256, carried }: Reading,
  reason: string | null,
  amendments: readonly Amendment[],
): Statement<unknown>[] {
  const publishedAt = now.toISOString()
  const row = { round: id, no, result, sha256, reason, publishedBy: member.id, publishedAt }
  const past = {
    board,
    no: roundNo,
    round: id,
    closedAt: closedAt ?? closesAt,
    standings: historyOf(result),
    carried,
  }
  return [
    ...insertRevision(db, row, { input, amendments: [...amendments] }),
    db.insert(history, past, { taken: 'replace', pick: [] }),
  ]
}

/** A later round's next revision says which round's change moved its streaks. */
function becauseOf({ round: { no }, no: revision }: Reading, reason: string | null): string {
  return revision === 1 ? `第${no}期补公布` : `第${no}期更正：${reason ?? ''}`
}
