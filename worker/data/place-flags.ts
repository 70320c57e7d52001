import { and, eq, type SQL, sql } from 'drizzle-orm'
import type { PlaceFlag } from '../../schema/api/field.ts'
import { placeFlag } from '../../schema/tables/county.ts'
import type { CountyDb, New, Row } from './county-db.ts'
import type { Statement } from './statement.ts'

export type PlaceFlagRow = Row<typeof placeFlag>

/** Flags a record for a human to look at; one flagged before stays as it is. */
export function addPlaceFlags(
  db: CountyDb,
  rows: readonly New<typeof placeFlag>[],
  when?: SQL,
): Statement<unknown>[] {
  return db.insertAll(placeFlag, rows, { taken: 'ignore', ...(when && { when }) })
}

/** Flags in one state, the newest first, after the one that `cursor` (time and id, a space between) names. */
export function selectPlaceFlags(
  db: CountyDb,
  state: PlaceFlag['state'],
  limit: number,
  cursor = '~',
): Statement<PlaceFlagRow> {
  const [at = '', id = ''] = cursor.split(' ')
  const after = sql`(${placeFlag.at}, ${placeFlag.id}) < (${at}, ${id})`
  const orderBy = [placeFlag.at, placeFlag.id]
  return db.select(placeFlag, and(eq(placeFlag.state, state), after), { orderBy, descending: true, limit })
}

/** Settles a flag, or says otherwise once it has been. */
export function settlePlaceFlag(
  db: CountyDb,
  id: string,
  set: Pick<PlaceFlagRow, 'state' | 'note' | 'settledBy' | 'settledAt'>,
): Statement<PlaceFlagRow> {
  return db.update(placeFlag, set, eq(placeFlag.id, id))
}
