import { and, eq, lte, sql } from 'drizzle-orm'
import type { PublicBoard, PublicBoardSummary } from '../../schema/api/public.ts'
import type { Band } from '../../schema/api/ranking.ts'
import type { HistoryStandings } from '../../schema/tables/boards.ts'
import { history, revisionInput, snapshot } from '../../schema/tables/county.ts'
import { reaches, shownBoard } from '../domain/publication/shown-board.ts'
import type { CountyDb } from './county-db.ts'
import { standingOf } from './histories.ts'
import { findPublicSnapshot, listPublicSnapshots, type SnapshotRow } from './snapshots.ts'
import type { Statement } from './statement.ts'

/** The newest published round of every public board of a county, as far as it is shown: one row a board. */
export async function publicBoards(db: CountyDb): Promise<PublicBoard[]> {
  return (await listPublicSnapshots(db)).map(shownSnapshot)
}

/**
 * The same in a few figures each. The database takes them out of what the publication wrote, so that the standings do
 * not travel to be counted. Within JSON a quotation mark of a name never stands without a backslash, so these words are
 * found in no name.
 */
export async function publicSummaries(db: CountyDb): Promise<PublicBoardSummary[]> {
  const rows = db.select(snapshot, eq(snapshot.visibility, 'public'), {
    ...{ pick: ['board', 'body'], orderBy: snapshot.board, limit: 200 },
  })
  const counted = (band: Band) => {
    const words = `"band":"${band}"`
    return sql`(length(body) - length(replace(body, ${words}, ''))) / ${words.length}`
  }
  const [found] = await db.together({
    sql: sql`select json_remove(body, '$.standings', '$.unranked') as head, ${counted('green')} as green,
      ${counted('yellow')} as yellow, ${counted('red')} as red,
      json_array_length(body, '$.unranked') as unranked from (${rows.sql})`,
    decode: ({ head, ...raw }): PublicBoardSummary => {
      const { board, boardName, round, no, closedAt, publishedAt, revision, sha256 } = JSON.parse(
        String(head),
      )
      const count = (name: string) => Number(raw[name])
      const counts = { green: count('green'), yellow: count('yellow'), red: count('red') }
      return {
        ...{ board, boardName, round, no, closedAt, publishedAt, revision, sha256 },
        counts: { ...counts, unranked: count('unranked') },
      }
    },
  })
  return found
}

/** The newest published round of one board, as far as the county shows it: one row. */
export async function publicBoard(db: CountyDb, board: string): Promise<PublicBoard | undefined> {
  const row = await findPublicSnapshot(db, board)
  return row && shownSnapshot(row)
}

/** The publication wrote the body in this shape; nothing else writes it. */
export function shownSnapshot({ body, shows }: Pick<SnapshotRow, 'body' | 'shows'>): PublicBoard {
  return shownBoard(JSON.parse(body) as PublicBoard, shows)
}

export type PastStanding = { no: number; closedAt: string; imported: boolean } & HistoryStandings[string]

/**
 * One subject's past rounds on some boards up to each one's published round, newest first, and the inputs that round
 * was frozen with where the board shows explanations. All in one round trip.
 */
export async function publicPasts(
  db: CountyDb,
  boards: readonly PublicBoard[],
  subject: string,
  rounds: number,
) {
  const asked = boards.map(
    (board) => [selectPast(db, board, subject, rounds), selectInput(db, board)] as const,
  )
  if (asked.length === 0) return []
  const answers = await db.together(...asked.flat())
  return boards.map((board, i) => ({
    board,
    past: (answers[2 * i] ?? []) as PastStanding[],
    input: (answers[2 * i + 1] as { input: typeof revisionInput.$inferSelect.input }[] | undefined)?.[0]
      ?.input,
  }))
}

/** The database picks the one subject out of each round's standings, so that the others never travel. */
function selectPast(db: CountyDb, board: PublicBoard, subject: string, rounds: number): Statement<unknown> {
  const shown = and(
    eq(history.board, board.board),
    lte(history.no, board.no),
    sql`${standingOf(subject)} is not null`,
  )
  const rows = db.select(history, shown, {
    ...{
      pick: ['no', 'closedAt', 'round', 'standings'],
      orderBy: history.no,
      descending: true,
      limit: rounds,
    },
  })
  return {
    sql: sql`select no, closedAt, round is null as imported, ${standingOf(subject)} as standing from (${rows.sql})`,
    decode: (raw): PastStanding => ({
      ...{ no: Number(raw.no), closedAt: String(raw.closedAt), imported: raw.imported === 1 },
      ...(JSON.parse(String(raw.standing)) as HistoryStandings[string]),
    }),
  }
}

function selectInput(db: CountyDb, { round, revision, shows }: PublicBoard): Statement<unknown> {
  const frozen = and(eq(revisionInput.round, round), eq(revisionInput.no, revision))
  const explained = shows === undefined || reaches(shows, 'explanations')
  return db.select(revisionInput, explained ? frozen : sql`false`, { pick: ['input'] })
}
