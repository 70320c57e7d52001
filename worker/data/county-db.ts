import { and, asc, desc, eq, getTableColumns, type SQL, sql } from 'drizzle-orm'
import { receipt } from '../../schema/tables/county.ts'
import type { CountyId, CountyKey } from '../../schema/tables/keys.ts'
import type { CountyTable, FindOptions, New, NewValues, Pick, Picked, Row } from './county-rows.ts'
import type { D1 } from './d1.ts'
import { type Cost, noCost } from './meter.ts'
import { notAsRead, refusal } from './not-as-read.ts'
import { type ReceiptKey, Repeated, selectReceipt } from './receipts.ts'
import { forgetRecent } from './recent.ts'
import {
  bind,
  chunks,
  columnsOf,
  encode,
  givenRows,
  listed,
  type OnTaken,
  onTaken,
  returning,
} from './row-values.ts'
import { decodeRow, run, type Statement } from './statement.ts'

export type { CountyTable, FindOptions, New, NewValues, Row } from './county-rows.ts'
export { NotAsRead } from './not-as-read.ts'

/**
 * The only way to a county's tables. Every statement it makes carries `county = ?`, and the caller's own condition
 * stands in parentheses, so `a or b` cannot reach another county. The county is an argument of the constructor,
 * never ambient.
 */
export class CountyDb {
  readonly county: CountyId
  readonly cost: Cost
  readonly #d1: D1
  #receipt: ReceiptKey | undefined
  #unasked: ReceiptKey | undefined

  constructor(d1: D1, county: CountyId, cost: Cost = noCost()) {
    this.#d1 = d1
    this.county = county
    this.cost = cost
  }

  /**
   * The first write of this request stores this receipt in its own batch; a taken key undoes the whole batch. The first
   * read looks for it on the way: where it is there, `together` throws `Repeated`. With nothing, neither does any more.
   */
  keepReceipt(key: ReceiptKey | undefined): void {
    this.#receipt = key
    this.#unasked = key
  }

  /** Whether a receipt is still waiting for a write to ride on. */
  get receiptPending(): boolean {
    return this.#receipt !== undefined
  }

  /** Reads rows. One round trip; use `together` for several reads at once. */
  async find<T extends CountyTable, const P extends Pick<T> | undefined = undefined>(
    table: T,
    where?: SQL,
    options: FindOptions<T, P> = {},
  ): Promise<Picked<T, P>[]> {
    const [rows] = await this.together(this.select(table, where, options))
    return rows
  }

  /** Reads the one row a condition names, or undefined. */
  async first<T extends CountyTable, const P extends Pick<T> | undefined = undefined>(
    table: T,
    where: SQL,
    options: FindOptions<T, P> = {},
  ): Promise<Picked<T, P> | undefined> {
    const rows = await this.find(table, where, { ...options, limit: 1 })
    return rows[0]
  }

  /** Counts rows; D1 bills each one counted, so only for small sets. */
  async count<T extends CountyTable>(table: T, where?: SQL): Promise<number> {
    const [[n]] = await this.together(this.counted(table, where))
    return n ?? 0
  }

  /** The read of `count`, to stand with others in one round trip. */
  counted<T extends CountyTable>(table: T, where?: SQL): Statement<number> {
    return {
      sql: sql`select count(*) as n from ${table} where ${this.#mine(table, where)}`,
      decode: (raw) => Number(raw.n),
    }
  }

  /** Runs reads in one round trip and gives each one's rows. */
  async together<Rows extends readonly Statement<unknown>[]>(...statements: Rows) {
    const key = this.#unasked
    if (!key) return run(this.#d1, this.cost, statements)
    this.#unasked = undefined
    const asked = [selectReceipt(this, key), ...statements] as const
    const [[kept], ...results] = await run(this.#d1, this.cost, asked)
    if (kept) throw new Repeated(kept)
    return results as unknown as Awaited<ReturnType<typeof run<Rows>>>
  }

  /**
   * Writes, all or nothing, in one round trip; gives the rows each statement returned. Where another statement's
   * effect depends on a precondition, repeat the precondition on each: a batch has no `if`.
   */
  async write<Rows extends readonly Statement<unknown>[]>(...statements: Rows) {
    return this.#commit(statements).finally(() => forgetRecent(this.county))
  }

  async #commit<Rows extends readonly Statement<unknown>[]>(statements: Rows) {
    const key = this.#receipt
    if (!key) return run(this.#d1, this.cost, statements).catch(refusal)
    this.#receipt = undefined
    const batch = [this.insert(receipt, key, { pick: [] }), ...statements]
    const results = await run(this.#d1, this.cost, batch).catch((error: unknown) => {
      // Nothing was kept, so the receipt still waits for a write to ride on.
      this.#receipt = key
      return refusal(error)
    })
    return results.slice(1) as unknown as Awaited<ReturnType<typeof run<Rows>>>
  }

  /**
   * Stands first in a batch and fails all of it where the condition does not hold: `write` throws `NotAsRead` and
   * nothing is kept. For batches that change what they depend on, where a precondition repeated on each statement
   * would no longer hold for the later ones.
   */
  demand(condition: SQL): Statement<unknown> {
    const path = sql`case when ${condition} then '$' else ${notAsRead} end`
    return { sql: sql`select json_extract('{}', ${path}) as kept`, decode: () => null }
  }

  select<T extends CountyTable, const P extends Pick<T> | undefined = undefined>(
    table: T,
    where?: SQL,
    options: FindOptions<T, P> = {},
  ): Statement<Picked<T, P>> {
    const order = [options.orderBy ?? []].flat()
    const by = order.map((column) => (options.descending ? desc(column) : asc(column)))
    const orderBy = by.length > 0 ? sql` order by ${sql.join(by, sql`, `)}` : sql.empty()
    const limit = options.limit === undefined ? sql.empty() : sql` limit ${options.limit}`
    return {
      sql: sql`select ${columnsOf(table, options.pick)} from ${table}${byIndex(options.index)} where ${this.#mine(table, where)}${orderBy}${limit}`,
      decode: (raw) => decodeRow(table, raw) as Picked<T, P>,
    }
  }

  /**
   * Inserts one row; returns it, or nothing where `taken` is `ignore` and the key exists, or where `when` is false.
   * `when` is a precondition made by `exists`. `pick` names the columns wanted back: with none, D1 bills a row less.
   */
  insert<T extends CountyTable, const P extends Pick<T> | undefined = undefined>(
    table: T,
    values: NewValues<T>,
    { taken = 'refuse', when, pick }: { taken?: OnTaken; when?: SQL; pick?: P } = {},
  ): Statement<Picked<T, P>> {
    const columns = getTableColumns(table)
    const members = Object.entries({ ...values, county: this.county }).filter(([, v]) => v !== undefined)
    const names = members.map(([name]) => name)
    const bound = members.map(([name, value]) => bind(columns[name], value))
    const row = sql.join(bound, sql`, `)
    const given = when ? sql`select ${row} where ${when}` : sql`values (${row})`
    return {
      sql: sql`insert into ${table} (${listed(names)}) ${given}${onTaken(table, taken, names)}${returning(table, pick)}`,
      decode: (raw) => decodeRow(table, raw) as Picked<T, P>,
    }
  }

  /**
   * Inserts many rows from one JSON parameter (`json_each`), in chunks below D1's limits; every row must have the
   * same members. Existing keys are left alone with `ignore`, overwritten with `replace`.
   */
  insertAll<T extends CountyTable>(
    table: T,
    rows: readonly New<T>[],
    { taken = 'refuse', when }: { taken?: OnTaken; when?: SQL } = {},
  ): Statement<never>[] {
    const columns = getTableColumns(table)
    const names = Object.keys(rows[0] ?? {})
    const into = ['county', ...names]
    const texts = chunks(rows.map((row) => encode(columns, row)))
    const few = texts.length === 1 ? rows.length : undefined
    return texts.map((text) => ({
      sql: sql`insert into ${table} (${listed(into)}) ${givenRows(this.county, names, text, { few, when })}${onTaken(table, taken, into)}`,
      decode: (raw) => raw as never,
    }))
  }

  /**
   * Changes the rows a condition names and returns them, or of each what `pick` names: no row back means the
   * precondition did not hold.
   */
  update<T extends CountyTable, const P extends Pick<T> | undefined = undefined>(
    table: T,
    set: { [K in keyof Row<T>]?: Row<T>[K] | SQL },
    where: SQL,
    pick?: P,
  ): Statement<Picked<T, P>> {
    const columns = getTableColumns(table)
    const assignments = Object.entries(set)
      .filter(([, value]) => value !== undefined)
      .map(([name, value]) => sql`${sql.identifier(name)} = ${bind(columns[name], value)}`)
    return {
      sql: sql`update ${table} set ${sql.join(assignments, sql`, `)} where ${this.#mine(table, where)}${returning(table, pick)}`,
      decode: (raw) => decodeRow(table, raw) as Picked<T, P>,
    }
  }

  /** Deletes the rows a condition names and returns them. */
  remove<T extends CountyTable>(table: T, where: SQL): Statement<Row<T>> {
    return {
      sql: sql`delete from ${table} where ${this.#mine(table, where)} returning ${columnsOf(table)}`,
      decode: (raw) => decodeRow(table, raw) as Row<T>,
    }
  }

  /** A precondition: that a row of this county exists; `index` as in `FindOptions`. */
  exists<T extends CountyTable>(table: T, where: SQL, index?: string): SQL {
    return sql`exists (select 1 from ${table}${byIndex(index)} where ${this.#mine(table, where)})`
  }

  /** A precondition: that no such row of this county exists. */
  absent<T extends CountyTable>(table: T, where: SQL, index?: string): SQL {
    return sql`not ${this.exists(table, where, index)}`
  }

  #mine(table: CountyTable, where?: SQL): SQL {
    // Drizzle does not parenthesise what it joins with `and`; without the parentheses `a or b` would leak.
    const own = eq(table.county, this.county as unknown as CountyKey)
    return where ? (and(own, sql`(${where})`) ?? own) : own
  }
}

function byIndex(index: string | undefined): SQL {
  return index === undefined ? sql.empty() : sql` indexed by ${sql.identifier(index)}`
}
