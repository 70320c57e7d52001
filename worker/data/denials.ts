import { and, eq, gte, sql } from 'drizzle-orm'
import { county, membership } from '../../schema/tables/control.ts'
import { audit } from '../../schema/tables/county.ts'
import type { CountyId } from '../../schema/tables/keys.ts'
import type { Denial } from '../domain/access/denial.ts'
import { idAt } from './audit.ts'
import { type ControlDb, rowsAs } from './control-db.ts'
import type { CountyDb } from './county-db.ts'
import { newId } from './new-id.ts'

export const deniedVerb = 'access.denied'
const hour = 3_600_000

/**
 * Writes a refusal into a county's audit, at most one a clock hour for each actor and route, so that trying all ids
 * fills nothing. Nothing that is kept of the county in memory follows from it, so nothing is forgotten either.
 */
export async function insertDenial(
  db: CountyDb,
  actor: string,
  { target, ...detail }: Denial & { target: string },
  now: Date,
): Promise<void> {
  const at = now.getTime()
  const same = and(
    eq(audit.actor, actor),
    gte(audit.id, idAt(at - (at % hour))),
    eq(audit.verb, deniedVerb),
    sql`json_extract(${audit.detail}, '$.route') = ${detail.route}`,
    sql`json_extract(${audit.detail}, '$.method') = ${detail.method}`,
  )
  const row = { id: newId(at), at: now.toISOString(), actor, verb: deniedVerb, target, detail }
  await db.together(db.insert(audit, row, { when: db.absent(audit, same ?? sql`false`, 'audit_actor') }))
}

/** Where a membership stands: its county's shard, and its id there. */
export type Home = { county: CountyId; shard: number; member: string }

/** The counties that an account is a member of, the first few: it may be one everywhere. */
export async function homesOf(control: ControlDb, account: string): Promise<Home[]> {
  const [rows] = await control.run(
    rowsAs(
      sql`select m.id, m.county, c.shard from ${membership} m join ${county} c on c.id = m.county
        where m.account = ${account} and m.disabledAt is null order by m.county limit 5`,
      (raw): Home => ({
        county: String(raw.county) as CountyId,
        shard: Number(raw.shard),
        member: String(raw.id),
      }),
    ),
  )
  return rows
}
