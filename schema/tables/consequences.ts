import {
  foreignKey,
  index,
  integer,
  primaryKey,
  sqliteTable,
  text,
  uniqueIndex,
} from 'drizzle-orm/sqlite-core'
import type { ConsequenceState, FrozenPost, InterviewRecord, ObjectionState } from '../api/consequences.ts'
import type { Amendment, Band, ConsequenceKind } from '../api/ranking.ts'
import { round } from './boards.ts'
import type { CountyKey } from './keys.ts'

/** A village's or township's objection to a closed, not yet published round. */
export const objection = sqliteTable(
  'objection',
  {
    county: text().$type<CountyKey>().notNull(),
    id: text().notNull(),
    round: text().notNull(),
    subject: text().notNull(),
    text: text().notNull(),
    state: text().$type<ObjectionState>().notNull(),
    filedBy: text().notNull(),
    filedAt: text().notNull(),
    reason: text(),
    amendments: text({ mode: 'json' }).$type<Amendment[]>().notNull(),
    ruledBy: text(),
    ruledAt: text(),
  },
  (t) => [
    primaryKey({ columns: [t.county, t.id] }),
    foreignKey({ columns: [t.county, t.round], foreignColumns: [round.county, round.id] }),
    index('objection_round').on(t.county, t.round, t.state),
  ],
)

/**
 * What a published band leads to. At most one per round, rule and key (a subject, or a township where the rule
 * groups). The holders of the posts are frozen here when it is made and can be erased here.
 */
export const consequence = sqliteTable(
  'consequence',
  {
    county: text().$type<CountyKey>().notNull(),
    id: text().notNull(),
    round: text().notNull(),
    rule: integer().notNull(),
    key: text().notNull(),
    kind: text().$type<ConsequenceKind>().notNull(),
    band: text().$type<Band>().notNull(),
    township: text(),
    subjects: text({ mode: 'json' }).$type<string[]>().notNull(),
    posts: text({ mode: 'json' }).$type<FrozenPost[]>().notNull(),
    state: text().$type<ConsequenceState>().notNull(),
    /** Why it is paused or cancelled. */
    reason: text(),
    dueOn: text().notNull(),
    record: text({ mode: 'json' }).$type<InterviewRecord>(),
    recordedBy: text(),
    recordedAt: text(),
    createdAt: text().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.county, t.id] }),
    foreignKey({ columns: [t.county, t.round], foreignColumns: [round.county, round.id] }),
    uniqueIndex('consequence_once').on(t.county, t.round, t.rule, t.key),
    index('consequence_state').on(t.county, t.state, t.id),
  ],
)
