import type { Context } from 'hono'
import { Problem } from '../problems/problem.ts'
import type { AppEnv } from './app-env.ts'

/** The account that is signed in. Errors: signed_out. */
export function personOf(c: Context<AppEnv>): { id: string; platform: boolean } {
  const account = c.var.session?.account
  if (!account) throw new Problem('signed_out')
  return { id: account.id, platform: account.platform }
}
