import type { HistoryStandings } from '../../../schema/tables/boards.ts'
import type { CountyDb } from '../../data/county-db.ts'
import type { HistoryRow } from '../../data/histories.ts'
import { findRevision } from '../../data/revisions.ts'
import { findRound } from '../../data/rounds.ts'
import { sha256 } from '../../data/sha256.ts'
import { keepSnapshot, replaceSnapshot } from '../../data/snapshots.ts'
import type { Statement } from '../../data/statement.ts'
import type { CountyContext } from '../context.ts'
import { publicBoard, type Shown } from './public-board.ts'
import type { Publishing } from './publication-batch.ts'
import { historyOf, type Reading } from './reading.ts'

/**
 * The board's newest published round as the public will read it. Its hash is that of the body as served, which also
 * changes with the round before (the ranks then), so that it can serve as an ETag.
 */
export async function snapshotStatement(
  { db, county, now }: CountyContext,
  { board, past, reading, after }: Publishing,
): Promise<Statement<unknown>> {
  const own = historyOf(reading.result)
  const newest = past.later.at(-1)
  const beforeNewest = past.later.at(-2)
  const shown = newest
    ? await laterShown(db, newest, after.readings, now, beforeNewest?.standings ?? own)
    : shownOf(reading, now, past.previous?.standings ?? {})
  const body = JSON.stringify(publicBoard(county, board, shown))
  const row = { board: board.id, round: shown.round.id, revision: shown.revision }
  const kept = { ...row, sha256: await sha256(body), version: `${reading.no}${reading.sha256}`, body }
  const before = [past.previous, ...past.later].some((one) => one && one.round !== null)
  return reading.no > 1 || before ? replaceSnapshot(db, kept, board) : keepSnapshot(db, kept)
}

function shownOf({ round, no, sha256, result }: Reading, now: Date, before: HistoryStandings): Shown {
  return { round, revision: no, sha256, result, publishedAt: now.toISOString(), before }
}

async function laterShown(
  db: CountyDb,
  newest: HistoryRow,
  readings: readonly Reading[],
  now: Date,
  before: HistoryStandings,
): Promise<Shown> {
  const reading = readings.find(({ round }) => round.id === newest.round)
  if (reading) return shownOf(reading, now, before)
  const round = newest.round === null ? undefined : await findRound(db, newest.round)
  const stored = round && (await findRevision(db, round.id, round.revision))
  if (!round || !stored) throw new Error(`round ${newest.no} of board ${newest.board} has no revision`)
  const { no: revision, sha256: hash, result, publishedAt } = stored
  return { round, revision, sha256: hash, result, publishedAt, before }
}
