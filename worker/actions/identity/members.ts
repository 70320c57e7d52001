import { eq, type SQL } from 'drizzle-orm'
import type { Role, Scope, ScopeKind } from '../../../schema/api/access.ts'
import type { Member, MemberChange, NewMember } from '../../../schema/api/identity.ts'
import { area, unit } from '../../../schema/tables/county.ts'
import { addActivation, voidInvitations, voidResets } from '../../data/activations.ts'
import type { CountyDb } from '../../data/county-db.ts'
import {
  addMembership,
  countiesOf,
  findMembership,
  type MembershipRow,
  setDisabled,
  setRole,
} from '../../data/members.ts'
import { newId } from '../../data/new-id.ts'
import { newSecret } from '../../data/new-secret.ts'
import { answersFor, ownOf } from '../../data/second-factors.ts'
import { revokeSessionsOf } from '../../data/sessions.ts'
import { sha256 } from '../../data/sha256.ts'
import { scopesOfRole } from '../../domain/access/scopes.ts'
import { Problem } from '../../problems/problem.ts'
import { record } from '../audit.ts'
import type { CountyContext } from '../context.ts'

const linkDays = 7

/**
 * Invites somebody into the county by a one-time link, shown once. Errors: scope_unfit, not_found (scope),
 * member_exists.
 */
export async function inviteMember(context: CountyContext, wanted: NewMember) {
  const { control, county, now } = context
  const scope = await resolveScope(context.db, wanted.role, wanted.scope)
  const row = {
    id: wanted.id ?? newId(now.getTime()),
    county: county.id,
    login: wanted.login,
    name: wanted.name,
    role: wanted.role,
    scopeKind: scope.kind,
    scope: scope.id,
    township: scope.township,
    createdAt: now.toISOString(),
  }
  const link = await makeLink(context, 'invitation', { membership: row.id, login: row.login, name: row.name })
  await context.db.write(record(context, 'member.invite', row.id, { role: row.role, scope: scope.id }))
  await control.run(addMembership(row), link.statement).catch((error: unknown) => {
    const message = error instanceof Error ? error.message : ''
    if (message.includes('membership.county, membership.login'))
      throw new Problem('member_exists', { login: row.login })
    if (message.includes('membership.id')) throw new Problem('id_taken')
    throw error
  })
  return { member: memberOf({ ...row, account: null, disabledAt: null }), activation: link.shown }
}

/** A reset link for a member whose account is in this county alone; the account's sessions end when it is used. */
export async function resetMember(context: CountyContext, id: string) {
  const { control, county, now } = context
  const member = await findMembership(control, county.id, id)
  if (!member) throw new Problem('not_found')
  if (member.account === null) {
    const again = await makeLink(context, 'invitation', {
      membership: member.id,
      login: member.login,
      name: member.name,
    })
    await context.db.write(record(context, 'member.invite', member.id))
    await control.run(voidInvitations(member.id, now.toISOString()), again.statement)
    return { member: memberOf(member), activation: again.shown }
  }
  if (!(await answersFor(control, county.id, member.account))) throw new Problem('reset_refused')
  const { login, name } = member
  const link = await makeLink(
    context,
    'reset',
    { account: member.account, login, name },
    ownOf(county.id, member.account),
  )
  await context.db.write(record(context, 'member.reset', member.id))
  const [, made] = await control.run(voidResets(member.account, now.toISOString()), link.statement)
  if (made.length === 0) throw new Problem('reset_refused')
  return { member: memberOf(member), activation: link.shown }
}

/**
 * Disables or restores a member, or gives it another role and scope, which count from its next request on; a disabled
 * one's sessions end if this was its only county. Errors: own_access, not_found (member, scope), scope_unfit, invalid.
 */
export async function changeMember(
  context: CountyContext,
  id: string,
  { disabled, role, scope }: MemberChange,
): Promise<Member> {
  const { control, county, now, member: self } = context
  if (id === self.id) throw new Problem('own_access')
  const at = now.toISOString()
  const before = await findMembership(control, county.id, id)
  if (!before) throw new Problem('not_found')
  if (disabled === undefined && role === undefined && scope === undefined) return memberOf(before)
  const reach =
    role === undefined && scope === undefined
      ? undefined
      : await resolveScope(
          context.db,
          role ?? before.role,
          (scope === undefined ? before.scope : scope) ?? undefined,
        )
  const [audited, ...changes] = [
    ...(reach ? [record(context, 'member.change', id, { role: role ?? before.role, scope: reach.id })] : []),
    ...(disabled === undefined ? [] : [record(context, disabled ? 'member.disable' : 'member.restore', id)]),
  ]
  if (audited) await context.db.write(audited, ...changes)
  await control.run(
    ...(reach ? [setRole(county.id, id, { role: role ?? before.role, scope: reach })] : []),
    ...(disabled === undefined ? [] : [setDisabled(county.id, id, disabled ? at : null)]),
  )
  const changed = await findMembership(control, county.id, id)
  if (!changed) throw new Problem('not_found')
  if (disabled && changed.account !== null && (await countiesOf(control, changed.account)).length === 1) {
    await control.run(revokeSessionsOf(changed.account, at))
  }
  return memberOf(changed)
}

/** The scope a role may have over an area or unit of this county. Errors: scope_unfit, not_found. */
export async function resolveScope(db: CountyDb, role: Role, id: string | undefined): Promise<Scope> {
  const allowed = scopesOfRole[role]
  if (id === undefined) {
    if (!allowed.includes('county')) throw new Problem('scope_unfit')
    return { kind: 'county', id: null, township: null }
  }
  const [areas, units] = await db.together(db.select(area, eq(area.id, id)), db.select(unit, eq(unit.id, id)))
  const kind: ScopeKind | undefined = units[0] ? 'unit' : scopeKindOf(areas[0]?.level)
  if (!areas[0] && !units[0]) throw new Problem('not_found')
  if (!kind || !allowed.includes(kind)) throw new Problem('scope_unfit')
  return { kind, id, township: areas[0] ? await townshipOf(db, areas[0]) : null }
}

export function memberOf(row: Omit<MembershipRow, 'erasedAt'>): Member {
  return {
    id: row.id,
    name: row.name,
    login: row.login,
    role: row.role,
    scope: { kind: row.scopeKind, id: row.scope, township: row.township },
    state: row.disabledAt !== null ? 'disabled' : row.account === null ? 'invited' : 'active',
  }
}

/** The kind of scope that an area of this level makes. */
export function scopeKindOf(level: string | undefined): ScopeKind | undefined {
  return level === 'township' || level === 'village' || level === 'grid' || level === 'county'
    ? level
    : undefined
}

async function townshipOf(
  db: CountyDb,
  from: { id: string; level: string; parent: string | null },
): Promise<string | null> {
  let at: { id: string; level: string; parent: string | null } | undefined = from
  for (let depth = 0; at && depth < 6; depth++) {
    if (at.level === 'township') return at.id
    at = at.parent === null ? undefined : await db.first(area, eq(area.id, at.parent))
  }
  return null
}

/** A one-time link of seven days: what stores it, and what is shown this once. */
export async function makeLink(
  { now, origin }: CountyContext,
  kind: 'invitation' | 'reset',
  whom: { membership?: string; account?: string; login: string; name: string },
  when?: SQL,
) {
  const token = newSecret()
  const expiresAt = new Date(now.getTime() + linkDays * 86_400_000).toISOString()
  const row = { token: await sha256(token), kind, ...whom, createdAt: now.toISOString(), expiresAt }
  const statement = addActivation(row, when)
  return { statement, shown: { url: `${origin}/activate#${token}`, token, expiresAt } }
}
