import { and, eq, ne, type SQL, sql } from 'drizzle-orm'
import { report, round } from '../../schema/tables/county.ts'
import type { CountyDb, New, Row } from './county-db.ts'
import { type RoundHead, type RoundRow, roundHead } from './rounds.ts'
import type { Statement } from './statement.ts'

export type ReportRow = Row<typeof report>
type Place = Pick<ReportRow, 'round' | 'source' | 'reporter'>

/** What every reporter said for one source of a round. */
export function selectReportsOf(db: CountyDb, roundId: string, source: string): Statement<ReportRow> {
  return db.select(report, and(eq(report.round, roundId), eq(report.source, source)))
}

export function selectReports(db: CountyDb, roundId: string): Statement<ReportRow> {
  return db.select(report, eq(report.round, roundId), { orderBy: [report.source, report.reporter] })
}

/**
 * Counts a report's arrival or withdrawal in its round; the rest of the batch follows with `changes() > 0`. No row
 * back where the round takes no reports at `now`, its policy is another than the report was checked against, or
 * `and` does not hold.
 */
export function countReport(db: CountyDb, of: RoundRow, now: string, more: SQL): Statement<RoundHead> {
  const taking = and(
    eq(round.id, of.id),
    eq(round.state, 'open'),
    sql`${round.closesAt} > ${now}`,
    eq(round.policy, of.policy),
    more,
  )
  return db.update(round, { version: sql`version + 1` }, taking ?? more, roundHead)
}

/** A precondition: that no other reporter says anything of these subjects in the source. */
export function nobodyElseSays(
  db: CountyDb,
  { round, source, reporter }: Place,
  subjects: readonly string[],
) {
  const listed = sql`select value from json_each(${JSON.stringify(subjects)})`
  const others = and(
    eq(report.round, round),
    eq(report.source, source),
    ne(report.reporter, reporter),
    sql`exists (select 1 from json_each(${report.entries}) said where json_extract(said.value, '$.subject') in (${listed}))`,
  )
  return db.absent(report, others ?? eq(report.round, round))
}

/** Stores a report in place of the one before, if the statement before it changed something. */
export function keepReport(db: CountyDb, row: New<typeof report>): Statement<ReportRow> {
  return db.insert(report, row, { taken: 'replace', when: sql`changes() > 0` })
}

/** Takes a report away, if the statement before it changed something. */
export function removeReport(db: CountyDb, place: Place): Statement<ReportRow> {
  return db.remove(report, and(at(place), sql`changes() > 0`) ?? at(place))
}

export function isThere(db: CountyDb, place: Place): SQL {
  return db.exists(report, at(place))
}

/** A precondition: that the report at a place is still the one that was read there, or that there still is none. */
export function stillThere(db: CountyDb, place: Place, read: Pick<ReportRow, 'sentAt'> | undefined): SQL {
  if (!read) return db.absent(report, at(place))
  return db.exists(report, and(at(place), eq(report.sentAt, read.sentAt)) ?? at(place))
}

function at({ round, source, reporter }: Place): SQL {
  const place = and(eq(report.round, round), eq(report.source, source), eq(report.reporter, reporter))
  return place ?? eq(report.round, round)
}
