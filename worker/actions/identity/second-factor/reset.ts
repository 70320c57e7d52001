import { CountyDb } from '../../../data/county-db.ts'
import { findMembership, placesOf } from '../../../data/members.ts'
import { answersFor, removeFactor, removeFactorWithin } from '../../../data/second-factors.ts'
import { findAccount, revokeSessionsOf } from '../../../data/sessions.ts'
import { shardOf } from '../../../data/shards.ts'
import { Problem } from '../../../problems/problem.ts'
import { record } from '../../audit.ts'
import type { CountyContext, PlatformContext } from '../../context.ts'

/**
 * For a lost phone: another administrator takes away the second factor of a member whose account works in this county
 * alone, and its sessions end. Errors: not_found, own_access, reset_refused (it works elsewhere too, or runs the platform).
 */
export async function resetMemberFactor(context: CountyContext, id: string): Promise<void> {
  const { control, county, db, member: self, now } = context
  if (id === self.id) throw new Problem('own_access')
  const member = await findMembership(control, county.id, id)
  if (!member) throw new Problem('not_found')
  if (member.account === null) throw new Problem('reset_refused')
  if (!(await answersFor(control, county.id, member.account))) throw new Problem('reset_refused')
  await db.write(record(context, 'member.reset_second_factor', id))
  await control.run(...removeFactorWithin(county.id, member.account))
  await control.run(revokeSessionsOf(member.account, now.toISOString()))
}

/**
 * The same by the platform, for an account that works in several counties or runs the platform itself; written down in
 * each of its counties. Errors: not_found, own_access.
 */
export async function resetAccountFactor(
  { control, env, now }: PlatformContext,
  login: string,
  by: string,
): Promise<void> {
  const account = await findAccount(control, login)
  if (!account) throw new Problem('not_found')
  if (account.id === by) throw new Problem('own_access')
  for (const { county, shard, membership } of await placesOf(control, account.id)) {
    const db = new CountyDb(shardOf(env, shard), county, control.cost)
    await db.write(record({ db, now, member: { id: by } }, 'member.reset_second_factor', membership))
  }
  await control.run(...removeFactor(account.id), revokeSessionsOf(account.id, now.toISOString()))
}
