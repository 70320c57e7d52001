import type { DemoVillage } from '../../../schema/demo/weeks.ts'
import { systemContext } from '../../../worker/actions/tick.ts'
import type { Env } from '../../../worker/env.ts'
import type { Known } from '../../support/years/county-reads.ts'
import { knownOf } from '../../support/years/known.ts'
import { rowsBeside, rowsNow } from '../../support/years/longer-past.ts'
import {
  type At,
  beginCounty,
  day,
  fridayBefore,
  presentWeek,
  settledWeek,
  type WeekSize,
} from '../../support/years/settled-week.ts'

/** What is to happen, and how many issues wait at the end of it. */
export type ToLive = { county: string; size: WeekSize; open: number }
/** The rows of the settled week by table, and what the county has now. */
export type Lived = { rows: Record<string, Record<string, unknown>[]>; known: Known; villages: DemoVillage[] }

/** A Worker of one purpose: asked once, it lets a county live through a week where the databases are, and this one. */
export default {
  async fetch(request: Request, bindings: Env): Promise<Response> {
    const { county, size, open } = await request.json<ToLive>()
    const JOBS = { send: async () => {}, sendBatch: async () => {} } as unknown as Env['JOBS']
    const env = { ...bindings, JOBS }
    const at: At = async (time) => {
      const context = await systemContext(env, county, new Date(time))
      if (!context) throw new Error('the county is gone')
      return context
    }
    const now = Date.now()
    const begun = await beginCounty(at, now - 100 * day)
    const { db } = await at(now)
    const before = await rowsNow(db)
    await settledWeek(at, fridayBefore(now - 70 * day), begun, size)
    const rows = Object.fromEntries(await rowsBeside(db, before))
    const rounds = await presentWeek(at, now, begun, open)
    const known = await knownOf(await at(now), rounds, begun.board.id)
    return Response.json({ rows, known, villages: begun.villages } satisfies Lived)
  },
}
