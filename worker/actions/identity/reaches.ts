import { sql } from 'drizzle-orm'
import type { ScopeKind } from '../../../schema/api/access.ts'
import { unit } from '../../../schema/tables/county.ts'
import { selectTownshipsOf } from '../../data/areas.ts'
import type { CountyDb } from '../../data/county-db.ts'
import { scopeKindOf } from './members.ts'

/** What kind of scope an area or unit makes, and in which township it lies. */
export type Reach = { kind: ScopeKind; township: string | null }

/** The reach of many areas and units at once, in one round trip; whatever is not listed does not exist. */
export async function readReaches(db: CountyDb, ids: readonly string[]): Promise<Map<string, Reach>> {
  const reaches = new Map<string, Reach>()
  if (ids.length === 0) return reaches
  const list = JSON.stringify([...new Set(ids)])
  const [units, areas] = await db.together(
    db.select(unit, sql`${unit.id} in (select value from json_each(${list}))`, { pick: ['id'] }),
    selectTownshipsOf(db, list),
  )
  for (const { id, level, township } of areas) {
    const kind = scopeKindOf(level)
    if (kind) reaches.set(id, { kind, township })
  }
  for (const { id } of units) reaches.set(id, { kind: 'unit', township: null })
  return reaches
}
