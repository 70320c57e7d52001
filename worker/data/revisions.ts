import { and, eq, gt, type SQL, sql } from 'drizzle-orm'
import { revision, revisionInput } from '../../schema/tables/county.ts'
import type { CountyDb, New, Row } from './county-db.ts'
import type { RoundRow } from './rounds.ts'
import type { Statement } from './statement.ts'

export type RevisionRow = Row<typeof revision>
export type RevisionInputRow = Row<typeof revisionInput>

/** A revision's standings with its hash; its inputs stand in a row of their own. */
export async function findRevision(
  db: CountyDb,
  roundId: string,
  no: number,
): Promise<RevisionRow | undefined> {
  const [[found]] = await db.together(selectRevision(db, roundId, no))
  return found
}

export function selectRevision(db: CountyDb, roundId: string, no: number | SQL): Statement<RevisionRow> {
  return db.select(revision, one(revision, roundId, no))
}

export function selectRevisionInput(
  db: CountyDb,
  roundId: string,
  no: number | SQL,
): Statement<RevisionInputRow> {
  return db.select(revisionInput, one(revisionInput, roundId, no))
}

/** The inputs of the newest revision of each round that `rounds` reads. */
export function selectInputsOf(
  db: CountyDb,
  rounds: Statement<Pick<RoundRow, 'id' | 'revision'>>,
): Statement<RevisionInputRow> {
  const newest = sql`(${revisionInput.round}, ${revisionInput.no}) in (select id, revision from (${rounds.sql}))`
  return db.select(revisionInput, newest)
}

/** A round's revisions without their standings, oldest first, after the number `after`. */
export function selectRevisions(
  db: CountyDb,
  roundId: string,
  limit: number,
  after = 0,
): Statement<Pick<RevisionRow, 'round' | 'no' | 'sha256' | 'reason' | 'publishedAt'>> {
  const later = and(eq(revision.round, roundId), gt(revision.no, after))
  const pick = ['round', 'no', 'sha256', 'reason', 'publishedAt'] as const
  return db.select(revision, later, { pick, orderBy: revision.no, limit })
}

/** The two rows of a new revision; a number already taken is an error and undoes the batch. */
export function insertRevision(
  db: CountyDb,
  row: New<typeof revision>,
  frozen: Pick<New<typeof revisionInput>, 'input' | 'amendments'>,
): Statement<unknown>[] {
  const pick = [] as const
  return [
    db.insert(revision, row, { pick }),
    db.insert(revisionInput, { round: row.round, no: row.no, ...frozen }, { pick }),
  ]
}

/** Round and number of every revision of a county, a page at a time. */
export async function* everyRevision(db: CountyDb): AsyncGenerator<Pick<RevisionRow, 'round' | 'no'>> {
  const perPage = 200
  let last: Pick<RevisionRow, 'round' | 'no'> | undefined
  for (;;) {
    const after = last && sql`(${revision.round}, ${revision.no}) > (${last.round}, ${last.no})`
    const orderBy = [revision.round, revision.no]
    const rows = await db.find(revision, after, { pick: ['round', 'no'], orderBy, limit: perPage })
    yield* rows
    if (rows.length < perPage) return
    last = rows.at(-1)
  }
}

function one(table: typeof revision | typeof revisionInput, roundId: string, no: number | SQL): SQL {
  return and(eq(table.round, roundId), eq(table.no, no)) ?? eq(table.round, roundId)
}
