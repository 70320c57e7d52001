import type { Context } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'
import { jwtVerify, SignJWT } from 'jose'
import { idleDays, sessionDays } from '../actions/identity/sign-in.ts'
import type { Env } from '../env.ts'
import type { AppEnv } from './app-env.ts'
import { siteOrigin } from './visitor.ts'

const accessSeconds = 5 * 60
/** A refresh secret just replaced stays good this long, for requests that were already under way. */
export const graceSeconds = 60

export type AccessClaims = { account: string; session: string }

/** Signs the five-minute access token. `now` in epoch seconds. */
export async function signAccess(env: Env, claims: AccessClaims, now: number): Promise<string> {
  return new SignJWT({ sid: claims.session })
    .setProtectedHeader({ alg: 'HS256' })
    .setSubject(claims.account)
    .setIssuer('xiangbang')
    .setIssuedAt(now)
    .setExpirationTime(now + accessSeconds)
    .sign(key(env))
}

/** The claims of a valid, unexpired access token, or undefined. */
export async function readAccess(env: Env, token: string, now: number): Promise<AccessClaims | undefined> {
  try {
    const { payload } = await jwtVerify(token, key(env), {
      algorithms: ['HS256'],
      issuer: 'xiangbang',
      currentDate: new Date(now * 1000),
    })
    const session = payload.sid
    return payload.sub && typeof session === 'string' ? { account: payload.sub, session } : undefined
  } catch {
    return undefined
  }
}

/**
 * Whether a presented refresh secret (its hash) still opens the session, and whether it is the current one. `foreign`:
 * the session is alive, but this secret is not its own, or not any more.
 */
export function refreshState(
  session: {
    secret: string
    previousSecret: string | null
    rotatedAt: string
    expiresAt: string
    revokedAt: string | null
  },
  presented: string,
  now: number,
): 'current' | 'previous' | 'over' | 'foreign' {
  const rotated = Date.parse(session.rotatedAt)
  if (session.revokedAt !== null || Date.parse(session.expiresAt) <= now) return 'over'
  if (now - rotated > idleDays * 86_400_000) return 'over'
  if (presented === session.secret) return 'current'
  const graceful = presented === session.previousSecret && now - rotated <= graceSeconds * 1000
  return graceful ? 'previous' : 'foreign'
}

/** The two cookies. `__Host-` binds them to this very host and needs HTTPS, or localhost. */
export function sessionCookies(c: Context<AppEnv>): {
  access: string | undefined
  refresh: string | undefined
} {
  const prefix = cookiePrefix(c)
  return { access: getCookie(c, `${prefix}access`), refresh: getCookie(c, `${prefix}refresh`) }
}

export function setSessionCookies(c: Context<AppEnv>, access: string, refresh?: string): void {
  const prefix = cookiePrefix(c)
  const options = { path: '/', httpOnly: true, sameSite: 'Lax', secure: prefix !== 'plain-' } as const
  setCookie(c, `${prefix}access`, access, { ...options, maxAge: accessSeconds })
  if (refresh !== undefined)
    setCookie(c, `${prefix}refresh`, refresh, { ...options, maxAge: sessionDays * 86_400 })
}

export function clearSessionCookies(c: Context<AppEnv>): void {
  const prefix = cookiePrefix(c)
  const options = {
    path: '/',
    httpOnly: true,
    sameSite: 'Lax',
    secure: prefix !== 'plain-',
    maxAge: 0,
  } as const
  setCookie(c, `${prefix}access`, '', options)
  setCookie(c, `${prefix}refresh`, '', options)
}

/** Whether passwords may travel here: HTTPS, this machine, or where the operator has allowed plain HTTP. */
export function transportAllowed(c: Context<AppEnv>): boolean {
  return cookiePrefix(c) !== 'plain-' || c.env.XIANGBANG_INSECURE_HTTP === '1'
}

function cookiePrefix(c: Context<AppEnv>): '__Host-' | 'plain-' {
  const url = new URL(siteOrigin(c))
  const local = url.hostname === 'localhost' || url.hostname === '127.0.0.1' || url.hostname === '[::1]'
  return url.protocol === 'https:' || local ? '__Host-' : 'plain-'
}

function key(env: Env): Uint8Array {
  if (env.SESSION_SECRET.length < 32) throw new Error('SESSION_SECRET must have at least 32 characters')
  return new TextEncoder().encode(env.SESSION_SECRET)
}
