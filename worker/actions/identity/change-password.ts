import type { PasswordChange } from '../../../schema/api/identity.ts'
import { voidResets } from '../../data/activations.ts'
import { membershipsOf } from '../../data/members.ts'
import { changePassword, revokeSessionsOf } from '../../data/sessions.ts'
import { Problem } from '../../problems/problem.ts'
import type { PlatformContext } from '../context.ts'
import { hashPassword } from './password.ts'
import { refuseWeak } from './password-rules.ts'
import { recognise } from './recognise.ts'
import type { Owner } from './second-factor/enrol.ts'
import { type OpenSession, openSession } from './sign-in.ts'

/**
 * Changes one's own password, which takes the one it has now: every session and reset link ends, and a fresh session
 * opens here. Errors: wrong_password, locked, weak_password, conflict (changed elsewhere at the same moment).
 */
export async function changeOwnPassword(
  context: PlatformContext,
  { account: { id, login }, address }: Owner,
  { current, password }: PasswordChange,
): Promise<OpenSession> {
  const { control, now } = context
  const { account } = await recognise(context, { login, password: current }, address)
  const counties = await membershipsOf(control, id)
  refuseWeak(password, [login, account.name, ...counties.map(({ county }) => county.name)])
  const hash = await hashPassword(password)
  const [[changed]] = await control.run(changePassword(id, account.password, hash))
  if (!changed) throw new Problem('conflict')
  await control.run(revokeSessionsOf(id, now.toISOString()), voidResets(id, now.toISOString()))
  return openSession(context, changed)
}
