import { type SQL, sql } from 'drizzle-orm'
import type { SQLiteTable } from 'drizzle-orm/sqlite-core'

/** A stretch of an index (`within`, one value of each column before `by`) that falls into runs, one for each `by`. */
export type Runs = {
  table: SQLiteTable
  /** Name of the index: the columns of `within`, then `by`, then the id. */
  index: string
  /** What all the runs share, the county included. */
  within: SQL
  /** The column whose values tell the runs apart. */
  by: string
  /** What else is asked of a row; true by default. */
  rest?: SQL | undefined
}

/**
 * A select of the newest ids (`id`) of all runs together, before the id `before`. Each run is in order by itself: of
 * every one the newest stands in a queue, and whichever is taken out is followed by the next of its run. So two rows
 * are read for each run and one for each id, and an index that begins with a run's columns serves them all.
 */
export function newestOfRuns({ table, index, within, by, rest }: Runs, limit: number, before: SQL): SQL {
  const name = sql.identifier(by)
  const from = sql`from ${table} indexed by ${sql.identifier(index)} where ${within}`
  const newest = (of: SQL, below: SQL) =>
    sql`(select max(id) ${from} and ${name} = ${of} and id < ${below}${rest ? sql` and (${rest})` : sql.empty()})`
  return sql`with recursive runs (run) as (
      select min(${name}) ${from}
      union all select (select min(${name}) ${from} and ${name} > runs.run) from runs where runs.run is not null
    ), queue (run, id) as (
      select run, ${newest(sql`runs.run`, before)} from runs where run is not null
      union all select run, ${newest(sql`queue.run`, sql`queue.id`)} from queue where queue.id is not null
      order by 2 desc limit ${limit}
    ) select id from queue where id is not null`
}
