import type { Me } from '../../../schema/api/identity.ts'
import type { SessionRow } from '../../data/callers.ts'
import type { ControlDb } from '../../data/control-db.ts'
import { membershipsOf } from '../../data/members.ts'
import { Problem } from '../../problems/problem.ts'

/** The signed-in account and the counties it works in, oldest first. Errors: signed_out. */
export async function me(control: ControlDb, session: SessionRow | undefined): Promise<Me> {
  if (!session) throw new Problem('signed_out')
  const { id, login, name, platform } = session.account
  const memberships = await membershipsOf(control, id)
  return {
    account: { id, login, name, platform },
    memberships: memberships.map(({ id: member, county, role, scopeKind, scope, township }) => ({
      id: member,
      county,
      role,
      scope: { kind: scopeKind, id: scope, township },
    })),
  }
}
