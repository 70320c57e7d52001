import { sql } from 'drizzle-orm'
import type { Scope } from '../../schema/api/access.ts'
import { county, membership, token } from '../../schema/tables/control.ts'
import type { CountyId } from '../../schema/tables/keys.ts'
import { type ControlDb, insertInto, rowsAs, rowsOf } from './control-db.ts'
import type { Statement } from './statement.ts'

export type MembershipRow = typeof membership.$inferSelect
export type TokenRow = typeof token.$inferSelect

/** A county's members by name, keyset-paged after `after` (an id). */
export function selectMembers(countyId: CountyId, limit: number, after = ''): Statement<MembershipRow> {
  return rowsOf(
    membership,
    sql`select * from ${membership} where county = ${countyId} and id > ${after} and erasedAt is null order by id limit ${limit}`,
  )
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
