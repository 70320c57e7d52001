import { unit } from '../../schema/tables/county.ts'
import type { CountyDb, Row } from './county-db.ts'

/** All of a county's units: tens of rows. */
export async function listUnits(db: CountyDb): Promise<Row<typeof unit>[]> {
  return db.find(unit, undefined, { orderBy: unit.id, limit: 1000 })
}
