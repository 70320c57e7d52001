import { eq, sql } from 'drizzle-orm'
import type { z } from 'zod'
import type { NewUnit, Unit, UnitChange, UnitPeople, UnitPerson } from '../../../schema/api/areas.ts'
import { area, unit, unitPerson } from '../../../schema/tables/county.ts'
import { newId } from '../../data/new-id.ts'
import { Problem } from '../../problems/problem.ts'
import { record } from '../audit.ts'
import type { CountyContext } from '../context.ts'

/** Adds an office, department or group. Errors: not_found (an area it covers), id_taken. */
export async function addUnit(context: CountyContext, wanted: z.infer<typeof NewUnit>): Promise<Unit> {
  const { db, now } = context
  const covers = wanted.covers ?? []
  await requireAreas(context, covers)
  const row = {
    id: wanted.id ?? newId(now.getTime()),
    name: wanted.name,
    kind: wanted.kind,
    purpose: wanted.purpose ?? null,
    covers,
    active: true,
  }
  const [[added]] = await db.write(
    db.insert(unit, row, { taken: 'ignore' }),
    record(context, 'unit.add', row.id, { kind: row.kind }, sql`changes() > 0`),
  )
  if (!added) throw new Problem('id_taken')
  return added
}

/** Renames a unit, changes what it covers, retires or restores it. Errors: not_found. */
export async function changeUnit(
  context: CountyContext,
  id: string,
  change: z.infer<typeof UnitChange>,
): Promise<Unit> {
  const { db } = context
  if (change.covers) await requireAreas(context, change.covers)
  const set = {
    ...(change.name === undefined ? {} : { name: change.name }),
    ...(change.purpose === undefined ? {} : { purpose: change.purpose }),
    ...(change.covers === undefined ? {} : { covers: change.covers }),
    ...(change.active === undefined ? {} : { active: change.active }),
  }
  const mine = eq(unit.id, id)
  if (Object.keys(set).length === 0) throw new Problem('invalid')
  const [[changed]] = await db.write(
    db.update(unit, set, mine),
    record(context, 'unit.change', id, set, db.exists(unit, mine)),
  )
  if (!changed) throw new Problem('not_found')
  return changed
}

/** Says who sits in a unit, in their order, in place of who was said before. Errors: not_found. */
export async function setPeople(
  context: CountyContext,
  id: string,
  { people }: z.infer<typeof UnitPeople>,
): Promise<UnitPerson[]> {
  const { db, now } = context
  if (!(await db.first(unit, eq(unit.id, id), { pick: ['id'] }))) throw new Problem('not_found')
  const rows = people.map((person, position) => ({ id: newId(now.getTime()), unit: id, position, ...person }))
  await db.write(
    db.remove(unitPerson, eq(unitPerson.unit, id)),
    ...db.insertAll(unitPerson, rows),
    record(context, 'unit.people', id, { people: people.length }),
  )
  return rows.map(({ position: _, ...person }) => person)
}

async function requireAreas({ db }: CountyContext, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  const listed = sql`${area.id} in (select value from json_each(${JSON.stringify(ids)}))`
  const found = await db.find(area, listed, { pick: ['id'] })
  if (new Set(found.map((row) => row.id)).size < new Set(ids).size) throw new Problem('not_found')
}
