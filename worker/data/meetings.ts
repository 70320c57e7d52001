import { and, eq, isNull, type SQL, sql } from 'drizzle-orm'
import { assignment, decision, meeting } from '../../schema/tables/county.ts'
import type { CountyDb, Row } from './county-db.ts'
import { columnsOf } from './row-values.ts'
import { decodeRow, type Statement } from './statement.ts'

export type MeetingRow = Row<typeof meeting>
export type DecisionRow = Row<typeof decision>
export type TaskRow = Pick<
  Row<typeof assignment>,
  'id' | 'text' | 'lead' | 'dueOn' | 'state' | 'overdueAt' | 'originId'
>
export type ListedMeeting = MeetingRow & { decisions: number; open: number }
export type MeetingFilter = {
  /** Instants: from the first to before the second. */
  from?: string | undefined
  before?: string | undefined
  township?: string | undefined
  /** Only what this area or unit holds or was asked to. */
  asked?: string | undefined
}

export function selectMeeting(db: CountyDb, id: string): Statement<MeetingRow> {
  return db.select(meeting, eq(meeting.id, id))
}

/** Meetings, the newest first, after `instant~id`, with how many decisions they made and how many are still work. */
export function selectMeetings(
  db: CountyDb,
  { from, before, township, asked }: MeetingFilter,
  limit: number,
  after?: string,
): Statement<ListedMeeting> {
  const [at = '', id = ''] = after?.split('~') ?? []
  const conditions: SQL[] = [
    sql`m.county = ${db.county}`,
    ...(after === undefined ? [] : [sql`(m.heldAt, m.id) < (${at}, ${id})`]),
    ...(from === undefined ? [] : [sql`m.heldAt >= ${from}`]),
    ...(before === undefined ? [] : [sql`m.heldAt < ${before}`]),
    ...(township === undefined ? [] : [sql`m.township = ${township}`]),
    ...(asked === undefined ? [] : [askedTo(asked)]),
  ]
  return {
    sql: sql`select ${columnsOf(meeting)},
        (select count(*) from ${decision} d where d.county = m.county and d.meeting = m.id) as decisions,
        (select count(*) from ${assignment} a where a.county = m.county and a.origin = 'task'
          and a.originId = m.id and a.state = 'open') as open
      from ${meeting} m where ${sql.join(conditions, sql` and `)}
      order by m.heldAt desc, m.id desc limit ${limit}`,
    decode: (raw) => ({
      ...(decodeRow(meeting, raw) as MeetingRow),
      decisions: Number(raw.decisions),
      open: Number(raw.open),
    }),
  }
}

/** Decisions of a meeting in their order. */
export function selectDecisions(db: CountyDb, of: string): Statement<DecisionRow> {
  return db.select(decision, eq(decision.meeting, of), { orderBy: decision.position, limit: 200 })
}

export function selectDecision(db: CountyDb, id: string): Statement<DecisionRow> {
  return db.select(decision, eq(decision.id, id))
}

/** Tasks that a meeting gave. */
export function selectTasksOf(db: CountyDb, of: string): Statement<TaskRow> {
  return db.select(assignment, and(eq(assignment.origin, 'task'), eq(assignment.originId, of)), {
    pick: ['id', 'text', 'lead', 'dueOn', 'state', 'overdueAt', 'originId'],
    limit: 200,
  })
}

/** Tasks of all meetings by the day they are due, after `2026-03-06.id`; `lead` and `township` keep to one's own. */
export function selectTasks(
  db: CountyDb,
  {
    state,
    lead,
    township,
  }: { state: 'open' | 'done'; lead?: string | undefined; township?: string | undefined },
  limit: number,
  after?: string,
): Statement<TaskRow & { meetingTitle: string }> {
  const [day = '', id = ''] = after?.split('.') ?? []
  const own = [
    ...(lead === undefined ? [] : [sql`a.lead = ${lead}`]),
    ...(township === undefined ? [] : [sql`a.township = ${township}`]),
  ]
  return {
    sql: sql`select a.id, a.text, a.lead, a.dueOn, a.state, a.overdueAt, a.originId,
        (select title from ${meeting} m where m.county = a.county and m.id = a.originId) as meetingTitle
      from ${assignment} a where a.county = ${db.county} and a.origin = 'task' and a.state = ${state}
        and (${own.length === 0 ? sql`true` : sql.join(own, sql` or `)})
        and (a.dueOn, a.id) > (${day}, ${id})
      order by a.dueOn, a.id limit ${limit}`,
    decode: (raw) => ({
      ...(decodeRow(assignment, raw) as TaskRow),
      meetingTitle: String(raw.meetingTitle ?? ''),
    }),
  }
}

export function selectTask(db: CountyDb, id: string): Statement<Row<typeof assignment>> {
  return db.select(assignment, and(eq(assignment.id, id), eq(assignment.origin, 'task')))
}

/** A condition of a batch: that a decision has not become anything yet. */
export function stillOnlyDecided(db: CountyDb, id: string): SQL {
  return db.exists(decision, and(eq(decision.id, id), isNull(decision.became)) ?? sql`false`)
}

/** Notes what a decision became. */
export function markDecision(
  db: CountyDb,
  id: string,
  became: 'task' | 'issue',
  issueId: string | null,
): Statement<DecisionRow> {
  const fresh = and(eq(decision.id, id), isNull(decision.became))
  return db.update(decision, { became, issue: issueId }, fresh ?? sql`false`)
}

/**
 * Puts the decisions in place of those before: known ones are reworded and moved, those left out go. What has become
 * work stays as it was: `workKept` demands that it is among them, unchanged.
 */
export function putDecisions(
  db: CountyDb,
  of: string,
  wanted: readonly { id: string; text: string }[],
): Statement<unknown>[] {
  const ids = JSON.stringify(wanted.map(({ id }) => id))
  const gone = sql`${decision.meeting} = ${of} and ${decision.id} not in (select value from json_each(${ids}))`
  const rows = wanted.map(({ id, text }, position) => ({ id, text, position }))
  return [
    db.remove(decision, gone),
    {
      sql: sql`insert into ${decision} (county, id, meeting, position, text)
        select ${db.county}, json_extract(value, '$.id'), ${of}, json_extract(value, '$.position'),
          json_extract(value, '$.text') from json_each(${JSON.stringify(rows)}) where true
        on conflict (county, id) do update set text = excluded.text, position = excluded.position
          where meeting = excluded.meeting`,
      decode: () => null,
    },
  ]
}

/** A condition of a batch: every decision that became work is among these, word for word, and no id is another meeting's. */
export function workKept(db: CountyDb, of: string, wanted: readonly { id: string; text: string }[]): SQL {
  const json = JSON.stringify(wanted)
  const same = sql`exists (select 1 from json_each(${json}) w
    where json_extract(w.value, '$.id') = ${decision.id} and json_extract(w.value, '$.text') = ${decision.text})`
  const lost = sql`${decision.meeting} = ${of} and ${decision.became} is not null and not ${same}`
  const foreign = sql`${decision.meeting} <> ${of}
    and ${decision.id} in (select json_extract(value, '$.id') from json_each(${json}))`
  return sql`${db.absent(decision, lost)} and ${db.absent(decision, foreign)}`
}

/** An area or unit that was asked to a meeting (`m`), or holds it. */
function askedTo(body: string): SQL {
  return sql`(m.owner = ${body} or m.township = ${body}
    or exists (select 1 from json_each(m.attendance) where json_extract(value, '$.body') = ${body}))`
}
