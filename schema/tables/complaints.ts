import { sql } from 'drizzle-orm'
import {
  foreignKey,
  index,
  integer,
  primaryKey,
  sqliteTable,
  text,
  uniqueIndex,
} from 'drizzle-orm/sqlite-core'
import type { Place } from '../api/common.ts'
import type { ComplaintKind, ComplaintState } from '../api/complaints.ts'
import { area } from './areas.ts'
import { issue } from './issues.ts'
import type { CountyKey } from './keys.ts'

/**
 * What somebody from the public wrote. Who wrote it stands nowhere here: a contact has a table of its own, and the
 * tracking code is stored as its hash. What became of it follows from the issue it was taken up in.
 */
export const complaint = sqliteTable(
  'complaint',
  {
    county: text().$type<CountyKey>().notNull(),
    /** A UUIDv7 of when it came in, so that lists page by it. */
    id: text().notNull(),
    /** SHA-256 of the tracking code: found by it, so that comparing takes no longer for a near miss. */
    code: text().notNull(),
    /** Keyed hash of what was sent: the same form twice is one complaint. */
    digest: text().notNull(),
    at: text().notNull(),
    kind: text().$type<ComplaintKind>().notNull(),
    /** Null: the writer found none that fits. */
    category: text(),
    /** A village or township; null where only words or a point say where. */
    area: text(),
    village: text(),
    township: text(),
    location: text(),
    place: text({ mode: 'json' }).$type<Place>(),
    text: text().notNull(),
    language: text({ enum: ['zh', 'en'] }).notNull(),
    state: text().$type<ComplaintState>().notNull(),
    /** Photos of its issue that the office lets the writer see. */
    released: text({ mode: 'json' }).$type<string[]>().notNull().default(sql`'[]'`),
    issue: text(),
    /** Why it was declined, as the writer reads it. */
    reason: text(),
    /** When it was declined or answered for good; an issue's own end is read from the issue. */
    settledAt: text(),
    version: integer().notNull().default(0),
  },
  (t) => [
    primaryKey({ columns: [t.county, t.id] }),
    foreignKey({ columns: [t.county, t.area], foreignColumns: [area.county, area.id] }),
    foreignKey({ columns: [t.county, t.issue], foreignColumns: [issue.county, issue.id] }),
    uniqueIndex('complaint_code').on(t.county, t.code),
    index('complaint_state').on(t.county, t.state, t.id),
    index('complaint_category').on(t.county, t.category, t.state, t.id),
    index('complaint_township').on(t.county, t.township, t.state, t.id),
    index('complaint_issue').on(t.county, t.issue, t.id),
  ],
)

/** How to reach the writer, if they said so: erased some time after the complaint is settled, or at once when asked. */
export const complaintContact = sqliteTable(
  'complaint_contact',
  {
    county: text().$type<CountyKey>().notNull(),
    complaint: text().notNull(),
    contact: text().notNull(),
    /** When the clock looks whether it is to be erased (epoch ms). */
    lookAt: integer().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.county, t.complaint] }),
    foreignKey({ columns: [t.county, t.complaint], foreignColumns: [complaint.county, complaint.id] }),
    index('complaint_contact_look').on(t.county, t.lookAt),
  ],
)

/** What the office said to the writer; they read it with their tracking code. */
export const complaintAnswer = sqliteTable(
  'complaint_answer',
  {
    county: text().$type<CountyKey>().notNull(),
    /** Made by the client. */
    id: text().notNull(),
    complaint: text().notNull(),
    at: text().notNull(),
    by: text().notNull(),
    text: text().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.county, t.id] }),
    foreignKey({ columns: [t.county, t.complaint], foreignColumns: [complaint.county, complaint.id] }),
    index('complaint_answer_of').on(t.county, t.complaint, t.id),
  ],
)

/** How many complaints came from one device, contact or address, or altogether, in one hour or day. Keys are hashed. */
export const complaintCount = sqliteTable(
  'complaint_count',
  {
    county: text().$type<CountyKey>().notNull(),
    key: text().notNull(),
    n: integer().notNull(),
    /** From when on it means nothing any more (epoch ms). */
    endsAt: integer().notNull(),
  },
  (t) => [primaryKey({ columns: [t.county, t.key] }), index('complaint_count_end').on(t.county, t.endsAt)],
)
