import { countyNameOf, findActivation, spendActivation } from '../../data/activations.ts'
import { newId } from '../../data/new-id.ts'
import { factorOfLogin } from '../../data/second-factors.ts'
import { type AccountRow, findAccount } from '../../data/sessions.ts'
import { sha256 } from '../../data/sha256.ts'
import { Problem } from '../../problems/problem.ts'
import type { PlatformContext } from '../context.ts'
import { hashPassword } from './password.ts'
import { refuseWeak } from './password-rules.ts'

/** `codeWanted`: the password is set, but to sign in takes the second factor too, which no link replaces. */
export type Activated = { account: AccountRow; codeWanted: boolean }

type Use = { token: string; password?: string | undefined }

/**
 * Uses a one-time link. A new login gets its account here. A login that already has one accepts only while signed in
 * to it: an invitation never sets an existing account's password. A reset sets the password, ends its sessions and
 * leaves a second factor as it is.
 * Errors: link_invalid, sign_in_to_accept, weak_password. Gives the account the link belongs to.
 */
export async function activate(
  { control, now }: PlatformContext,
  { token, password }: Use,
  signedIn: string | undefined,
): Promise<Activated> {
  const at = now.toISOString()
  const link = await findActivation(control, await sha256(token), at)
  if (!link) throw new Problem('link_invalid')
  const existing = await findAccount(control, link.login)

  if (existing && link.kind !== 'reset') {
    if (existing.id !== signedIn) throw new Problem('sign_in_to_accept', { login: link.login })
    await control.run(...spendActivation(link, { account: existing.id }, at))
    return { account: existing, codeWanted: false }
  }
  const county = link.membership === null ? null : await countyNameOf(control, link.membership)
  refuseWeak(password ?? '', [link.login, link.name, county ?? ''])
  const hash = await hashPassword(password ?? '')
  const fresh = {
    id: newId(now.getTime()),
    login: link.login,
    name: link.name,
    password: hash,
    createdAt: at,
  }
  const effect = existing
    ? { account: existing.id, password: hash }
    : { account: fresh.id, newAccount: fresh }
  const [factors] = await control.run(factorOfLogin(link.login))
  const results = await control.run(...spendActivation(link, effect, at)).catch((error: unknown) => {
    const message = error instanceof Error ? error.message : ''
    if (message.includes('account.login')) throw new Problem('sign_in_to_accept', { login: link.login })
    throw error
  })
  if (results.at(-1)?.length === 0) throw new Problem('link_invalid')
  return {
    account: {
      ...(existing ?? { platform: link.kind === 'platform', disabledAt: null, ...fresh }),
      password: hash,
    },
    codeWanted: factors.length > 0,
  }
}

/** What a link is for, without using it. Errors: link_invalid. */
export async function previewActivation({ control, now }: PlatformContext, token: string) {
  const link = await findActivation(control, await sha256(token), now.toISOString())
  if (!link) throw new Problem('link_invalid')
  const existing = await findAccount(control, link.login)
  const county = link.membership === null ? null : await countyNameOf(control, link.membership)
  return { kind: link.kind, login: link.login, county, accountExists: existing !== undefined }
}
