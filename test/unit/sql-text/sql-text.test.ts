import { and, desc, eq, gt, inArray, isNull, or, Param, type SQL, sql } from 'drizzle-orm'
import { SQLiteAsyncDialect } from 'drizzle-orm/sqlite-core'
import { describe, expect, test } from 'vitest'
import { issue, round, snapshot } from '../../../schema/tables/county.ts'
import type { CountyId } from '../../../schema/tables/keys.ts'
import { CountyDb } from '../../../worker/data/county-db.ts'
import type { D1 } from '../../../worker/data/d1.ts'
import { type IssueFilter, selectIssueList, selectNamedIssues } from '../../../worker/data/issue-lists.ts'
import { sqlText } from '../../../worker/data/sql-text.ts'

describe('a statement is written as drizzle writes it', () => {
  const inner = sql`select ${round.id} from ${round} where ${round.no} > ${3}`
  const pieces: Record<string, SQL | undefined> = {
    'text alone': sql`select 1`,
    nothing: sql.empty(),
    'values of every kind': sql`values (${1}, ${'a "b" ?'}, ${null}, ${undefined}, ${true}, ${1.5})`,
    bytes: sql`values (${new Uint8Array([1, 2])})`,
    'tables and columns': sql`select ${issue.no}, ${round.policy} from ${issue}, ${round}`,
    'names with quotes': sql`select ${sql.identifier('a "quoted" name')}`,
    'a list': sql`x in ${['a', 'b', sql`c`]}`,
    'a statement within another': sql`select * from (${inner}) where id in (${inner})`,
    conditions: and(eq(issue.settled, true), or(isNull(issue.overdueAt), gt(issue.no, 7)), undefined),
    'a list of values of a column': inArray(issue.state, ['open', 'closed'] as never[]),
    'a value that the column encodes': eq(round.policy, { sources: [] } as never),
    'an encoder that gives a statement': sql`${new Param('x', { mapToDriverValue: (text) => sql`lower(${text})` })}`,
    'values within the text': sql`select ${'it’s'}, ${5}, ${round.id}`.inlineParams(),
    'a name of its own': sql`select ${sql`count(*)`.as('n')}`,
    'a column twice': sql`${round.id} = ${round.id} order by ${desc(round.no)}`,
  }
  test.for(Object.entries(pieces))('%s', ([, statement]) => same(statement ?? sql.empty()))

  test('and a second time, when names are known', () => {
    for (const statement of Object.values(pieces)) same(statement ?? sql.empty())
  })
})

describe('what the kernel asks is asked in drizzle’s words', () => {
  const county = '01900000-0000-7000-8000-000000000001' as CountyId

  test('reads and writes', () => {
    const db = new CountyDb(deaf, county)
    const visible = eq(snapshot.visibility, 'public')
    same(db.select(snapshot, visible, { orderBy: [snapshot.board, snapshot.round], limit: 5 }).sql)
    same(db.select(snapshot, visible, { pick: ['sha256', 'board'] }).sql)
    same(db.counted(issue, and(eq(issue.settled, false), isNull(issue.overdueAt))).sql)
    same(db.update(snapshot, { shows: 'ranks', body: sql`upper(body)` }, visible, []).sql)
    same(db.remove(snapshot, visible).sql)
    same(db.demand(db.exists(round, eq(round.state, 'open'))).sql)
    for (const { sql: insert } of db.insertAll(snapshot, [{ board: 'a' }, { board: 'b' }] as never))
      same(insert)
  })

  const filters: IssueFilter[] = [
    {},
    { settled: false },
    { worker: 'w', overdue: true },
    { area: 'a', q: '%' },
  ]
  test.for(filters)('the ledger narrowed to %j', (filter) => {
    const db = new CountyDb(deaf, county)
    same(selectNamedIssues(db, selectIssueList(db, filter, 26, 90)).sql)
  })
})

const deaf = {} as D1
const dialect = new SQLiteAsyncDialect()

function same(statement: SQL): void {
  const { sql: text, params: values } = dialect.sqlToQuery(statement)
  expect(sqlText(statement)).toEqual({ text, values })
}
