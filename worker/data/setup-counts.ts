import { and, eq, sql } from 'drizzle-orm'
import { membership } from '../../schema/tables/control.ts'
import { area, board, post, round, unit } from '../../schema/tables/county.ts'
import type { CountyId } from '../../schema/tables/keys.ts'
import { type ControlDb, rowsAs } from './control-db.ts'
import type { CountyDb, CountyTable } from './county-db.ts'
import { selectSetting } from './settings.ts'
import type { Statement } from './statement.ts'

/** What a county has of each thing it sets up, and the steps it skips; one round trip. */
export async function readSetup(db: CountyDb) {
  const [villages, posts, units, boards, rounds, [skipped]] = await db.together(
    counted(db, area, 5000, sql`${and(eq(area.level, 'village'), eq(area.active, true))}`),
    counted(db, post, 1000),
    counted(db, unit, 1000, eq(unit.active, true)),
    counted(db, board, 1000, eq(board.active, true)),
    counted(db, round, 1),
    selectSetting(db, 'setup_skipped'),
  )
  const first = ([n]: number[]) => n ?? 0
  return {
    counts: {
      ...{ areas: first(villages), posts: first(posts), units: first(units) },
      ...{ board: first(boards), round: first(rounds) },
    },
    skipped: skipped?.value,
  }
}

/** Counts rows, but no more than `most`: D1 bills each one. */
function counted(
  db: CountyDb,
  table: CountyTable,
  most: number,
  where?: ReturnType<typeof sql>,
): Statement<number> {
  const { sql: rows } = db.select(table, where, { limit: most })
  return { sql: sql`select count(*) as n from (${rows})`, decode: (raw) => Number(raw.n) }
}

/** How many members a county has, the disabled ones left out. */
export async function countMembers(control: ControlDb, county: CountyId): Promise<number> {
  const n = await control.first(
    rowsAs(
      sql`select count(*) as n from ${membership} where county = ${county} and disabledAt is null`,
      (raw) => Number(raw.n),
    ),
  )
  return n ?? 0
}
