import { getTableName, is, type SQL, sql } from 'drizzle-orm'
import { getTableConfig, SQLiteTable } from 'drizzle-orm/sqlite-core'
import * as control from '../../schema/tables/control.ts'
import type { CountyId } from '../../schema/tables/keys.ts'
import { type ControlDb, rowsAs } from './control-db.ts'
import type { Statement } from './statement.ts'

type Reference = { table: string; column: string; to: string }

/** Which CONTROL tables point at which, made from the tables themselves: a new one is not forgotten. */
const references: readonly Reference[] = Object.values(control)
  .filter((each) => is(each, SQLiteTable))
  .flatMap((table) =>
    getTableConfig(table).foreignKeys.flatMap((key) => {
      const { columns, foreignTable } = key.reference()
      return columns.map((column) => ({
        table: getTableName(table),
        column: column.name,
        to: getTableName(foreignTable),
      }))
    }),
  )

/** Tables that keep the county's clock: they go with the county itself, at the very end. */
const untilTheEnd = ['due', 'job_failure', 'membership']

/**
 * Takes everybody's access to a county away: memberships, tokens, links, and the accounts that belong nowhere else,
 * with whatever hangs on them. Nothing where it has been done.
 */
export async function removePeople(db: ControlDb, id: CountyId): Promise<void> {
  const [accounts] = await db.run(
    rowsAs(
      sql`select distinct a.id, a.login from account a join membership m on m.account = a.id and m.county = ${id}
        where a.platform = 0 and not exists (select 1 from membership o where o.account = a.id and o.county <> ${id})`,
      (raw) => ({ id: String(raw.id), login: String(raw.login) }),
    ),
  )
  const ids = JSON.stringify(accounts.map((one) => one.id))
  const logins = JSON.stringify(accounts.map((one) => one.login))
  // Asked again once the memberships are gone: whoever has joined another county meanwhile keeps the account.
  const doomed = sql`select a.id from account a where a.id in (select value from json_each(${ids})) and a.platform = 0
    and not exists (select 1 from membership o where o.account = a.id)`
  await db.run(
    ...pointingAt('membership').map((each) =>
      remove(each, sql`select id from membership where county = ${id}`),
    ),
    ...pointingAt('county')
      .filter(({ table }) => !untilTheEnd.includes(table))
      .map((each) => remove(each, sql`${id}`)),
    nothing(sql`delete from membership where county = ${id}`),
    ...pointingAt('account').map((each) => remove(each, doomed)),
    nothing(sql`delete from sign_in_failure where key in (select 'login:' || value from json_each(${logins}))
      or exists (select 1 from json_each(${ids}) where instr(key, value) > 0)`),
    nothing(sql`delete from account where id in (${doomed})`),
  )
}

/** The last of a county: its clock, its row, the answers that name it. The tombstone alone stays, without the reason. */
export function removeCounty(id: CountyId, erasure: string, at: string): Statement<unknown>[] {
  return [
    ...pointingAt('county').map((each) => remove(each, sql`${id}`)),
    nothing(sql`delete from control_receipt where instr(answer, ${id}) > 0`),
    nothing(sql`delete from county where id = ${id}`),
    nothing(
      sql`update county_erasure set state = 'erased', erasedAt = ${at}, reason = null where id = ${erasure} and state = 'erasing'`,
    ),
    // Requests that came to nothing tell why somebody wanted the county gone.
    nothing(sql`update county_erasure set reason = null where county = ${id}`),
  ]
}

function pointingAt(to: string): Reference[] {
  return references.filter((each) => each.to === to)
}

function remove({ table, column }: Reference, of: SQL): Statement<null> {
  return nothing(sql`delete from ${sql.identifier(table)} where ${sql.identifier(column)} in (${of})`)
}

function nothing(statement: SQL): Statement<null> {
  return { sql: statement, decode: () => null }
}
