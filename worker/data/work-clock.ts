import { type SQL, sql } from 'drizzle-orm'
import { assignment, issue, issueCategory, issueClosure } from '../../schema/tables/county.ts'
import type { WorkRow } from './assignments.ts'
import type { CountyDb } from './county-db.ts'
import type { CategoryRow } from './issue-categories.ts'
import { decodeRow, type Statement } from './statement.ts'

/** Open work that the clock has something to say about, with what it needs of the issue it came from. */
export type DueWork = Pick<
  WorkRow,
  'id' | 'origin' | 'originId' | 'lead' | 'township' | 'dueOn' | 'dueAt' | 'level' | 'overdueAt'
> & {
  nextAt: number
  /** As much of the text as a notice shows. */
  text: string
  no: number | null
  category: string | null
  village: string | null
  settled: boolean
  /** Whether it had been put off, which ends when its time runs out. */
  deferred: boolean
}

/**
 * Work due by `now`, the longest due first, after the one at `after`: rows of the clock's index alone, however many
 * there are. Promises made in interviews are noted by their own list.
 */
export function selectDueWork(
  db: CountyDb,
  now: number,
  limit: number,
  after: { nextAt: number; id: string },
): Statement<DueWork> {
  return {
    sql: sql`select a.id, a.origin, a.originId, substr(a.text, 1, 200) as text, a.lead, a.township, a.dueOn, a.dueAt,
        a.level, a.overdueAt, a.nextAt, i.no, i.category, i.village, coalesce(i.settled, 0) as settled,
        coalesce(i.state = 'deferred', 0) as deferred
      from ${assignment} a
      left join ${issue} i on a.origin = 'issue' and i.county = a.county and i.id = a.originId
      where a.county = ${db.county} and a.state = 'open' and a.nextAt <= ${now} and a.nextAt >= ${after.nextAt}
        and (a.nextAt, a.id) > (${after.nextAt}, ${after.id}) and +a.origin <> 'consequence'
      order by a.nextAt, a.id limit ${limit}`,
    decode: (raw) => ({
      ...(decodeRow(assignment, raw) as DueWork),
      nextAt: Number(raw.nextAt),
      settled: raw.settled === 1,
      deferred: raw.deferred === 1,
    }),
  }
}

/** The next instant (epoch ms) at which there is open work for the clock. */
export function selectNextWork(db: CountyDb, now: number): Statement<{ at: number }> {
  return {
    sql: sql`select nextAt from ${assignment}
      where county = ${db.county} and state = 'open' and nextAt > ${now} order by nextAt limit 1`,
    decode: (raw) => ({ at: Number(raw.nextAt) }),
  }
}

/** What a strike of the clock leaves behind on the assignment it struck for. */
export type Struck = {
  id: string
  /** As it was read: the strike counts only where it still is. */
  was: number
  nextAt: number | null
  level: number
  overdueAt: string | null
}

/**
 * Moves the clocks of work on that is still open and due as it was read; `allMoved` behind it says whether all was.
 * The county stands in the list as well, and the plus keeps the planner from beginning with all
 * of the county's rows: each row of the list finds its own by the key.
 */
export function moveClocks(db: CountyDb, struck: readonly Struck[]): Statement<unknown> {
  const list = JSON.stringify(struck.map((one) => ({ ...one, county: db.county })))
  return {
    sql: sql`update ${assignment} set nextAt = json_extract(s.value, '$.nextAt'),
        level = json_extract(s.value, '$.level'), overdueAt = json_extract(s.value, '$.overdueAt')
      from json_each(${list}) s where +${assignment.county} = ${db.county}
        and ${assignment.county} = json_extract(s.value, '$.county') and ${assignment.id} = json_extract(s.value, '$.id')
        and ${assignment}.state = 'open' and ${assignment}.nextAt = json_extract(s.value, '$.was')`,
    decode: () => null,
  }
}

/** A condition right behind `moveClocks` in a batch: that none of this work was in another state. */
export function allMoved(struck: readonly Struck[]): SQL {
  return sql`changes() = ${struck.length}`
}

/**
 * Issues whose time ran out, with when; a deferral that has run out is over. Apart, since naming the state would write
 * every index of states anew for all of them.
 */
export function markOverdue(
  db: CountyDb,
  overdue: readonly { id: string; overdueAt: string; deferred: boolean }[],
): Statement<unknown>[] {
  const deferred = overdue.filter((one) => one.deferred)
  const overdueAt = sql`overdueAt = json_extract(o.value, '$.overdueAt')`
  return [
    ...changeEach(db, overdue, overdueAt, sql`true`),
    ...changeEach(
      db,
      deferred,
      sql`state = 'rectifying', version = version + 1`,
      sql`${issue.state} = 'deferred'`,
    ),
  ]
}

function changeEach(
  db: CountyDb,
  rows: readonly { id: string }[],
  set: SQL,
  where: SQL,
): Statement<unknown>[] {
  if (rows.length === 0) return []
  const list = JSON.stringify(rows.map((one) => ({ ...one, county: db.county })))
  return [
    {
      sql: sql`update ${issue} set ${set}
        from json_each(${list}) o where +${issue.county} = ${db.county}
          and ${issue.county} = json_extract(o.value, '$.county') and ${issue.id} = json_extract(o.value, '$.id')
          and ${where}`,
      decode: () => null,
    },
  ]
}

/** A category's part in the clock, read on its own so that one that cannot be read spoils no other's. */
export type ClockCategory = Pick<CategoryRow, 'id' | 'escalation' | 'post'>

export function selectClockCategories(
  db: CountyDb,
  ids: readonly string[],
): Statement<ClockCategory | { id: string; unreadable: unknown }> {
  return {
    sql: sql`select id, escalation, post from ${issueCategory} where county = ${db.county}
      and id in (select value from json_each(${JSON.stringify(ids)}))`,
    decode: (raw) => {
      try {
        return decodeRow(issueCategory, raw) as ClockCategory
      } catch (unreadable) {
        return { id: String(raw.id), unreadable }
      }
    },
  }
}

/** A closed issue about which the clock decides whether somebody looks again. */
export type ToRevisit = {
  id: string
  area: string
  village: string | null
  township: string | null
  lead: string | null
  revisitAt: number
}

/** Closed issues to be decided about by `now`, the longest waiting first. */
export function selectToRevisit(db: CountyDb, now: number, limit: number): Statement<ToRevisit> {
  return {
    sql: sql`select id, area, village, township, lead, revisitAt from ${issue}
      where county = ${db.county} and revisitAt <= ${now} order by revisitAt limit ${limit}`,
    decode: (raw) => decodeRow(issue, raw) as ToRevisit,
  }
}

export function selectNextRevisit(db: CountyDb, now: number): Statement<{ at: number }> {
  return {
    sql: sql`select revisitAt from ${issue}
      where county = ${db.county} and revisitAt > ${now} order by revisitAt limit 1`,
    decode: (raw) => ({ at: Number(raw.revisitAt) }),
  }
}

/** When villages relapsed, since an instant. */
export function selectRelapsesIn(
  db: CountyDb,
  villages: readonly string[],
  since: string,
): Statement<{ village: string; at: string }> {
  return {
    sql: sql`select village, relapsedAt from ${issueClosure} where county = ${db.county}
      and village in (select value from json_each(${JSON.stringify(villages)})) and relapsedAt >= ${since}`,
    decode: (raw) => ({ village: String(raw.village), at: String(raw.relapsedAt) }),
  }
}

/** A condition of a batch: that nobody has decided about these issues. */
export function allUndecided(db: CountyDb, issues: readonly ToRevisit[]): SQL {
  const pairs = JSON.stringify(issues.map(({ id, revisitAt }) => [id, revisitAt]))
  return sql`(select count(*) from json_each(${pairs}) p
    cross join ${issue} i on i.county = ${db.county} and i.id = json_extract(p.value, '$[0]')
    where i.revisitAt = json_extract(p.value, '$[1]')) = ${issues.length}`
}

/** Decided: the clock has nothing more to do with these issues. */
export function decideRevisits(db: CountyDb, issues: readonly ToRevisit[]): Statement<unknown> {
  const ids = JSON.stringify(issues.map(({ id }) => id))
  return {
    sql: sql`update ${issue} set revisitAt = null
      where county = ${db.county} and id in (select value from json_each(${ids}))`,
    decode: () => null,
  }
}
