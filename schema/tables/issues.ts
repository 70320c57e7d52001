import { sql } from 'drizzle-orm'
import {
  foreignKey,
  index,
  integer,
  primaryKey,
  real,
  sqliteTable,
  text,
  uniqueIndex,
} from 'drizzle-orm/sqlite-core'
import type { Role } from '../api/access.ts'
import type { Place } from '../api/common.ts'
import type { IssueEventKind, IssueSource, IssueState, Severity } from '../api/issues.ts'
import { area } from './areas.ts'
import { issueCategory } from './issue-catalogue.ts'
import type { CountyKey } from './keys.ts'

/** Rectified, an issue waits for somebody else and is not overdue. Lists must say it in these very words. */
const overdueNow = sql`overdueAt is not null and state not in ('rectified', 'closed', 'rejected', 'duplicate')`
/** Few at any time, so that what only they stand in costs little. Lists must say these in these very words too. */
const stillOpen = sql`settled = 0`
/** Found in a grid, or in a township outside its villages. */
const offVillage = sql`village is not area`

/**
 * A problem found. `lead`, `dueAt` and `overdueAt` repeat its assignment's, written in the same batch, so that the
 * ledger's lists read one table. `settled` is the type (still open or not), apart from the state's label.
 */
export const issue = sqliteTable(
  'issue',
  {
    county: text().$type<CountyKey>().notNull(),
    /** Made by the client. */
    id: text().notNull(),
    /** Serial number in the county's ledger, from 1. */
    no: integer().notNull(),
    category: text().notNull(),
    severity: integer().$type<Severity>().notNull(),
    source: text().$type<IssueSource>().notNull(),
    /** What it came from: an inspection's id, the superior's list. */
    sourceRef: text(),
    area: text().notNull(),
    township: text(),
    text: text().notNull(),
    location: text(),
    place: text({ mode: 'json' }).$type<Place>(),
    lat: real(),
    lng: real(),
    state: text().$type<IssueState>().notNull(),
    settled: integer({ mode: 'boolean' }).notNull(),
    foundAt: text().notNull(),
    foundBy: text().notNull(),
    receivedAt: text().notNull(),
    assignment: text(),
    lead: text(),
    /** What is to be done, as the ledger's column of measures. */
    measure: text(),
    dueAt: text(),
    overdueAt: text(),
    rectifiedAt: text(),
    rectifiedBy: text(),
    closedAt: text(),
    closedBy: text(),
    /** Whether it was rectified by the time it was due; null until it is. */
    onTime: integer({ mode: 'boolean' }),
    /** Whether a verifier saw it fixed: closed is not the same as fixed. */
    fixed: integer({ mode: 'boolean' }),
    /** How often a revisit found it again. */
    relapses: integer().notNull().default(0),
    /** When the clock draws it for a revisit or not (epoch ms); null when that has been decided. */
    revisitAt: integer(),
    duplicateOf: text(),
    /** The village it lies in; null where it lies in none. */
    village: text(),
    /** The area or unit for which the member that rectified it acted: nobody of it may close it. */
    rectifiedFor: text(),
    /** The due time that is asked for, while nobody has ruled on it. */
    deferralTo: text(),
    /** When a revisit last found it again. */
    relapsedAt: text(),
    /** The step last taken: whoever comes second is told of it. */
    lastStep: text(),
    /** SHA-256 of the canonical body that made it. */
    digest: text().notNull(),
    /** Counts steps, so that two people's steps do not cross. */
    version: integer().notNull().default(0),
  },
  (t) => [
    primaryKey({ columns: [t.county, t.id] }),
    foreignKey({ columns: [t.county, t.category], foreignColumns: [issueCategory.county, issueCategory.id] }),
    foreignKey({ columns: [t.county, t.area], foreignColumns: [area.county, area.id] }),
    uniqueIndex('issue_no').on(t.county, t.no),
    index('issue_settled').on(t.county, t.settled, t.no),
    index('issue_state').on(t.county, t.state, t.no),
    index('issue_township').on(t.county, t.township, t.settled, t.no),
    index('issue_township_state').on(t.county, t.township, t.state, t.no),
    index('issue_township_category').on(t.county, t.township, t.category, t.settled, t.no),
    index('issue_village').on(t.county, t.village, t.settled, t.no),
    index('issue_lead').on(t.county, t.lead, t.settled, t.no),
    index('issue_lead_state').on(t.county, t.lead, t.state, t.no),
    index('issue_by_category').on(t.county, t.category, t.settled, t.no),
    index('issue_source').on(t.county, t.source, t.settled, t.no),
    index('issue_off_village').on(t.county, t.area, t.settled, t.no).where(offVillage),
    index('issue_category_open').on(t.county, t.category, t.state, t.no).where(stillOpen),
    index('issue_source_open').on(t.county, t.source, t.state, t.no).where(stillOpen),
    index('issue_village_open').on(t.county, t.village, t.state, t.no).where(stillOpen),
    index('issue_found_by_open').on(t.county, t.foundBy, t.no).where(stillOpen),
    index('issue_overdue').on(t.county, t.township, t.no).where(overdueNow),
    index('issue_overdue_category').on(t.county, t.category, t.no).where(overdueNow),
    index('issue_overdue_lead').on(t.county, t.lead, t.no).where(overdueNow),
    index('issue_due').on(t.county, t.dueAt),
    index('issue_closed_at').on(t.county, t.closedAt).where(sql`closedAt is not null`),
    index('issue_found').on(t.county, t.foundAt),
    index('issue_overdue_no').on(t.county, t.no).where(overdueNow),
    index('issue_source_ref').on(t.county, t.sourceRef).where(sql`sourceRef is not null`),
    index('issue_duplicate').on(t.county, t.duplicateOf).where(sql`duplicateOf is not null`),
    index('issue_revisit').on(t.county, t.revisitAt).where(sql`revisitAt is not null`),
  ],
)

/**
 * One step of an issue: who, when, what was said. Photos hang on it through photo_use. Never changed. Stored by its key
 * (`without rowid`), in which an issue's steps lie side by side: one row written a step.
 */
export const issueEvent = sqliteTable(
  'issue_event',
  {
    county: text().$type<CountyKey>().notNull(),
    /** Made by the client where a person did it. */
    id: text().notNull(),
    issue: text().notNull(),
    kind: text().$type<IssueEventKind>().notNull(),
    at: text().notNull(),
    /** The device's own time, where it was done without signal. */
    deviceAt: text(),
    by: text().notNull(),
    /** As what and for which area or unit the member acted. */
    role: text().$type<Role>(),
    scope: text(),
    note: text(),
    detail: text({ mode: 'json' }).$type<Record<string, unknown>>().notNull(),
    digest: text(),
  },
  (t) => [
    primaryKey({ columns: [t.county, t.issue, t.id] }),
    foreignKey({ columns: [t.county, t.issue], foreignColumns: [issue.county, issue.id] }),
  ],
)

/** Who assists with an issue, for the lists of those who do. Numbers repeat the issue's, so that lists page by them. */
export const issueAssisting = sqliteTable(
  'issue_assisting',
  {
    county: text().$type<CountyKey>().notNull(),
    /** An area or unit. */
    party: text().notNull(),
    no: integer().notNull(),
    issue: text().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.county, t.party, t.no] }),
    foreignKey({ columns: [t.county, t.issue], foreignColumns: [issue.county, issue.id] }),
    index('issue_assisting_issue').on(t.county, t.issue),
  ],
)

/**
 * One row each time an issue was closed, by the step that closed it: closed is not the same as fixed, and `relapsedAt`
 * says when a revisit found it again.
 */
export const issueClosure = sqliteTable(
  'issue_closure',
  {
    county: text().$type<CountyKey>().notNull(),
    id: text().notNull(),
    issue: text().notNull(),
    village: text(),
    township: text(),
    lead: text(),
    verifier: text().notNull(),
    at: text().notNull(),
    /** Whether the village or township it lies in found it itself. */
    selfFound: integer({ mode: 'boolean' }).notNull(),
    onTime: integer({ mode: 'boolean' }).notNull(),
    relapsedAt: text(),
  },
  (t) => [
    primaryKey({ columns: [t.county, t.issue, t.id] }),
    foreignKey({ columns: [t.county, t.issue], foreignColumns: [issue.county, issue.id] }),
    index('issue_closure_at').on(t.county, t.at),
    index('issue_closure_relapsed').on(t.county, t.village, t.relapsedAt).where(sql`relapsedAt is not null`),
  ],
)

/**
 * How many issues of a township are open, overdue and wait for verification, kept by the batches that change them: the
 * summary reads a row a township. `township` is empty for those that lie in none.
 */
export const issueTally = sqliteTable(
  'issue_tally',
  {
    county: text().$type<CountyKey>().notNull(),
    township: text().notNull(),
    open: integer().notNull(),
    overdue: integer().notNull(),
    awaiting: integer().notNull(),
  },
  (t) => [primaryKey({ columns: [t.county, t.township] })],
)
