import { and, eq, sql } from 'drizzle-orm'
import type { Area, AreaChange, AreaLevel, NewArea } from '../../../schema/api/areas.ts'
import { area } from '../../../schema/tables/county.ts'
import { newId } from '../../data/new-id.ts'
import { Problem } from '../../problems/problem.ts'
import { record } from '../audit.ts'
import type { CountyContext } from '../context.ts'

/** Which level an area may stand directly under. */
const parentsOf: Record<NewArea['level'], readonly AreaLevel[]> = {
  township: ['county'],
  village: ['township'],
  village_group: ['village'],
  grid: ['township', 'village', 'village_group', 'grid'],
}

/** Adds an area that the national codes lack. Errors: not_found (parent), area_level, id_taken. */
export async function addArea(context: CountyContext, wanted: NewArea): Promise<Area> {
  const { db, now } = context
  const parent = await db.first(area, eq(area.id, wanted.parent))
  if (!parent) throw new Problem('not_found')
  if (!parentsOf[wanted.level].includes(parent.level)) throw new Problem('area_level')
  const id = wanted.id ?? newId(now.getTime())
  const row = {
    id,
    code: wanted.code ?? id,
    name: wanted.name,
    level: wanted.level,
    parent: parent.id,
    active: true,
  }
  const [[added]] = await db.write(
    db.insert(area, row, { taken: 'ignore' }),
    record(context, 'area.add', id, { level: row.level, parent: parent.id }, sql`changes() > 0`),
  )
  if (!added) throw new Problem('id_taken')
  return added
}

/** Renames, recodes, retires or restores an area; its id never changes. Errors: not_found. */
export async function changeArea(context: CountyContext, id: string, change: AreaChange): Promise<Area> {
  const { db } = context
  const mine = and(eq(area.id, id), sql`level <> 'county'`) ?? eq(area.id, id)
  const set = {
    ...(change.name === undefined ? {} : { name: change.name }),
    ...(change.code === undefined ? {} : { code: change.code }),
    ...(change.active === undefined ? {} : { active: change.active }),
  }
  if (Object.keys(set).length === 0) {
    const same = await db.first(area, mine)
    if (!same) throw new Problem('not_found')
    return same
  }
  const [[changed]] = await db.write(
    db.update(area, set, mine),
    record(context, 'area.change', id, set, db.exists(area, mine)),
  )
  if (!changed) throw new Problem('not_found')
  return changed
}
