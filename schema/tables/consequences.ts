import { sql } from 'drizzle-orm'
import { foreignKey, index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type {
  ConsequenceState,
  FrozenPost,
  InterviewRecord,
  ObjectionState,
  Stage,
} from '../api/consequences.ts'
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
    index('objection_state').on(t.county, t.state, t.id),
  ],
)

/**
 * What a published band leads to. At most one per round, rule and key (a subject, or a township where the rule
 * groups): all of a round are made in the batch that publishes its first revision, which there is once. The holders of
 * the posts are frozen here when it is made and can be erased here.
 *
 * Every Friday writes it by the dozen, so it has no more indexes than its lists need. It is stored by its key (`without
 * rowid`, which a migration that builds it anew has to say again), and a round's are found by that key too: their ids
 * begin with the instant of its publication.
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
    /** When and where it is to be held, and by whom; kept while it is paused. */
    scheduledFor: text(),
    venue: text(),
    host: text(),
    /** The day on which somebody looks again; null where nobody is to. */
    followUpOn: text(),
    completedAt: text(),
    completionNote: text(),
    /** Set where somebody cancelled it; null where a correction did. */
    cancelledBy: text(),
    /** The column of the board it stands in: follows from the rest, so that it can never say anything else. */
    stage: text()
      .$type<Stage>()
      .generatedAlwaysAs(
        sql`case state
          when 'proposed' then case when scheduledFor is null then 'proposed' else 'scheduled' end
          when 'recorded' then case when completedAt is not null then 'done' when followUpOn is not null then 'follow_up' else 'held' end
          else state end`,
        { mode: 'virtual' },
      ),
  },
  (t) => [
    primaryKey({ columns: [t.county, t.id] }),
    foreignKey({ columns: [t.county, t.round], foreignColumns: [round.county, round.id] }),
    index('consequence_stage').on(t.county, t.stage, t.kind, t.id),
    index('consequence_township').on(t.county, t.township, t.id),
  ],
)
