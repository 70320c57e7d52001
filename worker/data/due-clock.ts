import { sql } from 'drizzle-orm'
import { due } from '../../schema/tables/control.ts'
import type { CountyId } from '../../schema/tables/keys.ts'
import { type ControlDb, rowsOf } from './control-db.ts'
import { resolveFailures } from './job-failures.ts'

/** Makes a county due no later than `at` (epoch ms). Written before the work it announces: a spurious look is harmless. */
export async function makeDue(control: ControlDb, county: CountyId, at: number): Promise<void> {
  await control.run(
    rowsOf(
      due,
      sql`insert into ${due} (county, at, version) values (${county}, ${at}, 1)
        on conflict (county) do update set at = min(at, excluded.at), version = version + 1 returning *`,
    ),
  )
}

/** One county's entry: what the version was before its work is done. */
export async function readDue(
  control: ControlDb,
  county: CountyId,
): Promise<{ at: number; version: number } | undefined> {
  return control.first(rowsOf(due, sql`select * from ${due} where county = ${county}`))
}

/**
 * The county's work has been done: sets when it is due next, unless it was nudged meanwhile (then it stays due and is
 * looked at again), and settles what had failed.
 */
export async function settleDue(
  control: ControlDb,
  county: CountyId,
  version: number,
  next: number,
  now: Date,
): Promise<void> {
  await control.run(
    resolveFailures(county, now.toISOString()),
    rowsOf(
      due,
      sql`update ${due} set at = ${next} where county = ${county} and version = ${version} returning *`,
    ),
  )
}

/** The counties due by `now`, most overdue first. */
export async function dueCounties(control: ControlDb, now: number, limit: number): Promise<CountyId[]> {
  const [rows] = await control.run(
    rowsOf(due, sql`select * from ${due} where at <= ${now} order by at limit ${limit}`),
  )
  return rows.map((row) => row.county)
}
