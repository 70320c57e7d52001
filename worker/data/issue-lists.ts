import { and, eq, lt, type SQL, sql } from 'drizzle-orm'
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core'
import type { IssueSource, IssueState } from '../../schema/api/issues.ts'
import { issue, issueAssisting } from '../../schema/tables/county.ts'
import { isSettled } from '../domain/issues/states.ts'
import type { CountyDb } from './county-db.ts'
import type { IssueRow } from './issues.ts'
import { decodeRow, type Statement } from './statement.ts'

/** What a list of issues is narrowed to. `worker`: those that an area or unit leads or assists with. */
export type IssueFilter = {
  settled?: boolean | undefined
  state?: IssueState | undefined
  category?: string | undefined
  township?: string | undefined
  /** An area with what lies in it, below the township. */
  area?: string | undefined
  lead?: string | undefined
  source?: IssueSource | undefined
  overdue?: boolean | undefined
  q?: string | undefined
  worker?: string | undefined
}

/**
 * Issues by number, the newest first, before the number `before`. Each index holds one thing's issues by number, open
 * and settled apart; a list is made of as few such runs as it takes, each cut at `limit`, and the newest of them kept.
 */
export function selectIssueList(
  db: CountyDb,
  filter: IssueFilter,
  limit: number,
  before = Number.MAX_SAFE_INTEGER,
): Statement<IssueRow> {
  const older = lt(issue.no, before)
  const runs = runsOf(filter).map((run) => {
    const where = and(older, run) ?? older
    return db.select(issue, where, { orderBy: issue.no, descending: true, limit }).sql
  })
  const { worker, ...rest } = filter
  const assisted = worker === undefined ? [] : [assistedBy(db, worker, rest, limit, before)]
  const all = [...runs, ...assisted].map((run) => sql`select * from (${run})`)
  return {
    sql: sql`${sql.join(all, sql` union all `)} order by no desc limit ${limit}`,
    decode: ({ county: _, ...raw }) => decodeRow(issue, raw) as IssueRow,
  }
}

/** Disjoint conditions which together are the filter, each found in order by one index. */
function runsOf(filter: IssueFilter): SQL[] {
  const anchor = anchorOf(filter)
  const { area, settled, state, overdue } = filter
  const others = restOf(filter, anchor.columns)
  const places =
    area === undefined
      ? [sql`true`]
      : [eq(issue.village, area), sql`${issue.area} = ${area} and +${issue.village} is not ${area}`]
  const open = overdue ? false : settled
  const statuses =
    state !== undefined
      ? anchor.byState
        ? [sql`${issue.state} = ${state}`]
        : [sql`${eq(issue.settled, isSettled(state))} and +${issue.state} = ${state}`]
      : open !== undefined
        ? [eq(issue.settled, open)]
        : anchor.columns.length > 0
          ? [eq(issue.settled, false), eq(issue.settled, true)]
          : [sql`true`]
  return places.flatMap((place) =>
    statuses.map((status) => sql.join([place, status, anchor.condition, others], sql` and `)),
  )
}

type Anchor = { columns: SQLiteColumn[]; condition: SQL; byState: boolean }

/** What the index in use is about: the thing with the fewest issues that the filter names. */
function anchorOf({ worker, area, lead, township, category, source, overdue }: IssueFilter): Anchor {
  const led = worker ?? lead
  const equal = (column: SQLiteColumn, value: string) => sql`${column} = ${value}`
  if (area !== undefined) return { columns: [], condition: sql`true`, byState: false }
  if (led !== undefined) {
    return { columns: [issue.lead], condition: equal(issue.lead, led), byState: true }
  }
  if (overdue) {
    const where = township === undefined ? sql`true` : equal(issue.township, township)
    return { columns: township === undefined ? [] : [issue.township], condition: where, byState: false }
  }
  if (township !== undefined && category !== undefined) {
    const both = sql`${equal(issue.township, township)} and ${equal(issue.category, category)}`
    return { columns: [issue.township, issue.category], condition: both, byState: false }
  }
  if (category !== undefined) {
    return { columns: [issue.category], condition: equal(issue.category, category), byState: false }
  }
  if (township !== undefined) {
    return { columns: [issue.township], condition: equal(issue.township, township), byState: true }
  }
  if (source !== undefined) {
    return { columns: [issue.source], condition: equal(issue.source, source), byState: false }
  }
  return { columns: [], condition: sql`true`, byState: true }
}

/** What the index does not know; the plus keeps the planner from another index, which would hold more. */
function restOf(filter: IssueFilter, anchored: readonly SQLiteColumn[]): SQL {
  const { category, township, lead, worker, source, overdue, q } = filter
  const named: [SQLiteColumn, string | undefined][] = [
    [issue.category, category],
    [issue.township, township],
    [issue.lead, lead],
    [issue.source, source],
  ]
  const equal = named.flatMap(([column, value]) =>
    value === undefined || (anchored.includes(column) && !(column === issue.lead && worker !== undefined))
      ? []
      : [sql`+${column} = ${value}`],
  )
  // Rectified, an issue waits for somebody else and is not overdue.
  const late = overdue ? [sql`${issue.overdueAt} is not null and +${issue.state} <> 'rectified'`] : []
  const words =
    q === undefined
      ? []
      : [sql`(instr(${issue.text}, ${q}) > 0 or instr(coalesce(${issue.location}, ''), ${q}) > 0)`]
  return sql.join([...equal, ...late, ...words, sql`true`], sql` and `)
}

/** Those that a unit or area assists with: from the index of who assists, in the order of their numbers. */
function assistedBy(
  db: CountyDb,
  worker: string,
  filter: Omit<IssueFilter, 'worker'>,
  limit: number,
  before: number,
): SQL {
  const { state, area } = filter
  const open = filter.overdue ? false : filter.settled
  const conditions = [
    restOf(filter, []),
    ...(state === undefined ? [] : [sql`+${issue.state} = ${state}`]),
    ...(open === undefined ? [] : [sql`+${issue.settled} = ${open ? 1 : 0}`]),
    ...(area === undefined ? [] : [sql`(+${issue.village} = ${area} or +${issue.area} = ${area})`]),
  ]
  return sql`select ${issue}.* from ${issueAssisting}
    cross join ${issue} on ${issue.county} = ${db.county} and ${issue.id} = ${issueAssisting.issue}
    where ${issueAssisting.county} = ${db.county} and ${issueAssisting.party} = ${worker}
      and ${issueAssisting.no} < ${before} and ${sql.join(conditions, sql` and `)}
    order by ${issueAssisting.no} desc limit ${limit}`
}

/** Open issues of a category in a township that were raised since an instant, the newest first; at most 200. */
export function selectOpenOfCategory(
  db: CountyDb,
  township: string,
  category: string,
  since: string,
): Statement<IssueRow> {
  const kind = sql`${issue.township} = ${township} and ${issue.category} = ${category}`
  const open = sql`${kind} and ${issue.settled} = 0 and ${issue.receivedAt} >= ${since}`
  return db.select(issue, open, { orderBy: issue.no, descending: true, limit: 200 })
}
