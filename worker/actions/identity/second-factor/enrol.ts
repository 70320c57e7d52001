import type { Enrolment, SecondFactorState } from '../../../../schema/api/second-factor.ts'
import {
  confirmFactor,
  factorOf,
  recoveryCodesLeft,
  removeFactor,
  replaceRecoveryCodes,
  startFactor,
} from '../../../data/second-factors.ts'
import { findAccountById, revokeSessionsOf } from '../../../data/sessions.ts'
import { forgetAttempts, takeAttempt } from '../../../data/sign-in-attempts.ts'
import { Problem } from '../../../problems/problem.ts'
import type { PlatformContext } from '../../context.ts'
import { recognise, refuseLocked } from '../recognise.ts'
import { type OpenSession, openSession } from '../sign-in.ts'
import { toBase32 } from './base32.ts'
import { proveSecondFactor } from './prove.ts'
import { newRecoveryCodes } from './recovery-codes.ts'
import { seal, unseal } from './sealed-secret.ts'
import { matchingStep, newTotpSecret, otpauthUri } from './totp.ts'

/** The owner of an account, and the address the request comes from. */
export type Owner = { account: { id: string; login: string }; address: string }

/** Whether an account's second factor is on, since when, and how many recovery codes are left. */
export async function secondFactorOf(
  { control }: PlatformContext,
  accountId: string,
): Promise<SecondFactorState> {
  const [[factor], [left = 0]] = await control.run(factorOf(accountId), recoveryCodesLeft(accountId))
  const since = factor?.confirmedAt ?? null
  return { on: since !== null, since, recoveryCodesLeft: since === null ? 0 : left }
}

/**
 * Makes a secret for the authenticator app and shows it this once; nothing changes until it is confirmed. Whoever
 * finds an open browser does not know the password. Errors: wrong_password, locked, second_factor_on.
 */
export async function startEnrolment(
  context: PlatformContext,
  { account, address }: Owner,
  password: string,
): Promise<Enrolment> {
  const { control, env, now } = context
  await recognise(context, { login: account.login, password }, address)
  const secret = newTotpSecret()
  const sealed = await seal(env.SESSION_SECRET, account.id, secret)
  const [started] = await control.run(
    startFactor({ account: account.id, secret: sealed, createdAt: now.toISOString() }),
  )
  if (started.length === 0) throw new Problem('second_factor_on')
  return { secret: toBase32(secret), uri: otpauthUri(secret, account.login) }
}

/**
 * Turns the second factor on with the app's first code: every session ends, a fresh one opens here, and ten recovery
 * codes are shown this once. Errors: wrong_code, locked, second_factor_on.
 */
export async function confirmEnrolment(context: PlatformContext, { account }: Owner, code: string) {
  const { control, env, now } = context
  const key = `code:${account.id}`
  const [attempts, [factor]] = await control.run(
    takeAttempt({ key, limit: 5, minutes: 15 }, now.getTime()),
    factorOf(account.id),
  )
  refuseLocked(attempts, now.getTime())
  if (factor?.confirmedAt != null) throw new Problem('second_factor_on')
  const secret = factor && (await unseal(env.SESSION_SECRET, account.id, factor.secret))
  const step = secret && (await matchingStep(secret, code.replace(/\s/g, ''), now.getTime(), factor.lastStep))
  if (!factor || step === undefined) throw new Problem('wrong_code')
  const [confirmed] = await control.run(
    confirmFactor(account.id, factor.secret, step, now.toISOString()),
    forgetAttempts(key),
  )
  if (confirmed.length === 0) throw new Problem('second_factor_on')
  const recoveryCodes = await giveRecoveryCodes(context, account.id)
  return { recoveryCodes, opened: await startAfresh(context, account.id) }
}

/** New recovery codes in place of the old ones, shown this once. Errors: wrong_code, locked. */
export async function renewRecoveryCodes(
  context: PlatformContext,
  { account, address }: Owner,
  code: string,
): Promise<string[]> {
  await proveSecondFactor(context, account.id, code, address)
  return giveRecoveryCodes(context, account.id)
}

/** Turns the second factor off: every session ends, a fresh one opens here. Errors: wrong_password, wrong_code, locked. */
export async function endSecondFactor(
  context: PlatformContext,
  { account, address }: Owner,
  { password, code }: { password: string; code: string },
): Promise<OpenSession> {
  await recognise(context, { login: account.login, password }, address)
  await proveSecondFactor(context, account.id, code, address)
  await context.control.run(...removeFactor(account.id))
  return startAfresh(context, account.id)
}

async function giveRecoveryCodes({ control }: PlatformContext, accountId: string): Promise<string[]> {
  const { codes, salt, hashes } = await newRecoveryCodes()
  await control.run(...replaceRecoveryCodes(accountId, salt, hashes))
  return codes
}

/** Ends every session of an account and opens a new one. */
async function startAfresh(context: PlatformContext, accountId: string): Promise<OpenSession> {
  await context.control.run(revokeSessionsOf(accountId, context.now.toISOString()))
  const account = await findAccountById(context.control, accountId)
  if (!account) throw new Problem('signed_out')
  return openSession(context, account)
}
