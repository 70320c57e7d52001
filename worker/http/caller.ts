import type { Context } from 'hono'
import { createMiddleware } from 'hono/factory'
import {
  type CountyRow,
  findSessionCaller,
  findTokenCaller,
  type SessionCaller,
  type SessionRow,
} from '../data/callers.ts'
import { ControlDb } from '../data/control-db.ts'
import { CountyDb } from '../data/county-db.ts'
import { newSecret } from '../data/new-secret.ts'
import { revokeStolenSession, rotateSession } from '../data/sessions.ts'
import { sha256 } from '../data/sha256.ts'
import { shardOf } from '../data/shards.ts'
import { lacksSecondFactor } from '../domain/access/second-factor.ts'
import { Problem } from '../problems/problem.ts'
import type { AppEnv } from './app-env.ts'
import { leavesWork } from './may.ts'
import {
  graceSeconds,
  readAccess,
  refreshState,
  sessionCookies,
  setSessionCookies,
  signAccess,
} from './session.ts'
import { siteOrigin } from './visitor.ts'

/**
 * Finds the county and the caller's membership in one CONTROL read and opens the county's database. A county that
 * does not exist and one the caller is no member of answer alike: 404. A suspended one can be read but not changed.
 * Where the route leaves work, the county is made due in the same round trip.
 */
export const countyCaller = createMiddleware<AppEnv>(async (c, next) => {
  const wanted = c.req.param('county') ?? ''
  const dueAt = leavesWork(c) ? c.var.now.getTime() : undefined
  const begun = Date.now()
  const found = await nearestFirst(
    c,
    async () => (await bearer(c, wanted, dueAt)) ?? (await signedIn(c, wanted, dueAt)),
  )
  if (!found) throw new Problem('signed_out')
  if (!found.county || !found.member) throw new Problem('not_found')
  // A phone sends what one member wrote: under another's session, who has signed in since, it must not arrive.
  const meant = c.req.header('x-member')
  if (meant !== undefined && meant !== found.member.id) throw new Problem('signed_out')
  if (needsSecondFactor(found)) throw new Problem('second_factor_required')
  if (found.county.suspended && !['GET', 'HEAD'].includes(c.req.method)) throw new Problem('county_suspended')
  const { id, role, scopeKind, scope, township } = found.member
  c.set('county', found.county)
  c.set('madeDue', dueAt === undefined ? undefined : begun)
  c.set('member', { id, role, scope: { kind: scopeKind, id: scope, township } })
  c.set('db', countyDbOf(c, found.county))
  await next()
})

/** A county may want a second factor of its administrators; machines act by tokens that one of them has made. */
function needsSecondFactor(found: Partial<SessionCaller>): boolean {
  const { session, county, member } = found
  if (!session || !county || !member) return false
  return lacksSecondFactor({
    role: member.role,
    wanted: county.secondFactorWanted,
    on: session.account.secondFactor,
  })
}

/** The county's database as near as the caller's own writes allow. */
function countyDbOf(c: Context<AppEnv>, { id, shard }: CountyRow): CountyDb {
  return new CountyDb(c.var.bookmarks.on(shard, shardOf(c.env, shard)), id, c.var.cost)
}

/** Asks once more, at the primary, where a replica may not have heard yet of a session, token or membership. */
async function nearestFirst<Found extends { member?: unknown }>(
  c: Context<AppEnv>,
  find: () => Promise<Found | undefined>,
): Promise<Found | undefined> {
  const { bookmarks, cost } = c.var
  const lags = bookmarks.mayLag('CONTROL')
  const found = await find().catch((error: unknown) => {
    if (lags && error instanceof Problem && error.code === 'signed_out') return undefined
    throw error
  })
  if (!lags || found?.member) return found
  c.set('control', new ControlDb(bookmarks.atPrimary('CONTROL', c.env.CONTROL), cost))
  return find()
}

/** For routes outside a county that need an account. */
export const accountCaller = createMiddleware<AppEnv>(async (c, next) => {
  if (!(await signedIn(c, undefined))) throw new Problem('signed_out')
  await next()
})

/** For the platform's administrators; to anybody else the route does not exist. */
export const platformCaller = createMiddleware<AppEnv>(async (c, next) => {
  const found = await signedIn(c, undefined)
  if (!found) throw new Problem('signed_out')
  if (!found.session.account.platform) throw new Problem('not_found')
  await next()
})

/** For routes that work signed in or not: sets `session` where there is one. */
export const maybeCaller = createMiddleware<AppEnv>(async (c, next) => {
  await signedIn(c, undefined)
  await next()
})

/** The machine token that a request carries. */
export function bearerToken(c: Context<AppEnv>): string | undefined {
  return /^Bearer (\S+)$/i.exec(c.req.header('authorization') ?? '')?.[1]
}

async function bearer(c: Context<AppEnv>, wanted: string, dueAt: number | undefined) {
  const token = bearerToken(c)
  if (!token) return undefined
  const { control, now } = c.var
  const due = dueAt === undefined ? undefined : { county: wanted, at: dueAt }
  const found = await findTokenCaller(control, await sha256(token), now.toISOString(), due)
  if (!found) throw new Problem('signed_out')
  const { county } = found
  const named = wanted === county.id || (wanted === county.code && county.status === 'approved')
  return named ? found : { county: undefined, member: undefined }
}

/** The session behind the cookies, refreshed where the access token has run out. */
async function signedIn(c: Context<AppEnv>, wanted: string | undefined, dueAt?: number) {
  const { access, refresh } = sessionCookies(c)
  const now = c.var.now.getTime()
  const claims = access ? await readAccess(c.env, access, Math.floor(now / 1000)) : undefined
  const [refreshId, refreshSecret] = refresh?.split('.') ?? []
  const id = claims?.session ?? refreshId
  if (!id) return undefined
  const found = await findSessionCaller(c.var.control, id, wanted, dueAt)
  if (!found || !alive(found.session, now)) return undefined
  if (!claims && !(await refreshed(c, found.session, refreshSecret ?? ''))) return undefined
  requireSameOrigin(c)
  c.set('session', found.session)
  return found
}

function alive(session: SessionRow, now: number): boolean {
  return (
    session.revokedAt === null && session.account.disabledAt === null && Date.parse(session.expiresAt) > now
  )
}

async function refreshed(c: Context<AppEnv>, session: SessionRow, secret: string): Promise<boolean> {
  const now = c.var.now
  const presented = await sha256(secret)
  const state = refreshState(session, presented, now.getTime())
  if (state === 'foreign') await endStolen(c, session.id, presented)
  if (state === 'foreign' || state === 'over') return false
  const access = await signAccess(
    c.env,
    { account: session.account.id, session: session.id },
    Math.floor(now.getTime() / 1000),
  )
  if (state === 'previous') {
    setSessionCookies(c, access)
    return true
  }
  const next = newSecret()
  const [rotated] = await c.var.control.run(
    rotateSession(session.id, presented, await sha256(next), now.toISOString()),
  )
  // No row back: a parallel request rotated first and its cookies are on their way.
  setSessionCookies(c, access, rotated.length > 0 ? `${session.id}.${next}` : undefined)
  return true
}

/** A secret that was replaced turns up again: whoever has a copy, both are out. */
async function endStolen(c: Context<AppEnv>, id: string, presented: string): Promise<void> {
  const graceFrom = new Date(c.var.now.getTime() - graceSeconds * 1000).toISOString()
  await c.var.control.run(revokeStolenSession(id, presented, graceFrom, c.var.now.toISOString()))
}

/** A browser names the page's origin on every write; one from elsewhere is a forged request. */
export function requireSameOrigin(c: Context<AppEnv>): void {
  if (c.req.method === 'GET' || c.req.method === 'HEAD') return
  if (c.req.header('origin') !== siteOrigin(c)) throw new Problem('cross_origin')
}
