import { sql } from 'drizzle-orm'
import type { CountyDb } from '../../../worker/data/county-db.ts'
import { type Earlier, growing, type Rows } from './earlier-weeks.ts'

/** A county's rows as they are now, each as a text. */
export async function rowsNow(db: CountyDb): Promise<Set<string>> {
  const rows = await rowsBeside(db, new Set())
  return new Set([...rows.values()].flat().map((row) => JSON.stringify(row)))
}

/** The county's rows beside those that were there before. */
export async function rowsBeside(db: CountyDb, before: ReadonlySet<string>): Promise<Rows> {
  const rows: Rows = new Map()
  for (const table of growing) {
    const [found] = await db.together({
      sql: sql`select * from ${sql.identifier(table)} where county = ${db.county}`,
      decode: (raw) => raw,
    })
    rows.set(
      table,
      found.filter((row) => !before.has(JSON.stringify(row))),
    )
  }
  return rows
}

const chunk = 400_000

/** Writes copies of a week, `from` to `to` weeks earlier, through the database's own interface. */
export async function writeEarlier(db: CountyDb, earlier: readonly Earlier[], from: number, to: number) {
  for (const { table, columns, before } of earlier) {
    const rows: unknown[][] = []
    for (let weeks = from; weeks <= to; weeks++) rows.push(...before(weeks))
    const names = sql.join(
      columns.map((name) => sql.identifier(name)),
      sql`, `,
    )
    const values = sql.join(
      columns.map((_, n) => sql`json_extract(value, ${`$[${n}]`})`),
      sql`, `,
    )
    for (const text of chunks(rows))
      await db.together({
        sql: sql`insert into ${sql.identifier(table)} (${names}) select ${values} from json_each(${text})`,
        decode: () => null,
      })
  }
}

function* chunks(rows: readonly unknown[][]): Generator<string> {
  let texts: string[] = []
  let length = 0
  for (const row of rows) {
    const text = JSON.stringify(row)
    if (length + text.length > chunk && texts.length > 0) {
      yield `[${texts.join(',')}]`
      texts = []
      length = 0
    }
    texts.push(text)
    length += text.length
  }
  if (texts.length > 0) yield `[${texts.join(',')}]`
}
