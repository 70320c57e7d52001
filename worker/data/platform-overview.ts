import { sql } from 'drizzle-orm'
import { county, due, jobFailure } from '../../schema/tables/control.ts'
import { type ControlDb, rowsAs } from './control-db.ts'

const late = 10 * 60_000

/** How the whole service stands at `now` (epoch ms), in one round trip: a few thousand rows of CONTROL. */
export async function readOverview(control: ControlDb, now: number) {
  const [states, loads, [waiting], [dead]] = await control.run(
    rowsAs(
      sql`select case when suspendedAt is not null then 'suspended' else status end as state, count(*) as n
        from ${county} group by state`,
      (raw): [string, number] => [String(raw.state), Number(raw.n)],
    ),
    rowsAs(
      sql`select shard, count(*) as counties, sum(villages) as villages from ${county} group by shard order by shard`,
      (raw) => ({
        shard: Number(raw.shard),
        counties: Number(raw.counties),
        villages: Number(raw.villages),
      }),
    ),
    rowsAs(
      sql`select min(at) as oldest, sum(at <= ${now - late}) as overdue from ${due} where at <= ${now}`,
      (raw) => ({
        oldest: raw.oldest === null ? null : Number(raw.oldest),
        overdue: Number(raw.overdue ?? 0),
      }),
    ),
    rowsAs(sql`select count(*) as n from ${jobFailure} where deaths > 0 and resolvedAt is null`, (raw) =>
      Number(raw.n),
    ),
  )
  return {
    states: new Map(states),
    loads,
    oldest: waiting?.oldest ?? null,
    overdue: waiting?.overdue ?? 0,
    dead: dead ?? 0,
  }
}
