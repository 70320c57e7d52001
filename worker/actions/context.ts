import type { CountyRow } from '../data/callers.ts'
import type { ControlDb } from '../data/control-db.ts'
import type { CountyDb } from '../data/county-db.ts'
import type { Statement } from '../data/statement.ts'
import type { Member } from '../domain/access/can.ts'
import type { Env } from '../env.ts'

/**
 * What an action outside a county needs. `origin` is the site's own, for links it hands out; `receipt` stands in the
 * batch of the effect.
 */
export type PlatformContext = {
  env: Env
  control: ControlDb
  now: Date
  origin: string
  receipt?: Statement<unknown>
}

/**
 * What an action inside a county needs. A job's `member` is the system itself. `deviceAt` is the time by the clock of
 * the phone that sends a record; `handedOver` where the member sends what another's phone could not; `madeDue` (epoch
 * ms) when the request made its county due.
 */
export type CountyContext = PlatformContext & {
  county: CountyRow
  db: CountyDb
  member: Member
  deviceAt?: Date
  handedOver?: true
  madeDue?: number
}

/** The member in whose name jobs and cron act. */
export const system: Member = {
  id: 'system',
  role: 'county_admin',
  scope: { kind: 'county', id: null, township: null },
}
