import { and, eq, getTableColumns, lt, type SQL, sql } from 'drizzle-orm'
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core'
import type { IssueSource, IssueState } from '../../schema/api/issues.ts'
import { area, issue, issueAssisting, unit } from '../../schema/tables/county.ts'
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
 * and settled apart; a list is merged from as few such runs as it takes, each read only as far as the page goes.
 */
export function selectIssueList(
  db: CountyDb,
  filter: IssueFilter,
  limit: number,
  before = Number.MAX_SAFE_INTEGER,
): Statement<IssueRow> {
  const older = lt(issue.no, before)
  const runs = runsOf(filter).map((run) => db.select(issue, and(older, run) ?? older).sql)
  const { worker, ...rest } = filter
  const assisted = worker === undefined ? [] : [assistedBy(db, worker, rest, before)]
  return {
    sql: sql`${sql.join([...runs, ...assisted], sql` union all `)} order by no desc limit ${limit}`,
    decode: (raw) => decodeRow(issue, raw) as IssueRow,
  }
}

/** A row of a list with the names of its area and its lead. */
export type NamedIssueRow = IssueRow & { areaName: string | null; leadName: string | null }

/** The same with names, each found by its key: a row read for each that is shown, and no round trip. */
export function selectNamedIssues(db: CountyDb, list: Statement<IssueRow>): Statement<NamedIssueRow> {
  const name = (table: typeof area | typeof unit, id: SQL) =>
    sql`(select name from ${table} where ${table.county} = ${db.county} and ${table.id} = ${id})`
  const lead = sql`page.lead`
  return {
    sql: sql`select page.*, ${name(area, sql`page.area`)} as areaName,
        coalesce(${name(unit, lead)}, ${name(area, lead)}) as leadName
      from (${list.sql}) as page order by page.no desc`,
    decode: ({ areaName, leadName, ...raw }) => ({
      ...list.decode(raw),
      areaName: areaName === null ? null : String(areaName),
      leadName: leadName === null ? null : String(leadName),
    }),
  }
}

/** Disjoint conditions which together are the filter, each found in order by one index. */
function runsOf(filter: IssueFilter): SQL[] {
  const anchor = anchorOf(filter)
  const { area } = filter
  const others = restOf(filter, anchor.columns)
  const places: { place: SQL; states: Anchor['states'] }[] =
    area === undefined
      ? [{ place: sql`true`, states: anchor.states }]
      : [
          { place: eq(issue.village, area), states: 'open' },
          // The very words of the index of what lies in no village, or in a part of one.
          { place: sql`${issue.area} = ${area} and village is not area`, states: 'none' },
        ]
  return places.flatMap(({ place, states }) =>
    statusesOf(filter, { ...anchor, states }).map((status) =>
      sql.join([place, status, anchor.condition, others], sql` and `),
    ),
  )
}

/** The part of each run that is about states, as the index in use knows them. */
function statusesOf({ area, settled, state, overdue }: IssueFilter, { columns, states }: Anchor): SQL[] {
  if (state !== undefined) {
    if (states === 'all') return [sql`${issue.state} = ${state}`]
    if (states === 'open' && !isSettled(state)) return [sql`settled = 0 and ${issue.state} = ${state}`]
    return [sql`${eq(issue.settled, isSettled(state))} and +${issue.state} = ${state}`]
  }
  // The index of what is overdue knows nothing else.
  if (overdue) return [area === undefined ? sql`true` : eq(issue.settled, false)]
  if (settled !== undefined) return [eq(issue.settled, settled)]
  const apart = columns.length > 0 || area !== undefined
  return apart ? [eq(issue.settled, false), eq(issue.settled, true)] : [sql`true`]
}

/** `states`: of which states' issues there is an index for this thing. */
type Anchor = { columns: SQLiteColumn[]; condition: SQL; states: 'all' | 'open' | 'none' }

/** What the index in use is about: the thing with the fewest issues that the filter names. */
function anchorOf({ worker, area, lead, township, category, source, overdue }: IssueFilter): Anchor {
  const led = worker ?? lead
  const by = (column: SQLiteColumn, value: string, states: Anchor['states']): Anchor => ({
    columns: [column],
    condition: sql`${column} = ${value}`,
    states,
  })
  if (area !== undefined) return { columns: [], condition: sql`true`, states: 'open' }
  // A unit leads thousands of issues, a village hundreds; of one kind in one township there are fewer still.
  const ofKindThere = township !== undefined && category !== undefined && !overdue
  if (led !== undefined && (worker !== undefined || !ofKindThere)) return by(issue.lead, led, 'all')
  if (ofKindThere) {
    const both = sql`${issue.township} = ${township} and ${issue.category} = ${category}`
    return { columns: [issue.township, issue.category], condition: both, states: 'none' }
  }
  if (overdue && township !== undefined) return by(issue.township, township, 'all')
  if (category !== undefined) return by(issue.category, category, 'open')
  if (township !== undefined) return by(issue.township, township, 'all')
  // What is overdue of a source is looked for among all that is overdue, which is little.
  if (source !== undefined && !overdue) return by(issue.source, source, 'open')
  return { columns: [], condition: sql`true`, states: 'all' }
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
  // In the very words of the index of what is overdue, so that it is known to hold it all.
  const late = overdue
    ? [
        sql`${issue.overdueAt} is not null and ${issue.state} not in ('rectified', 'closed', 'rejected', 'duplicate')`,
      ]
    : []
  const words =
    q === undefined
      ? []
      : [sql`(instr(${issue.text}, ${q}) > 0 or instr(coalesce(${issue.location}, ''), ${q}) > 0)`]
  return sql.join([...equal, ...late, ...words, sql`true`], sql` and `)
}

/** Those that a unit or area assists with: from the index of who assists, in the order of their numbers. */
function assistedBy(db: CountyDb, worker: string, filter: Omit<IssueFilter, 'worker'>, before: number): SQL {
  const { state, area } = filter
  const settled = filter.overdue ? false : filter.settled
  const conditions = [
    restOf(filter, []),
    ...(state === undefined ? [] : [sql`+${issue.state} = ${state}`]),
    ...(settled === undefined ? [] : [sql`+${issue.settled} = ${settled ? 1 : 0}`]),
    ...(area === undefined ? [] : [sql`(+${issue.village} = ${area} or +${issue.area} = ${area})`]),
  ]
  const names = Object.keys(getTableColumns(issue)).filter((name) => name !== 'county')
  const columns = names.map((name) =>
    name === 'no' ? sql`${issueAssisting.no} as no` : sql`${issue}.${sql.identifier(name)}`,
  )
  return sql`select ${sql.join(columns, sql`, `)} from ${issueAssisting}
    cross join ${issue} on ${issue.county} = ${db.county} and ${issue.id} = ${issueAssisting.issue}
    where ${issueAssisting.county} = ${db.county} and ${issueAssisting.party} = ${worker}
      and ${issueAssisting.no} < ${before} and ${sql.join(conditions, sql` and `)}`
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
