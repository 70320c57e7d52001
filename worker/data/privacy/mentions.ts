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
  return searched.map((one) => mentionsIn(db, one, name))
}

function mentionsIn(db: CountyDb, one: PersonalTable, name: string): Statement<MentionRow[]> {
  const length = [...name].length + 2 * around
  const found = one.columns.map((column) => {
    const text = sql`${sql.identifier(column)}`
    const plain = sql`instr(lower(${text}), lower(${name}))`
    const at = sql`instr(${closed(text)}, ${closed(sql`${name}`)})`
    const from = (words: SQL, start: SQL) => sql`substr(${words}, max(1, ${start} - ${around}), ${length})`
    const excerpt = sql`case when ${plain} > 0 then ${from(text, plain)} when ${at} > 0 then ${from(closed(text), at)} end`
    return { holds: sql`${at} > 0`, excerpt: sql`${excerpt} as ${text}` }
  })
  const excerpts = found.map(({ excerpt }) => excerpt)
  const any = found.map(({ holds }) => holds)
  return {
    sql: sql`select ${keyText(one)} as "key", ${sql.join(excerpts, sql`, `)} from ${one.table}
      where county = ${db.county} and (${sql.join(any, sql` or `)}) limit ${mentionsPerTable}`,
    decode: (raw) =>
      one.columns.flatMap((column) =>
        raw[column] === null || raw[column] === undefined
          ? []
          : [{ table: one.name, id: String(raw.key), column, excerpt: readable(String(raw[column])) }],
      ),
  }
}

function closed(text: SQL): SQL {
  return sql`lower(replace(replace(${text}, ' ', ''), '　', ''))`
}

/** Words out of a JSON column without its braces and the names of its members. */
function readable(text: string): string {
  return text
    .replace(/"?\w*":|\\n|[{}[\]"]/g, ' ')
    .replace(/\s*(,\s*)+/g, ', ')
    .replace(/\s+/g, ' ')
    .replace(/^[\s,]+|[\s,]+$/g, '')
}
