import { type SQL, sql } from 'drizzle-orm'
import type { Scope } from '../../schema/api/access.ts'
import { account, activation, county, membership, token } from '../../schema/tables/control.ts'
import type { CountyId } from '../../schema/tables/keys.ts'
import { type ControlDb, insertInto, rowsAs, rowsOf } from './control-db.ts'
import type { Statement } from './statement.ts'

export type MembershipRow = typeof membership.$inferSelect
export type ActivationRow = typeof activation.$inferSelect
export type TokenRow = typeof token.$inferSelect

/** A county's members by name, keyset-paged after `after` (an id). */
export async function listMembers(
  control: ControlDb,
  countyId: CountyId,
  limit: number,
  after = '',
): Promise<MembershipRow[]> {
  const [rows] = await control.run(
    rowsOf(
      membership,
      sql`select * from ${membership} where county = ${countyId} and id > ${after} and erasedAt is null order by id limit ${limit}`,
    ),
  )
  return rows
}

export async function findMembership(
  control: ControlDb,
  countyId: CountyId,
  id: string,
): Promise<MembershipRow | undefined> {
  return control.first(
    rowsOf(membership, sql`select * from ${membership} where county = ${countyId} and id = ${id}`),
  )
}

/** Name of the county that a membership is in. */
export async function countyNameOf(control: ControlDb, membershipId: string): Promise<string | null> {
  const found = await control.first(
    rowsAs(
      sql`select c.name from ${membership} m join ${county} c on c.id = m.county where m.id = ${membershipId}`,
      (raw) => String(raw.name),
    ),
  )
  return found ?? null
}

export function addMembership(row: typeof membership.$inferInsert): Statement<MembershipRow> {
  return insertInto(membership, row)
}

export function setDisabled(
  countyId: CountyId,
  id: string,
  disabledAt: string | null,
): Statement<MembershipRow> {
  return rowsOf(
    membership,
    sql`update ${membership} set disabledAt = ${disabledAt} where county = ${countyId} and id = ${id} returning *`,
  )
}

/** Gives a member another role and scope. */
export function setRole(
  countyId: CountyId,
  id: string,
  { role, scope }: { role: MembershipRow['role']; scope: Scope },
): Statement<MembershipRow> {
  return rowsOf(
    membership,
    sql`update ${membership} set role = ${role}, scopeKind = ${scope.kind}, scope = ${scope.id}, township = ${scope.township}
      where county = ${countyId} and id = ${id} returning *`,
  )
}

/** Which of these logins are members of the county already. */
export async function loginsTaken(
  control: ControlDb,
  countyId: CountyId,
  logins: readonly string[],
): Promise<string[]> {
  const [rows] = await control.run(
    rowsAs(
      sql`select login from ${membership} where county = ${countyId} and login in (select value from json_each(${JSON.stringify(logins)}))`,
      (raw) => String(raw.login),
    ),
  )
  return rows
}

/** Where an account is a member, with the shard that the county's tables are in. */
export async function placesOf(
  control: ControlDb,
  accountId: string,
): Promise<{ county: CountyId; shard: number; membership: string }[]> {
  const [rows] = await control.run(
    rowsAs(
      sql`select m.id, m.county, c.shard from ${membership} m join ${county} c on c.id = m.county
        where m.account = ${accountId} order by m.id`,
      (raw) => ({
        county: String(raw.county) as CountyId,
        shard: Number(raw.shard),
        membership: String(raw.id),
      }),
    ),
  )
  return rows
}

/** How many counties an account is a member of. */
export async function countiesOf(control: ControlDb, accountId: string): Promise<CountyId[]> {
  const [rows] = await control.run(
    rowsAs(
      sql`select distinct county from ${membership} where account = ${accountId}`,
      (raw) => String(raw.county) as CountyId,
    ),
  )
  return rows
}

export type MembershipOfAccount = {
  id: string
  role: MembershipRow['role']
  scopeKind: MembershipRow['scopeKind']
  scope: string | null
  township: string | null
  county: { id: string; code: string; name: string; status: 'trial' | 'approved'; suspended: boolean }
  /** Whether the county wants a second factor of its administrators. */
  secondFactorWanted: boolean
}

export async function membershipsOf(control: ControlDb, accountId: string): Promise<MembershipOfAccount[]> {
  const [rows] = await control.run(
    rowsAs(
      sql`select m.id, m.role, m.scopeKind, m.scope, m.township, c.id as countyId, c.code, c.name as countyName, c.status, c.suspendedAt, c.secondFactorSince
        from ${membership} m join ${county} c on c.id = m.county
        where m.account = ${accountId} and m.disabledAt is null order by c.createdAt`,
      (raw): MembershipOfAccount => ({
        id: String(raw.id),
        role: raw.role as MembershipRow['role'],
        scopeKind: raw.scopeKind as MembershipRow['scopeKind'],
        scope: raw.scope as string | null,
        township: raw.township as string | null,
        county: {
          id: String(raw.countyId),
          code: String(raw.code),
          name: String(raw.countyName),
          status: raw.status === 'approved' ? 'approved' : 'trial',
          suspended: raw.suspendedAt !== null,
        },
        secondFactorWanted: raw.secondFactorSince !== null,
      }),
    ),
  )
  return rows
}

/** `when` is a precondition: no row comes back where it does not hold. */
export function addActivation(row: typeof activation.$inferInsert, when?: SQL): Statement<ActivationRow> {
  return insertInto(activation, row, when)
}

/** Kills the invitations given out before for the same membership: only the newest works. */
export function voidInvitations(membershipId: string, now: string): Statement<unknown> {
  return rowsOf(
    activation,
    sql`update ${activation} set usedAt = ${now}
      where kind = 'invitation' and membership = ${membershipId} and usedAt is null returning *`,
  )
}

/** A link still good at `now`, by the hash of its token. */
export async function findActivation(
  control: ControlDb,
  hash: string,
  now: string,
): Promise<ActivationRow | undefined> {
  return control.first(rowsOf(activation, sql`select * from ${activation} where ${live(hash, now)}`))
}

/** Kills the reset links of an account that are still about: its password has changed, or another county trusts it. */
export function voidResets(accountId: string, now: string, when: SQL = sql`true`): Statement<unknown> {
  return rowsOf(
    activation,
    sql`update ${activation} set usedAt = ${now}
      where kind = 'reset' and account = ${accountId} and usedAt is null and ${when} returning *`,
  )
}

/**
 * Everything that using a link does, each statement guarded by the link still being good; the link dies last. Reset
 * links given out before die with it: a county that could once reset an account may not any more.
 */
export function spendActivation(
  link: ActivationRow,
  effect: { newAccount?: typeof account.$inferInsert; password?: string; account: string },
  now: string,
): Statement<unknown>[] {
  const good = sql`exists (select 1 from ${activation} where ${live(link.token, now)})`
  return [
    ...(effect.newAccount ? [insertInto(account, effect.newAccount, good)] : []),
    ...(effect.password === undefined
      ? []
      : [
          rowsOf(
            account,
            sql`update ${account} set password = ${effect.password} where id = ${effect.account} and ${good} returning *`,
          ),
          rowsAs(
            sql`update session set revokedAt = ${now} where account = ${effect.account} and revokedAt is null and ${good}`,
            () => null,
          ),
        ]),
    ...(link.kind === 'platform'
      ? [
          rowsOf(
            account,
            sql`update ${account} set platform = 1 where id = ${effect.account} and ${good} returning *`,
          ),
        ]
      : []),
    ...(link.membership === null
      ? []
      : [
          rowsOf(
            membership,
            sql`update ${membership} set account = ${effect.account} where id = ${link.membership} and account is null and ${good} returning *`,
          ),
        ]),
    voidResets(effect.account, now, sql`token <> ${link.token} and ${good}`),
    rowsOf(
      activation,
      sql`update ${activation} set usedAt = ${now} where ${live(link.token, now)} returning *`,
    ),
  ]
}

export async function listTokens(control: ControlDb, countyId: CountyId): Promise<TokenRow[]> {
  const [rows] = await control.run(
    rowsOf(token, sql`select * from ${token} where county = ${countyId} order by id desc limit 500`),
  )
  return rows
}

export async function findToken(
  control: ControlDb,
  countyId: CountyId,
  id: string,
): Promise<TokenRow | undefined> {
  return control.first(rowsOf(token, sql`select * from ${token} where county = ${countyId} and id = ${id}`))
}

export function addToken(row: typeof token.$inferInsert): Statement<TokenRow> {
  return insertInto(token, row)
}

export function revokeToken(countyId: CountyId, id: string, now: string): Statement<TokenRow> {
  return rowsOf(
    token,
    sql`update ${token} set revokedAt = coalesce(revokedAt, ${now}) where county = ${countyId} and id = ${id} returning *`,
  )
}

function live(hash: string, now: string): SQL {
  return sql`token = ${hash} and usedAt is null and expiresAt > ${now}`
}
