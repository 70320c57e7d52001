import { foreignKey, index, integer, primaryKey, real, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { ActivityKind, Attendance, MeetingKind } from '../api/outreach.ts'
import { area } from './areas.ts'
import type { CountyKey } from './keys.ts'

/** A team of volunteers, as a whole: how many they are, never who. */
export const volunteerTeam = sqliteTable(
  'volunteer_team',
  {
    county: text().$type<CountyKey>().notNull(),
    id: text().notNull(),
    name: text().notNull(),
    area: text().notNull(),
    township: text(),
    members: integer().notNull(),
    active: integer({ mode: 'boolean' }).notNull().default(true),
  },
  (t) => [
    primaryKey({ columns: [t.county, t.id] }),
    foreignKey({ columns: [t.county, t.area], foreignColumns: [area.county, area.id] }),
    index('volunteer_team_township').on(t.county, t.township, t.id),
  ],
)

/** One line of the mobilisation log: what was done where on a day, and whom it reached. `monday` is its week. */
export const activity = sqliteTable(
  'activity',
  {
    county: text().$type<CountyKey>().notNull(),
    /** Made by the client. */
    id: text().notNull(),
    kind: text().$type<ActivityKind>().notNull(),
    area: text().notNull(),
    township: text(),
    day: text().notNull(),
    monday: text().notNull(),
    times: integer().notNull(),
    items: integer().notNull(),
    people: integer().notNull(),
    team: text(),
    volunteers: integer().notNull(),
    hours: real().notNull(),
    note: text(),
    by: text().notNull(),
    at: text().notNull(),
    version: integer().notNull(),
    /** Taken back: it stands in the log with the reason and counts no more. */
    retractedAt: text(),
    retractedWhy: text(),
  },
  (t) => [
    primaryKey({ columns: [t.county, t.id] }),
    foreignKey({ columns: [t.county, t.area], foreignColumns: [area.county, area.id] }),
    foreignKey({ columns: [t.county, t.team], foreignColumns: [volunteerTeam.county, volunteerTeam.id] }),
    index('activity_day').on(t.county, t.day, t.id),
    index('activity_township').on(t.county, t.township, t.day, t.id),
  ],
)

/** A meeting that moves the work on. What was said may name people: it stands here and can be erased. */
export const meeting = sqliteTable(
  'meeting',
  {
    county: text().$type<CountyKey>().notNull(),
    /** Made by the client. */
    id: text().notNull(),
    kind: text().$type<MeetingKind>().notNull(),
    title: text().notNull(),
    /** The county, or the township that holds it. */
    owner: text().notNull(),
    township: text(),
    heldAt: text().notNull(),
    venue: text(),
    agenda: text({ mode: 'json' }).$type<string[]>().notNull(),
    attendance: text({ mode: 'json' }).$type<Attendance[]>().notNull(),
    speeches: text({ mode: 'json' }).$type<{ speaker: string; text: string }[]>().notNull(),
    by: text().notNull(),
    version: integer().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.county, t.id] }),
    foreignKey({ columns: [t.county, t.owner], foreignColumns: [area.county, area.id] }),
    index('meeting_held').on(t.county, t.heldAt, t.id),
    index('meeting_township').on(t.county, t.township, t.heldAt, t.id),
  ],
)

/** What a meeting decided. It becomes a task (an assignment with this id) or an issue (`issue`), once. */
export const decision = sqliteTable(
  'decision',
  {
    county: text().$type<CountyKey>().notNull(),
    /** Made by the client. */
    id: text().notNull(),
    meeting: text().notNull(),
    position: integer().notNull(),
    text: text().notNull(),
    became: text({ enum: ['task', 'issue'] }),
    /** The issue it became. */
    issue: text(),
  },
  (t) => [
    primaryKey({ columns: [t.county, t.id] }),
    foreignKey({ columns: [t.county, t.meeting], foreignColumns: [meeting.county, meeting.id] }),
    index('decision_meeting').on(t.county, t.meeting, t.position),
  ],
)
