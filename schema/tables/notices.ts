import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { FrozenPost } from '../api/consequences.ts'
import type { NoticeKind } from '../api/notices.ts'
import type { CountyKey } from './keys.ts'

/** Word to an area or unit; whom to tell is frozen in `posts` and can be erased there. Stored by its key, without rowid. */
export const notice = sqliteTable(
  'notice',
  {
    county: text().$type<CountyKey>().notNull(),
    /** Starts with the time it is about, so that the newest stand first. */
    id: text().notNull(),
    kind: text().$type<NoticeKind>().notNull(),
    at: text().notNull(),
    /** The area or unit it is addressed to. */
    audience: text().notNull(),
    origin: text({ enum: ['consequence', 'issue', 'task', 'pledge', 'complaint', 'bulletin'] }).notNull(),
    originId: text().notNull(),
    no: integer(),
    text: text().notNull(),
    dueAt: text(),
    posts: text({ mode: 'json' }).$type<FrozenPost[]>().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.county, t.id] }),
    index('notice_audience').on(t.county, t.audience, t.id),
    index('notice_kind').on(t.county, t.kind, t.id),
  ],
)

/** How far a member has read. */
export const noticeMark = sqliteTable(
  'notice_mark',
  {
    county: text().$type<CountyKey>().notNull(),
    member: text().notNull(),
    upTo: text().notNull(),
  },
  (t) => [primaryKey({ columns: [t.county, t.member] })],
)
