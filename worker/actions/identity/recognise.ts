import type { SignIn } from '../../../schema/api/identity.ts'
import { factorOfLogin } from '../../data/second-factors.ts'
import { type AccountRow, accountByLogin } from '../../data/sessions.ts'
import { forgetAttempts, giveBackAttempt, takeAttempt } from '../../data/sign-in-attempts.ts'
import { Problem } from '../../problems/problem.ts'
import type { PlatformContext } from '../context.ts'
import { checkPassword } from './password.ts'

const perLogin = 10
/** A whole office may sit behind one address. */
const perAddress = 100
const minutes = 15

/**
 * Whose login and password these are, and whether a code is to follow. Attempts count per login, wherever they come
 * from, and per address; too many lock for 15 minutes. An unknown login, a wrong password and a disabled account cost
 * the same statements and the same hash, and are told apart by nothing. Errors: wrong_password, locked.
 */
export async function recognise(
  { control, now }: Pick<PlatformContext, 'control' | 'now'>,
  { login, password }: SignIn,
  address: string,
): Promise<{ account: AccountRow; secondFactor: boolean }> {
  const at = now.getTime()
  const [byLogin, byAddress, [account], factors] = await control.run(
    takeAttempt({ key: `login:${login}`, limit: perLogin, minutes }, at),
    takeAttempt({ key: addressKey(address), limit: perAddress, minutes }, at),
    accountByLogin(login),
    factorOfLogin(login),
  )
  refuseLocked([...byLogin, ...byAddress], at)
  const right = await checkPassword(password, account?.password)
  if (!right || !account || account.disabledAt !== null) throw new Problem('wrong_password')
  await control.run(forgetAttempts(`login:${login}`), giveBackAttempt(addressKey(address)))
  return { account, secondFactor: factors.length > 0 }
}

export function addressKey(address: string): string {
  return `address:${address}`
}

/** Throws `locked`, with the time to wait, where any of these attempts was one too many. */
export function refuseLocked(attempts: readonly { lockedUntil: number | null }[], now: number): void {
  const until = Math.max(...attempts.map(({ lockedUntil }) => lockedUntil ?? 0))
  if (until <= now) return
  const seconds = Math.ceil((until - now) / 1000)
  throw new Problem('locked', { minutes: Math.ceil(seconds / 60), retryAfter: seconds })
}
