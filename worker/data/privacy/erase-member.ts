import { sql } from 'drizzle-orm'
import {
  account,
  activation,
  controlReceipt,
  membership,
  recoveryCode,
  secondFactor,
  session,
  signInFailure,
  token,
} from '../../../schema/tables/control.ts'
import type { CountyId } from '../../../schema/tables/keys.ts'
import { type ControlDb, rowsAs, rowsOf } from '../control-db.ts'
import type { MembershipRow } from '../members.ts'
import type { Statement } from '../statement.ts'

/**
 * Erases a member in CONTROL: name and login of the membership, one-time links, tokens it made; and the account with
 * its sessions where no other county has it and it does not run the platform. Again it changes nothing.
 */
export function eraseMembership(
  county: CountyId,
  { id, account: owner, login }: MembershipRow,
  now: string,
): Statement<unknown>[] {
  const alone = sql`account.id = ${owner} and platform = 0
    and not exists (select 1 from ${membership} m where m.account = ${owner})`
  const gone = sql`(select account.id from ${account} where ${alone})`
  return [
    rowsOf(
      membership,
      sql`update ${membership} set name = '', login = 'erased:' || id, account = null,
          disabledAt = coalesce(disabledAt, ${now}), erasedAt = ${now}
        where county = ${county} and id = ${id} and erasedAt is null returning *`,
    ),
    rowsOf(
      token,
      sql`update ${token} set revokedAt = ${now}
        where county = ${county} and createdBy = ${id} and revokedAt is null returning *`,
    ),
    nothingBack(sql`delete from ${activation} where membership = ${id} or account = ${gone}`),
    nothingBack(sql`delete from ${session} where account = ${gone}`),
    nothingBack(sql`delete from ${secondFactor} where account = ${gone}`),
    nothingBack(sql`delete from ${recoveryCode} where account = ${gone}`),
    nothingBack(sql`delete from ${signInFailure} where key = ${`login:${login}`} and ${gone} is not null`),
    nothingBack(
      sql`delete from ${controlReceipt} where ${gone} is not null and instr(answer, ${JSON.stringify(login)}) > 0`,
    ),
    // Last: what stands before asks whether the account is still there.
    rowsOf(
      account,
      sql`update ${account} set name = '', login = 'erased:' || id, password = 'erased', disabledAt = coalesce(disabledAt, ${now})
        where ${alone} returning *`,
    ),
  ]
}

/** Members of a county by name, those still there: several where they are namesakes. */
export async function membersNamed(control: ControlDb, county: CountyId, name: string) {
  const [rows] = await control.run(
    rowsAs(
      sql`select id, name, login from ${membership} where county = ${county} and name = ${name} order by id limit 50`,
      (raw) => ({ id: String(raw.id), name: String(raw.name), login: String(raw.login) }),
    ),
  )
  return rows
}

/** The account a membership belongs to, as an export gives it, and its sessions. */
export function selectAccountOf(id: string): Statement<{ login: string; name: string; createdAt: string }> {
  return rowsAs(sql`select login, name, createdAt from ${account} where id = ${id}`, (raw) => ({
    login: String(raw.login),
    name: String(raw.name),
    createdAt: String(raw.createdAt),
  }))
}
export function selectSessionsOf(
  id: string,
): Statement<{ createdAt: string; expiresAt: string; revokedAt: string | null }> {
  return rowsAs(
    sql`select createdAt, expiresAt, revokedAt from ${session} where account = ${id} order by createdAt desc limit 200`,
    (raw) => ({
      createdAt: String(raw.createdAt),
      expiresAt: String(raw.expiresAt),
      revokedAt: raw.revokedAt === null ? null : String(raw.revokedAt),
    }),
  )
}

function nothingBack(query: ReturnType<typeof sql>): Statement<null> {
  return rowsAs(query, () => null)
}
