import { sql } from 'drizzle-orm'
import { foreignKey, index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { AssignmentEventKind } from '../api/assignments.ts'
import type { AssignmentState } from '../api/consequences.ts'
import type { CountyKey } from './keys.ts'

/**
 * Work somebody owes by a date: one mechanism for commitments made in interviews, issues, tasks and pledges. The
 * clock (reminder, overdue, escalation) runs here, whatever gave rise to the work.
 */
export const assignment = sqliteTable(
  'assignment',
  {
    county: text().$type<CountyKey>().notNull(),
    id: text().notNull(),
    /** What gave rise to it, and that thing's id. */
    origin: text({ enum: ['consequence', 'issue', 'task', 'pledge'] }).notNull(),
    originId: text().notNull(),
    text: text().notNull(),
    /** Area or unit that leads, and those that assist. */
    lead: text(),
    assisting: text({ mode: 'json' }).$type<string[]>().notNull(),
    /** Member or post holder who answers for it. */
    owner: text(),
    /** The calendar day in Asia/Shanghai on which `dueAt` lies. */
    dueOn: text().notNull(),
    state: text().$type<AssignmentState>().notNull(),
    createdAt: text().notNull(),
    /** Where it is owed, for lists of one township. */
    township: text(),
    /** The instant it is due; null for work owed by the end of `dueOn`. */
    dueAt: text(),
    /** When the clock has something to do with it next (epoch ms); null where nothing is left to do. */
    nextAt: integer(),
    /** How often it has been escalated. */
    level: integer().notNull().default(0),
    overdueAt: text(),
    settledAt: text(),
    settledBy: text(),
  },
  (t) => [
    primaryKey({ columns: [t.county, t.id] }),
    index('assignment_origin').on(t.county, t.origin, t.originId),
    index('assignment_of_kind').on(t.county, t.origin, t.state, t.dueOn, t.id),
    index('assignment_clock').on(t.county, t.state, t.nextAt, t.id).where(sql`nextAt is not null`),
    index('assignment_lead').on(t.county, t.lead, t.state, t.dueOn),
  ],
)

/** What happened to an assignment, in order: one row a step, never changed. Stored by its key, without rowid. */
export const assignmentEvent = sqliteTable(
  'assignment_event',
  {
    county: text().$type<CountyKey>().notNull(),
    id: text().notNull(),
    assignment: text().notNull(),
    kind: text().$type<AssignmentEventKind>().notNull(),
    at: text().notNull(),
    /** Member's, token's or job's id. */
    by: text().notNull(),
    note: text(),
    detail: text({ mode: 'json' }).$type<Record<string, unknown>>().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.county, t.assignment, t.id] }),
    foreignKey({
      columns: [t.county, t.assignment],
      foreignColumns: [assignment.county, assignment.id],
    }),
  ],
)
