import { type SQL, sql } from 'drizzle-orm'
import type { CountyDb } from '../county-db.ts'
import type { Statement } from '../statement.ts'
import { keyText, type PersonalTable, personalTables } from './tables.ts'

/** A column of a row in which a name stands, with the words around it. */
export type MentionRow = { table: string; id: string; column: string; excerpt: string }

/** At most so many rows of a table; who is named oftener is looked for again after some have been edited. */
export const mentionsPerTable = 50
/** Characters shown on either side of the name. */
const around = 16

/** Tables in which a name may stand that somebody typed, or that stands there as one of several. */
export const searched = personalTables([
  ...(['post', 'interview', 'meeting', 'notice', 'contact'] as const),
  ...(['complaint', 'household', 'text', 'message'] as const),
])

/**
 * Where a name stands, table by table: each row gives the columns that hold it. Spaces count for nothing, 张 三 is 张三.
 * `name` is at least two characters. One pass over the county's rows: for a person's request, not for every day.
 */
export function selectMentions(db: CountyDb, name: string): Statement<MentionRow[]>[] {
  const wanted = closed(sql`${name}`)
  return searched.map((one) => mentionsIn(db, one, wanted, [...name].length))
}

function mentionsIn(db: CountyDb, one: PersonalTable, wanted: SQL, length: number): Statement<MentionRow[]> {
  const found = one.columns.map((name) => {
    const text = closed(sql`${sql.identifier(name)}`)
    return { name, text, at: sql`instr(${text}, ${wanted})` }
  })
  const excerpts = found.map(
    ({ name, text, at }) =>
      sql`case when ${at} > 0 then substr(${text}, max(1, ${at} - ${around}), ${length + 2 * around}) end as ${sql.identifier(name)}`,
  )
  const any = sql.join(
    found.map(({ at }) => sql`${at} > 0`),
    sql` or `,
  )
  return {
    sql: sql`select ${keyText(one)} as "key", ${sql.join(excerpts, sql`, `)} from ${one.table}
      where county = ${db.county} and (${any}) limit ${mentionsPerTable}`,
    decode: (raw) =>
      one.columns.flatMap((column) =>
        raw[column] === null || raw[column] === undefined
          ? []
          : [{ table: one.name, id: String(raw.key), column, excerpt: String(raw[column]) }],
      ),
  }
}

function closed(text: SQL): SQL {
  return sql`lower(replace(replace(${text}, ' ', ''), '　', ''))`
}
