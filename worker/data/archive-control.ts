import { getTableColumns, type SQL, sql } from 'drizzle-orm'
import { county, due, membership } from '../../schema/tables/control.ts'
import type { CountyId } from '../../schema/tables/keys.ts'
import { type ControlDb, insertInto, rowsAs, rowsOf } from './control-db.ts'
import { chunks, listed } from './row-values.ts'
import type { Statement } from './statement.ts'

export type ArchivedCounty = typeof county.$inferSelect
export type ArchivedMember = typeof membership.$inferSelect
/** What of an account leaves with a county, where it does: never sessions, second factors or the platform's rights. */
export type ArchivedAccount = {
  id: string
  login: string
  name: string
  password: string
  createdAt: string
  disabledAt: string | null
}

/** A county's members, by id, a page at a time. */
export async function membersAfter(
  control: ControlDb,
  id: CountyId,
  after: string,
  limit: number,
): Promise<ArchivedMember[]> {
  const [rows] = await control.run(
    rowsOf(
      membership,
      sql`select * from ${membership} where county = ${id} and id > ${after} order by id limit ${limit}`,
    ),
  )
  return rows
}

/** The accounts of a county's members, by id, a page at a time. */
export async function accountsAfter(
  control: ControlDb,
  id: CountyId,
  after: string,
  limit: number,
): Promise<ArchivedAccount[]> {
  const [rows] = await control.run(
    rowsAs(
      sql`select distinct a.id, a.login, a.name, a.password, a.createdAt, a.disabledAt from account a
        join ${membership} m on m.account = a.id and m.county = ${id}
        where a.id > ${after} order by a.id limit ${limit}`,
      (raw) => raw as unknown as ArchivedAccount,
    ),
  )
  return rows
}

/** Brings accounts along; one with an id or a login that is there already stays as it is. */
export function keepAccounts(rows: readonly ArchivedAccount[]): Statement<unknown>[] {
  const names = ['id', 'login', 'name', 'password', 'createdAt', 'disabledAt']
  return chunks(rows).map((json) => ({
    sql: sql`insert into account (${listed(names)}, platform)
      select ${sql.join(names.map(field), sql`, `)}, 0 from json_each(${json}) where true on conflict do nothing`,
    decode: (raw) => raw,
  }))
}

/** The county, visible from now on; its clock looks at it at once. On trial where its code is approved for another. */
export function showCounty(row: ArchivedCounty, now: number): Statement<unknown>[] {
  const approve =
    row.status === 'approved'
      ? [
          rowsOf(
            county,
            sql`update ${county} set status = 'approved' where id = ${row.id} and not exists
              (select 1 from ${county} o where o.code = ${row.code} and o.status = 'approved') returning *`,
          ),
        ]
      : []
  return [
    insertInto(county, { ...row, status: 'trial' }),
    ...approve,
    insertInto(due, { county: row.id, at: now, version: 0 }),
  ]
}

/**
 * The members of a county that comes in. Each keeps its account where the one of that id has the same login; else it
 * waits for a new one-time link, so that nobody's account is handed to a namesake.
 */
export function keepMembers(id: CountyId, rows: readonly ArchivedMember[]): Statement<unknown>[] {
  const names = Object.keys(getTableColumns(membership)).filter((name) => name !== 'county')
  const own = sql`(select a.id from account a where a.id = ${field('account')} and a.login = ${field('login')})`
  const fields = names.map((name) => (name === 'account' ? own : field(name)))
  return chunks(rows).map((json) => ({
    sql: sql`insert into ${membership} (county, ${listed(names)})
      select ${id}, ${sql.join(fields, sql`, `)} from json_each(${json}) where true`,
    decode: (raw) => raw,
  }))
}

/** Who administers a county and waits for a one-time link. */
export async function officeWithoutAccount(control: ControlDb, id: CountyId): Promise<ArchivedMember[]> {
  const [rows] = await control.run(
    rowsOf(
      membership,
      sql`select * from ${membership} where county = ${id} and role = 'county_admin' and account is null
        and disabledAt is null order by id`,
    ),
  )
  return rows
}

function field(name: string): SQL {
  return sql`json_extract(value, ${`$.${name}`})`
}
