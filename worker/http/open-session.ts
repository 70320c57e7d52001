import type { Context } from 'hono'
import type { OpenSession } from '../actions/identity/sign-in.ts'
import { revokeCarriedSession } from '../data/sessions.ts'
import { sha256 } from '../data/sha256.ts'
import { Problem } from '../problems/problem.ts'
import type { AppEnv } from './app-env.ts'
import { requireSameOrigin } from './caller.ts'
import { sessionCookies, setSessionCookies, signAccess, transportAllowed } from './session.ts'

/** Refuses passwords over plain HTTP from afar, and forged cross-site sign-ins. */
export function requireSafeTransport(c: Context<AppEnv>): void {
  if (!transportAllowed(c)) throw new Problem('insecure_transport')
  if (c.req.header('origin') !== undefined) requireSameOrigin(c)
}

/** Hands a freshly opened session to the browser; the one it brought along ends. */
export async function handOver(c: Context<AppEnv>, { account, session, secret }: OpenSession): Promise<void> {
  const [carried, shown] = sessionCookies(c).refresh?.split('.') ?? []
  if (carried && shown)
    await c.var.control.run(revokeCarriedSession(carried, await sha256(shown), c.var.now.toISOString()))
  const seconds = Math.floor(c.var.now.getTime() / 1000)
  setSessionCookies(
    c,
    await signAccess(c.env, { account: account.id, session }, seconds),
    `${session}.${secret}`,
  )
}
