import type { CountyRow, SessionRow } from '../data/callers.ts'
import type { ControlDb } from '../data/control-db.ts'
import type { CountyDb } from '../data/county-db.ts'
import type { Cost } from '../data/meter.ts'
import type { Statement } from '../data/statement.ts'
import type { Member } from '../domain/access/can.ts'
import type { Env } from '../env.ts'
import type { Language } from '../problems/language.ts'
import type { Bookmarks } from './bookmarks.ts'

/** What every request carries. */
type BaseVariables = {
  requestId: string
  language: Language
  now: Date
  cost: Cost
  control: ControlDb
  /** The request's D1 sessions. */
  bookmarks: Bookmarks
  /** The session behind the request's cookies, where there is one. */
  session: SessionRow | undefined
  /** The receipt of a request outside any county that carries an Idempotency-Key: to be written with its effect. */
  receipt: Statement<unknown> | undefined
}

/** What a request below /counties/{county} carries beside that; set by the `countyCaller` middleware. */
type CountyVariables = {
  county: CountyRow
  member: Member
  db: CountyDb
  /** When (epoch ms) the request made its county due, if its route leaves work. */
  madeDue: number | undefined
}

export type AppEnv = { Bindings: Env; Variables: BaseVariables & CountyVariables }
