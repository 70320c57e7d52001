import { DatabaseSync } from 'node:sqlite'
import type { Column } from './plain.ts'

/**
 * The same merge as SQLite does it with window functions, in floats: midranks within each source's groups, their
 * weighted mean, rank. The lists are in an in-memory table beforehand; what is timed is the query with its rows.
 */
export function sqliteRanks(sources: readonly Column[]): () => number {
  const database = new DatabaseSync(':memory:')
  const names = sources.flatMap((_, at) => [`value${at}`, `group${at}`])
  database.exec(`create table said (subject integer primary key, ${names.join(', ')})`)
  const insert = database.prepare(`insert into said values (?, ${names.map(() => '?').join(', ')})`)
  database.exec('begin')
  const size = sources[0]?.value.length ?? 0
  for (let subject = 0; subject < size; subject++) {
    insert.run(
      subject,
      ...sources.flatMap(({ value, group }) => [value[subject] ?? null, group[subject] ?? null]),
    )
  }
  database.exec('commit')
  const query = database.prepare(mergeQuery(sources))
  // One row comes back, so that the time is SQLite's own and not that of handing over the rows.
  return () => Number(query.get()?.n)
}

function mergeQuery(sources: readonly Column[]): string {
  const weights = sources.reduce((sum, { weight }) => sum + weight, 0)
  const ranked = sources.map(
    (_, at) => `rank() over (partition by group${at} order by value${at}) as first${at},
      count(*) over (partition by group${at}, value${at}) as tied${at}, count(*) over (partition by group${at}) as of${at}`,
  )
  const positions = sources.map(
    ({ weight }, at) => `${weight} * (first${at} + (tied${at} - 1) / 2.0 - 0.5) / of${at}`,
  )
  return `with positions as (select subject, ${ranked.join(', ')} from said),
    composites as (select subject, (${positions.join(' + ')}) / ${weights} as composite from positions),
    ranks as (select subject, rank() over (order by composite) as place from composites)
    select count(*) as n from ranks where place > 0`
}
