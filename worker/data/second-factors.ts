import { sql } from 'drizzle-orm'
import { account, membership, recoveryCode, secondFactor } from '../../schema/tables/control.ts'
import type { CountyId } from '../../schema/tables/keys.ts'
import { type ControlDb, insertInto, rowsAs, rowsOf } from './control-db.ts'
import type { Statement } from './statement.ts'

export type SecondFactorRow = typeof secondFactor.$inferSelect

/** A row where the account with this login has confirmed a second factor. */
export function factorOfLogin(login: string): Statement<SecondFactorRow> {
  return rowsOf(
    secondFactor,
    sql`select f.* from ${secondFactor} f join ${account} a on a.id = f.account
      where a.login = ${login} and f.confirmedAt is not null`,
  )
}

export function factorOf(accountId: string): Statement<SecondFactorRow> {
  return rowsOf(secondFactor, sql`select * from ${secondFactor} where account = ${accountId}`)
}

/** Keeps a secret to be confirmed, in place of one that never was; one that is confirmed stays, and no row is back. */
export function startFactor(row: { account: string; secret: string; createdAt: string }) {
  return rowsOf(
    secondFactor,
    sql`insert into ${secondFactor} (account, secret, createdAt) values (${row.account}, ${row.secret}, ${row.createdAt})
      on conflict (account) do update set secret = ${row.secret}, createdAt = ${row.createdAt}
      where confirmedAt is null returning *`,
  )
}

/** Turns a started factor on with the step of its first code; `secret` is the one that was shown. */
export function confirmFactor(accountId: string, secret: string, step: number, now: string) {
  return rowsOf(
    secondFactor,
    sql`update ${secondFactor} set confirmedAt = ${now}, lastStep = ${step}
      where account = ${accountId} and secret = ${secret} and confirmedAt is null returning *`,
  )
}

/** Uses the code of a step, once: a row back means that nobody has used it or a later one before. */
export function spendStep(accountId: string, step: number): Statement<SecondFactorRow> {
  return rowsOf(
    secondFactor,
    sql`update ${secondFactor} set lastStep = ${step}
      where account = ${accountId} and lastStep < ${step} and confirmedAt is not null returning *`,
  )
}

/** Uses a recovery code, once. */
export function spendRecoveryCode(accountId: string, hash: string, now: string): Statement<unknown> {
  return rowsOf(
    recoveryCode,
    sql`update ${recoveryCode} set usedAt = ${now}
      where account = ${accountId} and hash = ${hash} and usedAt is null returning *`,
  )
}

/** New recovery codes in place of all before, where the factor is on. */
export function replaceRecoveryCodes(
  accountId: string,
  salt: string,
  hashes: readonly string[],
): Statement<unknown>[] {
  const on = sql`exists (select 1 from ${secondFactor} where account = ${accountId} and confirmedAt is not null)`
  return [
    rowsOf(recoveryCode, sql`delete from ${recoveryCode} where account = ${accountId} and ${on} returning *`),
    rowsOf(
      secondFactor,
      sql`update ${secondFactor} set recoverySalt = ${salt} where account = ${accountId} and confirmedAt is not null returning *`,
    ),
    ...hashes.map((hash) => insertInto(recoveryCode, { account: accountId, hash }, on)),
  ]
}

/** How many recovery codes an account has left. */
export function recoveryCodesLeft(accountId: string): Statement<number> {
  return rowsAs(
    sql`select count(*) as n from ${recoveryCode} where account = ${accountId} and usedAt is null`,
    (raw) => Number(raw.n),
  )
}

/** Takes a second factor away, with its recovery codes. */
export function removeFactor(accountId: string): Statement<unknown>[] {
  return [
    rowsOf(recoveryCode, sql`delete from ${recoveryCode} where account = ${accountId} returning *`),
    rowsOf(secondFactor, sql`delete from ${secondFactor} where account = ${accountId} returning *`),
  ]
}

/**
 * The same, where the account works in this county alone and does not run the platform: looked at in the statements
 * themselves, so that it holds even if the account joins another county meanwhile.
 */
export function removeFactorWithin(countyId: CountyId, accountId: string): Statement<unknown>[] {
  const own = ownOf(countyId, accountId)
  return [
    rowsOf(
      recoveryCode,
      sql`delete from ${recoveryCode} where account = ${accountId} and ${own} returning *`,
    ),
    rowsOf(
      secondFactor,
      sql`delete from ${secondFactor} where account = ${accountId} and ${own} returning *`,
    ),
  ]
}

/** Whether this county alone answers for an account: it works nowhere else and does not run the platform. */
export async function answersFor(
  control: ControlDb,
  countyId: CountyId,
  accountId: string,
): Promise<boolean> {
  const [found] = await control.run(rowsAs(sql`select 1 where ${ownOf(countyId, accountId)}`, () => true))
  return found.length > 0
}

/** Condition: an account that this county alone answers for. */
export function ownOf(countyId: CountyId, accountId: string) {
  return sql`exists (select 1 from ${membership} m where m.account = ${accountId} and m.county = ${countyId})
    and not exists (select 1 from ${membership} m where m.account = ${accountId} and m.county <> ${countyId})
    and not exists (select 1 from ${account} a where a.id = ${accountId} and a.platform = 1)`
}

/** Which of a county's members have a second factor, by membership id. */
export function selectSecured(countyId: CountyId): Statement<string> {
  return rowsAs(
    sql`select m.id from ${membership} m join ${secondFactor} f on f.account = m.account
      where m.county = ${countyId} and f.confirmedAt is not null`,
    (raw) => String(raw.id),
  )
}
