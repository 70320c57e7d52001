import { type SQL, sql } from 'drizzle-orm'
import type { DerivedFrom } from '../../schema/api/ranking.ts'
import { inspection, issue, round } from '../../schema/tables/county.ts'
import type { OverdueIssue, RoundInspection, RoundIssue } from '../domain/inspections/derive.ts'
import type { CountyDb } from './county-db.ts'
import type { RoundRow } from './rounds.ts'
import type { Statement } from './statement.ts'

/** What of a round says which inspections and issues are its own. */
export type RoundSpan = Pick<RoundRow, 'opensAt' | 'closesAt' | 'closedAt' | 'publishedAt'>

/** The instant at which a round ends: when it closes, or was closed early. */
export function endOf({ closesAt, closedAt }: RoundSpan): string {
  return closedAt !== null && closedAt < closesAt ? closedAt : closesAt
}

/**
 * The rotation's inspections that ended within a round; `late` are those received after its end. What was annulled
 * after publication still stands behind the values published. `place` keeps to one subject, or one township's places.
 */
export function selectRoundInspections(
  db: CountyDb,
  span: RoundSpan,
  place?: { subject: string } | { township: string },
): Statement<RoundInspection> {
  const end = endOf(span)
  const stood = span.publishedAt === null ? sql`false` : sql`annulledAt > ${span.publishedAt}`
  return {
    sql: sql`select id, sheet, subject, township, unit, endedAt, receivedAt, score from ${inspection}
      where county = ${db.county} and ${placed(place)} endedAt >= ${span.opensAt} and endedAt < ${end}
        and purpose = 'rotation' and score is not null and (annulledAt is null or ${stood})
      order by endedAt, id`,
    decode: (raw) => ({
      ...{ id: String(raw.id), sheet: String(raw.sheet), subject: String(raw.subject) },
      township: raw.township === null ? null : String(raw.township),
      unit: raw.unit === null ? null : String(raw.unit),
      endedAt: String(raw.endedAt),
      score: Number(raw.score),
      late: String(raw.receivedAt) >= end,
    }),
  }
}

function placed(place: { subject: string } | { township: string } | undefined): SQL {
  if (!place) return sql.empty()
  return 'subject' in place ? sql`subject = ${place.subject} and` : sql`township = ${place.township} and`
}

/** Issues due within a round, except those that were none, and whether each was rectified in time. */
export function selectDueIssues(db: CountyDb, span: RoundSpan): Statement<RoundIssue> {
  return {
    sql: sql`select area, village, township, source, rectifiedAt is not null and rectifiedAt <= dueAt as onTime
      from ${issue} where county = ${db.county} and dueAt >= ${span.opensAt} and dueAt < ${endOf(span)}
        and +state not in ('rejected', 'duplicate')`,
    decode: (raw) => ({ ...placeOf(raw), source: String(raw.source), onTime: raw.onTime === 1 }),
  }
}

/**
 * Issues overdue at a round's end: due before it and neither rectified nor closed by then. While the round is open
 * those not yet rectified count as they would at its end, so that the same ledger gives the same draft all week.
 */
export function selectOverdueIssues(db: CountyDb, span: RoundSpan): Statement<OverdueIssue> {
  const end = endOf(span)
  const overdue = sql`dueAt < ${end} and (rectifiedAt is null or rectifiedAt > ${end})
    and +state not in ('rejected', 'duplicate') and receivedAt < ${end}`
  return {
    sql: sql`select area, village, township from ${issue}
        where county = ${db.county} and settled = 0 and ${overdue}
      union all
      select area, village, township from ${issue}
        where county = ${db.county} and +settled = 1 and closedAt > ${end} and ${overdue}`,
    decode: placeOf,
  }
}

function placeOf(raw: Record<string, unknown>): {
  area: string
  village: string | null
  township: string | null
} {
  return {
    area: String(raw.area),
    village: raw.village === null ? null : String(raw.village),
    township: raw.township === null ? null : String(raw.township),
  }
}

/**
 * Counts the arrival (or annulment) of an inspection in the rounds whose values it may change, so that their drafts are
 * stale: those it ended in, that take it, that stand on inspections with its sheet, and that list its subject.
 */
export function unsettleByInspection(
  db: CountyDb,
  one: { sheet: string; subject: string; township: string | null; endedAt: string; receivedAt: string },
  when: SQL,
): Statement<RoundRow> {
  const source = sql`select 1 from json_each(${round.policy}, '$.sources')
    where json_extract(value, '$.derivedFrom') = 'inspections'
      and coalesce(json_extract(value, '$.sheet'), ${one.sheet}) = ${one.sheet}`
  const listed = (id: string | null) => sql`instr(${round.roster}, ${`"id":"${id}"`}) > 0`
  return db.update(
    round,
    { version: sql`version + 1` },
    sql`${round.state} in ('open', 'closed') and ${round.opensAt} <= ${one.endedAt}
      and ${round.closesAt} > ${one.endedAt} and coalesce(${round.closedAt}, ${round.closesAt}) > ${one.receivedAt}
      and exists (${source}) and (${listed(one.subject)} or ${listed(one.township)}) and ${when}`,
  )
}

/**
 * Counts a change of the issue ledger in the unpublished rounds that stand on it, so that their drafts are stale: to
 * stand in the batch that changes an issue's due time or state. A handful of rows.
 */
export function unsettleByIssues(db: CountyDb): Statement<RoundRow> {
  const kinds: readonly DerivedFrom[] = ['rectifiedOnTime', 'openOverdue']
  const source = sql`select 1 from json_each(${round.policy}, '$.sources')
    where json_extract(value, '$.derivedFrom') in (select value from json_each(${JSON.stringify(kinds)}))`
  return db.update(
    round,
    { version: sql`version + 1` },
    sql`${round.state} in ('open', 'closed') and exists (${source})`,
  )
}
