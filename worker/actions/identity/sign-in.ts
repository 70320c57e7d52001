import type { SignIn } from '../../../schema/api/identity.ts'
import { newId } from '../../data/new-id.ts'
import { newSecret } from '../../data/new-secret.ts'
import {
  type AccountRow,
  countFailure,
  findAccount,
  forgetFailures,
  lockedUntil,
  newSession,
} from '../../data/sessions.ts'
import { sha256 } from '../../data/sha256.ts'
import { Problem } from '../../problems/problem.ts'
import type { PlatformContext } from '../context.ts'
import { checkPassword } from './password.ts'

const limitPerLogin = 10
const limitPerAddress = 100
export const sessionDays = 30

/** An opened session; `secret` is for the browser's refresh cookie alone. */
export type OpenSession = { account: AccountRow; session: string; secret: string }

/**
 * Checks login and password. Failures count per login and per address and lock for 15 minutes, wherever they come
 * from; an unknown login costs the same time as a wrong password. Errors: wrong_password, locked.
 */
export async function signIn(context: PlatformContext, given: SignIn, address: string): Promise<OpenSession> {
  const { control, now } = context
  const at = now.getTime()
  const keys = [`login:${given.login}`, `address:${address}`] as const
  const locked = await lockedUntil(control, keys, at)
  if (locked !== undefined) {
    const seconds = Math.ceil((locked - at) / 1000)
    throw new Problem('locked', { minutes: Math.ceil(seconds / 60), retryAfter: seconds })
  }
  const account = await findAccount(control, given.login)
  const right = await checkPassword(given.password, account?.password)
  if (!right || !account || account.disabledAt !== null) {
    await control.run(countFailure(keys[0], limitPerLogin, at), countFailure(keys[1], limitPerAddress, at))
    throw new Problem('wrong_password')
  }
  await control.run(forgetFailures(keys[0]))
  return openSession(context, account)
}

/** Opens a session for an account whose owner has just been recognised. */
export async function openSession(
  { control, now }: PlatformContext,
  account: AccountRow,
): Promise<OpenSession> {
  const secret = newSecret()
  const id = newId(now.getTime())
  const expiresAt = new Date(now.getTime() + sessionDays * 86_400_000).toISOString()
  await control.run(
    newSession({
      id,
      account: account.id,
      secret: await sha256(secret),
      createdAt: now.toISOString(),
      expiresAt,
    }),
  )
  return { account, session: id, secret }
}
