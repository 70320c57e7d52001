import type { Me, OwnSession } from '../../../schema/api/identity.ts'
import type { SessionRow } from '../../data/callers.ts'
import type { ControlDb } from '../../data/control-db.ts'
import { membershipsOf } from '../../data/members.ts'
import { sessionsOf } from '../../data/sessions.ts'
import { lacksSecondFactor } from '../../domain/access/second-factor.ts'
import { Problem } from '../../problems/problem.ts'
import { idleDays } from './sign-in.ts'

/** The signed-in account and the counties it works in, oldest first. Errors: signed_out. */
export async function me(control: ControlDb, session: SessionRow | undefined): Promise<Me> {
  if (!session) throw new Problem('signed_out')
  const { id, login, name, platform, secondFactor } = session.account
  const memberships = await membershipsOf(control, id)
  return {
    account: { id, login, name, platform },
    secondFactor,
    memberships: memberships.map(
      ({ id: member, county, role, scopeKind, scope, township, secondFactorWanted }) => ({
        id: member,
        county,
        role,
        scope: { kind: scopeKind, id: scope, township },
        needsSecondFactor: lacksSecondFactor({ role, wanted: secondFactorWanted, on: secondFactor }),
      }),
    ),
  }
}

/** Where an account is signed in: its sessions that are not over, the one used last first. */
export async function ownSessions(
  control: ControlDb,
  { id, account }: SessionRow,
  now: Date,
): Promise<OwnSession[]> {
  const idleFrom = new Date(now.getTime() - idleDays * 86_400_000).toISOString()
  const [rows] = await control.run(sessionsOf(account.id, now.toISOString(), idleFrom))
  return rows.map((row) => ({
    id: row.id,
    startedAt: row.createdAt,
    usedAt: row.rotatedAt,
    endsAt: row.expiresAt,
    here: row.id === id,
  }))
}
