import { sql } from 'drizzle-orm'
import { columnsHolding } from '../../domain/privacy/inventory.ts'
import type { CountyDb } from '../county-db.ts'
import { decodeRow, type Statement } from '../statement.ts'
import { type PersonalTable, personalTables } from './tables.ts'

/** At most so many rows of a table, the newest by key: an export says where there are more. */
export const actsPerTable = 2000

/** Tables whose rows say who did something. */
export const acted = personalTables(['actor'])

/** What the county worked out or published, and what only finds a row again, is nobody's own. */
const left = new Set([
  ...['county', 'digest', 'result', 'content', 'data', 'entries', 'code', 'answer', 'request', 'sha256'],
  ...['thumbnail', 'derivative', 'secret', 'policy', 'key', 'input', 'seed'],
])

/** Names of other people in what a member did are theirs, and an export reaches further back than the member's role. */
const ofOthers = [
  ...(['post', 'interview', 'meeting', 'notice', 'contact'] as const),
  ...(['complaint', 'household', 'message', 'receipt'] as const),
]

/** Rows of a table in which a member stands as the one who did it. */
export function selectActs(
  db: CountyDb,
  { name: named, table, columns, key }: PersonalTable,
  member: string,
): Statement<Record<string, unknown>> {
  const own = columns.map((name) => {
    const column = sql`${sql.identifier(name)}`
    // Several who wrote stand in one column as a JSON list.
    return name === 'writers'
      ? sql`instr(${column}, ${JSON.stringify(member)}) > 0`
      : sql`${column} = ${member}`
  })
  const others = columnsHolding(named, ofOthers)
  const order = key.map((name) => sql`${sql.identifier(name)} desc`)
  return {
    sql: sql`select * from ${table} where county = ${db.county} and (${sql.join(own, sql` or `)})
      order by ${sql.join(order, sql`, `)} limit ${actsPerTable + 1}`,
    decode: (raw) =>
      Object.fromEntries(
        Object.entries(decodeRow(table, raw)).filter(([name]) => !left.has(name) && !others.includes(name)),
      ),
  }
}
