import { and, eq, sql } from 'drizzle-orm'
import { board, snapshot } from '../../schema/tables/county.ts'
import type { CountyDb, New, Row } from './county-db.ts'
import { listed, onTaken } from './row-values.ts'
import type { Statement } from './statement.ts'

export type SnapshotRow = Row<typeof snapshot>

/** A public board's newest published standings: one row, or none where it is not public or not published. */
export async function findPublicSnapshot(db: CountyDb, boardId: string): Promise<SnapshotRow | undefined> {
  const shown = and(eq(snapshot.board, boardId), eq(snapshot.visibility, 'public'))
  return db.first(snapshot, shown ?? eq(snapshot.board, boardId))
}

/** Every public board of the county that has been published: one row a board. */
export async function listPublicSnapshots(db: CountyDb): Promise<SnapshotRow[]> {
  return db.find(snapshot, eq(snapshot.visibility, 'public'), { orderBy: snapshot.board, limit: 200 })
}

type Shown = Omit<New<typeof snapshot>, 'visibility' | 'shows'>

/**
 * Shows a board's standings in place of those it has shown before. Who sees them stays as it is, since that follows the
 * board (`showSnapshot`).
 */
export function replaceSnapshot(
  db: CountyDb,
  row: Shown,
  { visibility, shows }: Pick<SnapshotRow, 'visibility' | 'shows'>,
): Statement<unknown> {
  const names = ['county', ...Object.keys(row)]
  const kept = db.insert(snapshot, { ...row, visibility, shows }, { pick: [] })
  return { ...kept, sql: sql`${kept.sql}${onTaken(snapshot, 'replace', names)}` }
}

/** Shows a board's first standings, to whom the board is visible at that moment. */
export function keepSnapshot(db: CountyDb, row: Shown): Statement<unknown> {
  const names = Object.keys(row)
  const values = sql.join(
    Object.values(row).map((value) => sql`${value}`),
    sql`, `,
  )
  const into = ['county', 'visibility', 'shows', ...names]
  return {
    sql: sql`insert into ${snapshot} (${listed(into)}) select county, visibility, shows, ${values} from ${board}
      where county = ${db.county} and id = ${row.board}${onTaken(snapshot, 'replace', into)}`,
    decode: () => null,
  }
}

/** Follows who may see the board and how much of it; to stand behind the change of it in the same batch. */
export function showSnapshot(db: CountyDb, boardId: string): Statement<SnapshotRow> {
  const own = (column: 'visibility' | 'shows') =>
    sql`(${db.select(board, eq(board.id, boardId), { pick: [column] }).sql})`
  return db.update(
    snapshot,
    { visibility: own('visibility'), shows: own('shows') },
    eq(snapshot.board, boardId),
  )
}
