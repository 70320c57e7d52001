import { factorOf, type SecondFactorRow, spendRecoveryCode, spendStep } from '../../../data/second-factors.ts'
import { forgetAttempts, giveBackAttempt, takeAttempt } from '../../../data/sign-in-attempts.ts'
import { Problem } from '../../../problems/problem.ts'
import type { PlatformContext } from '../../context.ts'
import { addressKey, refuseLocked } from '../recognise.ts'
import { hashRecoveryCode } from './recovery-codes.ts'
import { unseal } from './sealed-secret.ts'
import { matchingStep } from './totp.ts'

/** Six digits leave little to guess, so few guesses are free: five an hour, from wherever they come. */
const perAccount = { limit: 5, minutes: 60 }
const perAddress = { limit: 100, minutes: 15 }

/**
 * Uses up a code of the authenticator app, or a recovery code, of an account: each works once, whoever else sends it at
 * the same moment. Errors: wrong_code, locked.
 */
export async function proveSecondFactor(
  context: PlatformContext,
  account: string,
  code: string,
  address: string,
): Promise<void> {
  const { control, now } = context
  const key = `code:${account}`
  const [byAccount, byAddress, [factor]] = await control.run(
    takeAttempt({ key, ...perAccount }, now.getTime()),
    takeAttempt({ key: addressKey(address), ...perAddress }, now.getTime()),
    factorOf(account),
  )
  refuseLocked([...byAccount, ...byAddress], now.getTime())
  if (factor?.confirmedAt == null || !(await spend(context, factor, code))) throw new Problem('wrong_code')
  await control.run(forgetAttempts(key), giveBackAttempt(addressKey(address)))
}

/** Whether the code was right and unused. */
async function spend(
  { control, env, now }: PlatformContext,
  factor: SecondFactorRow,
  code: string,
): Promise<boolean> {
  const { account, secret, lastStep, recoverySalt } = factor
  const plain = code.normalize('NFKC').replace(/[\s-]/g, '')
  if (/^\d{6}$/.test(plain)) {
    const opened = await unseal(env.SESSION_SECRET, account, secret)
    const step = opened && (await matchingStep(opened, plain, now.getTime(), lastStep))
    if (step === undefined) return false
    const [used] = await control.run(spendStep(account, step))
    return used.length > 0
  }
  if (recoverySalt === null) return false
  const hash = await hashRecoveryCode(plain, recoverySalt)
  const [used] = await control.run(spendRecoveryCode(account, hash, now.toISOString()))
  return used.length > 0
}
