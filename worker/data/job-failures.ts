import { sql } from 'drizzle-orm'
import { county, jobFailure } from '../../schema/tables/control.ts'
import type { CountyId } from '../../schema/tables/keys.ts'
import { type ControlDb, rowsAs, rowsOf } from './control-db.ts'
import type { Statement } from './statement.ts'

type FailureRow = typeof jobFailure.$inferSelect
/** What went wrong with a county's work. `kind` is the message's; `at` an instant. */
export type Failure = { county: string; kind: string; error: string; at: string }

/** Counts a failed attempt; after a success the count begins anew. A county that does not exist leaves nothing. */
export function countFailure({ county: id, kind, error, at }: Failure): Statement<FailureRow> {
  return rowsOf(
    jobFailure,
    sql`insert into ${jobFailure} (county, kind, error, failures, deaths, firstAt, lastAt)
      select id, ${kind}, ${error}, 1, 0, ${at}, ${at} from ${county} where id = ${id}
      on conflict (county, kind) do update set error = excluded.error, lastAt = excluded.lastAt,
        failures = case when resolvedAt is null then failures + 1 else 1 end,
        deaths = case when resolvedAt is null then deaths else 0 end,
        firstAt = case when resolvedAt is null then firstAt else excluded.firstAt end,
        resolvedAt = null
      returning *`,
  )
}

/** Counts a message given up, with the error of its last attempt; the first since a success has `deaths` 1. */
export function countDeath({ county: id, kind, error, at }: Failure): Statement<FailureRow> {
  return rowsOf(
    jobFailure,
    sql`insert into ${jobFailure} (county, kind, error, failures, deaths, firstAt, lastAt)
      select id, ${kind}, ${error}, 0, 1, ${at}, ${at} from ${county} where id = ${id}
      on conflict (county, kind) do update set lastAt = excluded.lastAt,
        deaths = case when resolvedAt is null then deaths + 1 else 1 end,
        failures = case when resolvedAt is null then failures else 0 end,
        firstAt = case when resolvedAt is null then firstAt else excluded.firstAt end,
        resolvedAt = null
      returning *`,
  )
}

/**
 * The county's work has been done: whatever failed before is settled, or only what was of this kind. Writes nothing
 * where nothing had failed.
 */
export function resolveFailures(id: CountyId, at: string, kind?: string): Statement<FailureRow> {
  const which = kind === undefined ? sql.empty() : sql` and kind = ${kind}`
  return rowsOf(
    jobFailure,
    sql`update ${jobFailure} set resolvedAt = ${at} where county = ${id} and resolvedAt is null${which} returning *`,
  )
}

export type DeadRow = FailureRow & { code: string; name: string }

/** Work given up and not done since, the latest first: at most one row a county and kind. */
export async function listDead(control: ControlDb, limit: number): Promise<DeadRow[]> {
  const [rows] = await control.run(
    rowsAs(
      sql`select f.*, c.code, c.name from ${jobFailure} f join ${county} c on c.id = f.county
        where f.deaths > 0 and f.resolvedAt is null order by f.lastAt desc limit ${limit}`,
      (raw) => raw as unknown as DeadRow,
    ),
  )
  return rows
}
