import { sql } from 'drizzle-orm'
import type { PlaceFlag, PlaceFlagChange } from '../../../schema/api/field.ts'
import { idsIn } from '../../data/found-ids.ts'
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
  const page = selectPlaceFlags(db, state, limit, cursor)
  const [rows, names] = await db.together(page, selectNamesOf(db, idsIn(page, ['area'])))
  return flagsOf(rows, names)
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
  const [names] = await db.together(selectNamesOf(db, [settled.area]))
  const [flag] = flagsOf([settled], names)
  if (!flag) throw new Error(`flag ${id} vanished`)
  return flag
}

function flagsOf(rows: readonly PlaceFlagRow[], names: readonly { id: string; name: string }[]): PlaceFlag[] {
  const byId = new Map(names.map(({ id, name }) => [id, name]))
  return rows.map(({ settledBy: _, ...row }) => ({ ...row, areaName: byId.get(row.area) ?? row.area }))
}
