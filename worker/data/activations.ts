import { type SQL, sql } from 'drizzle-orm'
import { account, activation, county, membership } from '../../schema/tables/control.ts'
import { type ControlDb, insertInto, rowsAs, rowsOf } from './control-db.ts'
import type { Statement } from './statement.ts'

export type ActivationRow = typeof activation.$inferSelect

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

function live(hash: string, now: string): SQL {
  return sql`token = ${hash} and usedAt is null and expiresAt > ${now}`
}
