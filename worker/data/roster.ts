import { sql } from 'drizzle-orm'
import type { AreaLevel } from '../../schema/api/areas.ts'
import type { RosterEntry } from '../../schema/api/boards.ts'
import { area } from '../../schema/tables/county.ts'
import type { CountyDb } from './county-db.ts'
import type { Statement } from './statement.ts'

/** Levels that lie between a county and a subject, and the subject's own. */
const ways: Record<Exclude<AreaLevel, 'county'>, readonly AreaLevel[]> = {
  township: ['township'],
  village: ['township', 'village'],
  village_group: ['township', 'village', 'village_group'],
  grid: ['township', 'village', 'village_group', 'grid'],
  household: ['township', 'village', 'village_group', 'grid', 'household'],
  merchant: ['township', 'village', 'village_group', 'grid', 'merchant'],
}

/**
 * The active areas of a level below `owner`, by code, with the township each lies in (a township lies in its county).
 * Walks down the tree by the index on parents (`cross join` and `+` hold the planner to it) and never below the level
 * asked for.
 */
export function selectSubjects(
  db: CountyDb,
  owner: string,
  level: Exclude<AreaLevel, 'county'>,
  limit: number,
): Statement<RosterEntry> {
  const levels = JSON.stringify(ways[level])
  return {
    sql: sql`with recursive below (id, code, name, level, township, townshipName, within, withinName) as (
        select o.id, o.code, o.name, o.level, null, null,
          case o.level when 'village' then o.parent else o.id end,
          case o.level when 'village' then (select name from ${area} where county = ${db.county} and id = o.parent) else o.name end
        from ${area} o where o.county = ${db.county} and o.id = ${owner}
        union all
        select a.id, a.code, a.name, a.level, b.within, b.withinName,
          case a.level when 'township' then a.id else b.within end,
          case a.level when 'township' then a.name else b.withinName end
        from below b cross join ${area} a on a.county = ${db.county} and a.parent = b.id
        where a.active and +a.level in (select value from json_each(${levels})) and (b.level <> ${level} or ${level} = 'grid')
      )
      select id, name, township, townshipName from below
      where level = ${level} and township is not null order by code, id limit ${limit}`,
    decode: (raw) => ({
      id: String(raw.id),
      name: String(raw.name),
      township: String(raw.township),
      townshipName: String(raw.townshipName),
    }),
  }
}
