import { unit, unitPerson } from '../../schema/tables/county.ts'
import type { CountyDb, Row } from './county-db.ts'

/** All of a county's units: tens of rows. */
export async function listUnits(db: CountyDb): Promise<Row<typeof unit>[]> {
  return db.find(unit, undefined, { orderBy: unit.id, limit: 1000 })
}

/** Who sits in which unit, in their order: a few hundred rows at most. */
export async function listPeople(db: CountyDb): Promise<Omit<Row<typeof unitPerson>, 'position'>[]> {
  return db.find(unitPerson, undefined, {
    pick: ['id', 'unit', 'name', 'duty', 'title'],
    orderBy: [unitPerson.unit, unitPerson.position],
    limit: 5000,
  })
}
