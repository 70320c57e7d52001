import { sql } from 'drizzle-orm'
import {
  assignment,
  columnArticle,
  complaintContact,
  complaintCount,
  countySetting,
  delivery,
  issue,
  photo,
} from '../../schema/tables/county.ts'
import type { CountyDb } from './county-db.ts'
import type { Statement } from './statement.ts'

/** Kinds of due work that wait for an instant which stands in a row. */
export type Alarm = 'work' | 'revisits' | 'columns' | 'deliveries' | 'contacts' | 'photos' | 'retention'
/** When each kind has something to do at the earliest (epoch ms); infinite where there is nothing. */
export type Alarms = Record<Alarm, number>

/**
 * All of a county's alarms in one statement: the first entry of an index for each kind, so a county in which nothing
 * waits costs next to nothing. Never later than the work itself; a look too many is harmless.
 */
export function selectAlarms(db: CountyDb): Statement<Alarms> {
  const { county } = db
  const first = {
    work: sql`select nextAt from ${assignment} where county = ${county} and state = 'open' and nextAt is not null order by nextAt limit 1`,
    revisits: sql`select revisitAt from ${issue} where county = ${county} and revisitAt is not null order by revisitAt limit 1`,
    columns: sql`select nextAt from ${columnArticle} where county = ${county} and nextAt is not null order by nextAt limit 1`,
    deliveries: sql`select nextAt from ${delivery} where county = ${county} and nextAt is not null order by nextAt limit 1`,
    photos: sql`select sweepAt from ${photo} where county = ${county} and sweepAt is not null order by sweepAt limit 1`,
    // A county that has never looked is to look now.
    retention: sql`select coalesce((select cast(value as integer) from ${countySetting} where county = ${county} and key = 'retention'), 0)`,
    contact: sql`select lookAt from ${complaintContact} where county = ${county} and lookAt >= 0 order by lookAt limit 1`,
    count: sql`select endsAt from ${complaintCount} where county = ${county} and endsAt >= 0 order by endsAt desc limit 1`,
  }
  const columns = Object.entries(first).map(([name, query]) => sql`(${query}) as ${sql.identifier(name)}`)
  return {
    sql: sql`select ${sql.join(columns, sql`, `)}`,
    decode: ({ contact, count, ...others }) => ({
      work: instant(others.work),
      revisits: instant(others.revisits),
      columns: instant(others.columns),
      deliveries: instant(others.deliveries),
      contacts: Math.min(instant(contact), instant(count)),
      photos: instant(others.photos),
      retention: instant(others.retention),
    }),
  }
}

function instant(value: unknown): number {
  return typeof value === 'number' ? value : Number.POSITIVE_INFINITY
}
