import { sql } from 'drizzle-orm'
import { vitalSign } from '../../schema/tables/control.ts'
import { type ControlDb, rowsOf } from './control-db.ts'
import type { Statement } from './statement.ts'

type VitalSign = typeof vitalSign.$inferSelect
export type VitalName = 'cron' | 'seal' | 'late_close'

/** Notes that something happened at `at` (epoch ms), once more. A clock set back is believed. */
export function noteVitalSign(name: VitalName, at: number): Statement<VitalSign> {
  return rowsOf(
    vitalSign,
    sql`insert into ${vitalSign} (name, at, count) values (${name}, ${at}, 1)
      on conflict (name) do update set at = excluded.at, count = count + 1 returning *`,
  )
}

/** Where something was last noted, or undefined where it never was. */
export function readVitalSign(control: ControlDb, name: VitalName): Promise<VitalSign | undefined> {
  return control.first(rowsOf(vitalSign, sql`select * from ${vitalSign} where name = ${name}`))
}
