import { type SQL, sql } from 'drizzle-orm'
import { area } from '../../schema/tables/county.ts'
import type { CountyDb } from './county-db.ts'

/**
 * Ids of the areas in use that lie in one, itself included, as a table `below(id, level)` for a `with recursive`. Crossed:
 * from the few found so far to what lies in them, else the planner reads the whole county's areas each time.
 */
export function below(db: CountyDb, root: string): SQL {
  return sql`below (id, level) as (
    select id, level from ${area} where county = ${db.county} and id = ${root}
    union all
    select a.id, a.level from below b cross join ${area} a on a.county = ${db.county} and a.parent = b.id and a.active = 1)`
}
