import type { Context } from 'hono'
import { createMiddleware } from 'hono/factory'
import { routePath } from 'hono/route'
import { findTokenCaller } from '../data/callers.ts'
import { ControlDb } from '../data/control-db.ts'
import { CountyDb } from '../data/county-db.ts'
import { type Home, homesOf, insertDenial } from '../data/denials.ts'
import { noCost } from '../data/meter.ts'
import { sha256 } from '../data/sha256.ts'
import { shardOf } from '../data/shards.ts'
import { countyNamed, type Denial, denialOf } from '../domain/access/denial.ts'
import { Problem } from '../problems/problem.ts'
import type { AppEnv } from './app-env.ts'
import { bearerToken } from './caller.ts'

/**
 * Notes in the audit what a member was refused: what their role or scope does not allow, and ids that are not there,
 * from which another county's cannot be told. Who asks for a county they are no member of leaves it in their own
 * counties' audit: nobody writes into a county from outside, and the request costs the same whether it exists or not.
 * Stands around all of a county's routes and does nothing where nothing was refused.
 */
export const denials = createMiddleware<AppEnv>(async (c, next) => {
  await next()
  if (!(c.error instanceof Problem) || !refused.includes(c.error.code)) return
  const denial = denialOf(c.req.method, routePath(c), c.req.path, c.error.status)
  await note(c, denial).catch((error: unknown) => {
    // The answer is right all the same.
    // biome-ignore lint/suspicious/noConsole: a refusal that could not be noted must reach the operator's log
    console.error(
      JSON.stringify({ level: 'error', requestId: c.var.requestId, denial, error: String(error) }),
    )
  })
})

const refused: readonly string[] = ['forbidden', 'not_found']

async function note(c: Context<AppEnv>, denial: Denial): Promise<void> {
  const { env } = c
  const { now, member, county, cost } = c.var
  const meter = noCost()
  const inside: Home[] | undefined = member && [{ county: county.id, shard: county.shard, member: member.id }]
  const homes = inside ?? (await homesOfStranger(c, new ControlDb(env.CONTROL, meter)))
  await Promise.all(
    homes.map((home) => {
      const db = new CountyDb(shardOf(env, home.shard), home.county, meter)
      const target = denial.target ?? (inside ? home.county : (countyNamed(c.req.path) ?? home.county))
      return insertDenial(db, home.member, { ...denial, target }, now)
    }),
  )
  // All but rows written: they hand out a bookmark, and the first refusal of an hour would not look like the next.
  cost.trips += meter.trips
  cost.statements += meter.statements
  cost.rowsRead += meter.rowsRead
  cost.milliseconds += meter.milliseconds
}

/** The counties of somebody who asked for another. */
async function homesOfStranger(c: Context<AppEnv>, control: ControlDb): Promise<Home[]> {
  const { session, now } = c.var
  if (session) return homesOf(control, session.account.id)
  const token = bearerToken(c)
  const found = token ? await findTokenCaller(control, await sha256(token), now.toISOString()) : undefined
  return found ? [{ county: found.county.id, shard: found.county.shard, member: found.member.id }] : []
}
