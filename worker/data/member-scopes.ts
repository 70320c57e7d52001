import { sql } from 'drizzle-orm'
import { membership, token } from '../../schema/tables/control.ts'
import type { CountyId } from '../../schema/tables/keys.ts'
import { type ControlDb, rowsAs } from './control-db.ts'
import type { Statement } from './statement.ts'

/** Members and tokens of a county whose scope is one of these areas. */
export async function scopedTo(
  control: ControlDb,
  county: CountyId,
  areas: readonly string[],
): Promise<{ members: string[]; tokens: string[] }> {
  const list = JSON.stringify(areas)
  const idsIn = (table: typeof membership | typeof token) =>
    rowsAs(
      sql`select id from ${table} where county = ${county} and scope in (select value from json_each(${list})) order by id`,
      (raw) => String(raw.id),
    )
  const [members, tokens] = await control.run(idsIn(membership), idsIn(token))
  return { members, tokens }
}

/**
 * Moves the scopes of some members and tokens from one area to another and says in which township they lie from now
 * on. Doing so again changes nothing.
 */
export function moveScopes(
  county: CountyId,
  ids: { members: readonly string[]; tokens: readonly string[] },
  { from, to, township }: { from: string; to: string; township: string | null },
): Statement<unknown>[] {
  const move = (table: typeof membership | typeof token, list: readonly string[]) =>
    rowsAs(
      sql`update ${table} set scope = case scope when ${from} then ${to} else scope end, township = ${township}
        where county = ${county} and id in (select value from json_each(${JSON.stringify(list)}))`,
      () => null,
    )
  return [move(membership, ids.members), move(token, ids.tokens)]
}
