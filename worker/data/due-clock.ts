import { type SQL, sql } from 'drizzle-orm'
import { due } from '../../schema/tables/control.ts'
import type { CountyId } from '../../schema/tables/keys.ts'
import { type ControlDb, rowsOf } from './control-db.ts'
import { resolveFailures } from './job-failures.ts'
import type { Statement } from './statement.ts'

/**
 * How long (ms) after a county was made due it is looked at once more. What made it due may have been written only
 * after the look that settled it; no request writes that late.
 */
const afterLook = 60_000

/**
 * Makes a county due no later than `at` (epoch ms). Written before the work it announces: a spurious look is harmless.
 * The version grows each time, and tells when it last did.
 */
export async function makeDue(control: ControlDb, county: CountyId, at: number): Promise<void> {
  await control.run(madeDue(sql`select ${county} as county`, at))
}

/** The write of `makeDue`, to stand with others in one round trip; `county` selects the county, or none. */
export function madeDue(county: SQL, at: number): Statement<unknown> {
  return {
    sql: sql`insert into ${due} (county, at, version) select county, ${at}, ${Date.now()} from (${county}) where true
      on conflict (county) do update set at = min(at, excluded.at), version = max(version + 1, excluded.version)`,
    decode: () => null,
  }
}

/** One county's entry: what the version was before its work is done. */
export async function readDue(
  control: ControlDb,
  county: CountyId,
): Promise<{ at: number; version: number } | undefined> {
  return control.first(selectDue(county))
}

/** The read of `readDue`, to stand with others in one round trip. */
export function selectDue(county: string): Statement<{ at: number; version: number }> {
  return rowsOf(due, sql`select * from ${due} where county = ${county}`)
}

/**
 * The county's work has been done: sets when it is due next, unless it was nudged meanwhile (then it stays due and is
 * looked at again), and settles what had failed. Nudged just before, it is looked at once more soon.
 */
export async function settleDue(
  control: ControlDb,
  county: CountyId,
  version: number,
  next: number,
  now: Date,
): Promise<void> {
  const soon = version + afterLook
  const at = now.getTime() < soon ? Math.min(next, soon) : next
  await control.run(
    resolveFailures(county, now.toISOString()),
    rowsOf(
      due,
      sql`update ${due} set at = ${at} where county = ${county} and version = ${version} returning *`,
    ),
  )
}

/** Makes every county due at `now`, however late it was to be: what was reckoned by a clock that ran ahead does not count. */
export async function makeAllDue(control: ControlDb, now: number): Promise<void> {
  await control.run(rowsOf(due, sql`update ${due} set at = ${now} where at > ${now}`))
}

/** The counties due by `now`, most overdue first. */
export async function dueCounties(control: ControlDb, now: number, limit: number): Promise<CountyId[]> {
  const [rows] = await control.run(
    rowsOf(due, sql`select * from ${due} where at <= ${now} order by at limit ${limit}`),
  )
  return rows.map((row) => row.county)
}
