import { sql } from 'drizzle-orm'
import type { PlaceFlag, PlaceFlagChange } from '../../../schema/api/field.ts'
import { selectNamesOf } from '../../data/names.ts'
import { type PlaceFlagRow, selectPlaceFlags, settlePlaceFlag } from '../../data/place-flags.ts'
import { Problem } from '../../problems/problem.ts'
import { record } from '../audit.ts'
import type { CountyContext } from '../context.ts'

/** What is odd about times and places of records, the newest first. */
export async function listPlaceFlags(
  { db }: Pick<CountyContext, 'db'>,
  state: PlaceFlag['state'],
  limit: number,
  cursor?: string,
): Promise<PlaceFlag[]> {
  const [rows] = await db.together(selectPlaceFlags(db, state, limit, cursor))
  return shown(db, rows)
}

/** Notes what a human made of a flag: `cleared` is no reproach, `confirmed` is. Errors: not_found. */
export async function judgePlaceFlag(
  context: CountyContext,
  id: string,
  { state, note }: PlaceFlagChange,
): Promise<PlaceFlag> {
  const { db, member, now } = context
  const [[settled]] = await db.write(
    settlePlaceFlag(db, id, {
      state,
      note: note ?? null,
      settledBy: member.id,
      settledAt: now.toISOString(),
    }),
    record(context, 'place.judge', id, { state }, sql`changes() > 0`),
  )
  if (!settled) throw new Problem('not_found')
  const [flag] = await shown(db, [settled])
  if (!flag) throw new Error(`flag ${id} vanished`)
  return flag
}

async function shown(db: CountyContext['db'], rows: readonly PlaceFlagRow[]): Promise<PlaceFlag[]> {
  if (rows.length === 0) return []
  const ids = rows.map(({ area }) => area)
  const [names] = await db.together(selectNamesOf(db, ids))
  const byId = new Map(names.map(({ id, name }) => [id, name]))
  return rows.map(({ settledBy: _, ...row }) => ({ ...row, areaName: byId.get(row.area) ?? row.area }))
}
