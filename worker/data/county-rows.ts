import type { SQL } from 'drizzle-orm'
import type { SQLiteColumn, SQLiteTable } from 'drizzle-orm/sqlite-core'
import type { CountyKey } from '../../schema/tables/keys.ts'

/** A table of a county's shard: only those carry the county as a `CountyKey`. */
export type CountyTable = SQLiteTable & { county: SQLiteColumn & { _: { data: CountyKey } } }

/** A row as queries see it: the tenant's column does not exist. */
export type Row<T extends CountyTable> = Omit<T['$inferSelect'], 'county'>
/** Values for a new row. Naming the county does not compile. */
export type New<T extends CountyTable> = Omit<T['$inferInsert'], 'county'> & { county?: never }
/** The same where a value may be computed by the database: `no: sql\`(select max(no) + 1 …)\``. */
export type NewValues<T extends CountyTable> = {
  [K in keyof Omit<T['$inferInsert'], 'county'>]: T['$inferInsert'][K] | SQL
} & { county?: never }

export type Pick<T extends CountyTable> = readonly (keyof Row<T> & string)[]
export type Picked<T extends CountyTable, P> = P extends readonly (infer K)[]
  ? { [Key in K & keyof Row<T>]: Row<T>[Key] }
  : Row<T>

export type FindOptions<T extends CountyTable, P extends Pick<T> | undefined = undefined> = {
  /** Columns to read; all by default. */
  pick?: P
  orderBy?: SQLiteColumn | readonly SQLiteColumn[]
  descending?: boolean
  limit?: number
  /**
   * Name of the index to find them by. A table stored by its key (`without rowid`) asks for it wherever an index of its own
   * is meant: left to itself SQLite walks all of the county's rows along the key, which costs it no second look-up.
   */
  index?: string
}
