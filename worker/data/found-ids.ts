import { is, SQL, sql } from 'drizzle-orm'
import type { Statement } from './statement.ts'

/** Ids as they are known, or as `idsIn` finds them in what another statement of the same batch reads. */
export type Ids = Iterable<string | null> | SQL

/** The list that stands behind `in`. */
export function listOf(ids: Ids): SQL {
  if (is(ids, SQL)) return sql`(${ids})`
  const known = [...new Set(ids)].filter((id) => id !== null)
  return sql`(select value from json_each(${JSON.stringify(known)}))`
}

/** The same of several statements. */
export function idsInAll(found: readonly Statement<unknown>[], column: string): SQL {
  const each = found.map((one) => sql`select ${sql.identifier(column)} as value from (${one.sql})`)
  return sql.join(each, sql` union `)
}

/**
 * The ids that stand in some columns of the rows that `found` reads, so that what they name is read in the same round
 * trip; D1 bills those rows once more. `each` names columns that hold lists of ids.
 */
export function idsIn(
  found: Statement<unknown>,
  columns: readonly string[],
  each: readonly string[] = [],
): SQL {
  const single = columns.map((name) => sql`select ${sql.identifier(name)} as value from found`)
  const several = each.map(
    (name) => sql`select listed.value from found, json_each(found.${sql.identifier(name)}) as listed`,
  )
  return sql`with found as materialized (${found.sql}) ${sql.join([...single, ...several], sql` union `)}`
}
