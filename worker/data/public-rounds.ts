import { and, eq, lt, type SQL, sql } from 'drizzle-orm'
import { board, revision, round, snapshot } from '../../schema/tables/county.ts'
import type { BoardRow } from './boards.ts'
import type { CountyDb, Row } from './county-db.ts'
import { type HistoryRow, selectPrevious } from './histories.ts'
import type { RevisionRow } from './revisions.ts'
import type { RoundRow } from './rounds.ts'
import type { Statement } from './statement.ts'

/** A published round in a list. */
export type PublishedHead = Pick<Row<typeof round>, 'board' | 'no' | 'closesAt' | 'closedAt' | 'revision'>

const heads = ['board', 'no', 'closesAt', 'closedAt', 'revision'] as const

/** The boards of a county that anybody may read and the newest published rounds of all of them, in one round trip. */
export async function publicArchive(
  db: CountyDb,
  limit: number,
): Promise<{ boards: BoardRow[]; rounds: PublishedHead[] }> {
  const [boards, rounds] = await db.together(
    selectShownBoards(db),
    db.select(round, and(eq(round.state, 'published'), sql`board in (${shownIds(db)})`), {
      ...{ pick: heads, orderBy: [round.closesAt, round.no], descending: true, limit },
    }),
  )
  return { boards, rounds }
}

/** One such board with its published rounds before the number `before`, newest first; undefined where it is not shown. */
export async function publicRounds(
  db: CountyDb,
  id: string,
  limit: number,
  before: number | undefined,
): Promise<{ board: BoardRow; rounds: PublishedHead[] } | undefined> {
  const published = and(eq(round.board, id), eq(round.state, 'published'))
  const wanted = before === undefined ? published : and(published, lt(round.no, before))
  const [[shown], rounds] = await db.together(
    selectShownBoards(db, id),
    db.select(round, wanted, { pick: heads, orderBy: round.no, descending: true, limit }),
  )
  return shown && { board: shown, rounds }
}

/** A published round of a shown board: its newest revision, all its revisions' heads and the round before it. */
export type ArchivedRound = {
  board: BoardRow
  round: RoundRow
  newest: RevisionRow
  revisions: Pick<RevisionRow, 'no' | 'sha256' | 'publishedAt'>[]
  previous: HistoryRow | undefined
}

/** One round trip; undefined where the board is not shown or has no such published round. */
export async function archivedRound(
  db: CountyDb,
  id: string,
  no: number,
): Promise<ArchivedRound | undefined> {
  const wanted = and(eq(round.board, id), eq(round.no, no), eq(round.state, 'published'))
  const its = sql`round in (${db.select(round, wanted, { pick: ['id'] }).sql})`
  const [[shown], [found], [newest], revisions, [previous]] = await db.together(
    selectShownBoards(db, id),
    db.select(round, wanted, { limit: 1 }),
    db.select(revision, its, { orderBy: revision.no, descending: true, limit: 1 }),
    db.select(revision, its, {
      ...{ pick: ['no', 'sha256', 'publishedAt'], orderBy: revision.no, descending: true, limit: 50 },
    }),
    selectPrevious(db, id, no),
  )
  return shown && found && newest && { board: shown, round: found, newest, revisions, previous }
}

/** The rules by which each shown board's newest published round was ranked, in one round trip. */
export async function publicRules(db: CountyDb): Promise<{ board: BoardRow; policy: RoundRow['policy'] }[]> {
  const newest = db.select(snapshot, eq(snapshot.visibility, 'public'), { pick: ['round'] })
  const [boards, rounds] = await db.together(
    selectShownBoards(db),
    db.select(round, sql`id in (${newest.sql})`, { pick: ['board', 'policy'] }),
  )
  const policies = new Map(rounds.map(({ board: of, policy }) => [of, policy]))
  return boards.map((row) => ({ board: row, policy: policies.get(row.id) ?? row.policy }))
}

/** Boards that are public and have something published, in the order of their ids. */
function selectShownBoards(db: CountyDb, id?: string): Statement<BoardRow> {
  const shown = sql`${board.id} in (${shownIds(db)})`
  const wanted = id === undefined ? shown : and(eq(board.id, id), shown)
  return db.select(board, wanted, { orderBy: board.id, limit: 200 })
}

function shownIds(db: CountyDb): SQL {
  return db.select(snapshot, eq(snapshot.visibility, 'public'), { pick: ['board'] }).sql
}
