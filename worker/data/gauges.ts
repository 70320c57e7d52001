import { sql } from 'drizzle-orm'
import { county, due, jobFailure, vitalSign } from '../../schema/tables/control.ts'
import { type ControlDb, rowsAs } from './control-db.ts'
import type { VitalName } from './vital-signs.ts'

/** How the whole service stands; instants in epoch ms. */
export type Gauges = {
  /** Counties by state: trial, approved, suspended. */
  counties: Map<string, number>
  /** Counties with work due and not done yet, and since when the first of them waits. */
  due: number
  oldestDue: number | null
  /** Kinds of work of counties that fail, and that were given up. */
  failing: number
  dead: number
  vitals: Map<VitalName, { at: number; count: number }>
}

/** One round trip to CONTROL: it looks at every county once, and at those due. */
export async function readGauges(control: ControlDb, now: number): Promise<Gauges> {
  const [states, [waiting], [failures], vitals] = await control.run(
    rowsAs(
      sql`select case when suspendedAt is not null then 'suspended' else status end as state, count(*) as n
        from ${county} group by state`,
      (raw): [string, number] => [String(raw.state), Number(raw.n)],
    ),
    rowsAs(sql`select count(*) as n, min(at) as oldest from ${due} where at <= ${now}`, (raw) => ({
      due: Number(raw.n),
      oldestDue: raw.oldest === null ? null : Number(raw.oldest),
    })),
    rowsAs(
      sql`select count(*) as failing, coalesce(sum(deaths > 0), 0) as dead from ${jobFailure} where resolvedAt is null`,
      (raw) => ({ failing: Number(raw.failing), dead: Number(raw.dead) }),
    ),
    rowsAs(
      sql`select name, at, count from ${vitalSign}`,
      (raw): [VitalName, { at: number; count: number }] => [
        raw.name as VitalName,
        { at: Number(raw.at), count: Number(raw.count) },
      ],
    ),
  )
  return {
    ...{ counties: new Map(states), due: waiting?.due ?? 0, oldestDue: waiting?.oldestDue ?? null },
    ...{ failing: failures?.failing ?? 0, dead: failures?.dead ?? 0, vitals: new Map(vitals) },
  }
}
