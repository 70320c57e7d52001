import {
  foreignKey,
  index,
  integer,
  primaryKey,
  sqliteTable,
  text,
  uniqueIndex,
} from 'drizzle-orm/sqlite-core'
import type { AreaLevel } from '../api/areas.ts'
import type { Cadence, RosterEntry, RoundState, Shows, Visibility } from '../api/boards.ts'
import type { Amendment, Carried, Policy, Report, RoundInput, Standings } from '../api/ranking.ts'
import { area } from './areas.ts'
import type { CountyKey } from './keys.ts'

export const campaign = sqliteTable(
  'campaign',
  {
    county: text().$type<CountyKey>().notNull(),
    id: text().notNull(),
    name: text().notNull(),
    startsOn: text().notNull(),
    endsOn: text().notNull(),
  },
  (t) => [primaryKey({ columns: [t.county, t.id] })],
)

/** One standing competition. `owner` is the area whose subjects stand on it: the county or a township. */
export const board = sqliteTable(
  'board',
  {
    county: text().$type<CountyKey>().notNull(),
    id: text().notNull(),
    campaign: text().notNull(),
    name: text().notNull(),
    subject: text().$type<AreaLevel>().notNull(),
    owner: text().notNull(),
    cadence: text({ mode: 'json' }).$type<Cadence>().notNull(),
    visibility: text().$type<Visibility>().notNull(),
    /** How much of it the public reads, where it is public. */
    shows: text().$type<Shows>().notNull().default('explanations'),
    policy: text({ mode: 'json' }).$type<Policy>().notNull(),
    /** False once retired: no further rounds are opened. */
    active: integer({ mode: 'boolean' }).notNull().default(true),
    createdAt: text().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.county, t.id] }),
    foreignKey({ columns: [t.county, t.campaign], foreignColumns: [campaign.county, campaign.id] }),
    foreignKey({ columns: [t.county, t.owner], foreignColumns: [area.county, area.id] }),
  ],
)

/**
 * One period of a board. `roster` and `policy` are frozen when it opens. `version` counts accepted changes of its
 * inputs, so that a draft knows whether it is stale. `revision` is the newest published one, 0 before publication.
 */
export const round = sqliteTable(
  'round',
  {
    county: text().$type<CountyKey>().notNull(),
    id: text().notNull(),
    board: text().notNull(),
    no: integer().notNull(),
    state: text().$type<RoundState>().notNull(),
    opensAt: text().notNull(),
    closesAt: text().notNull(),
    closedAt: text(),
    publishedAt: text(),
    policy: text({ mode: 'json' }).$type<Policy>().notNull(),
    roster: text({ mode: 'json' }).$type<RosterEntry[]>().notNull(),
    version: integer().notNull().default(0),
    revision: integer().notNull().default(0),
  },
  (t) => [
    primaryKey({ columns: [t.county, t.id] }),
    foreignKey({ columns: [t.county, t.board], foreignColumns: [board.county, board.id] }),
    uniqueIndex('round_no').on(t.county, t.board, t.no),
    index('round_state').on(t.county, t.state, t.closesAt),
  ],
)

/** What one reporter says for one source in one round; the entries are one JSON value. */
export const report = sqliteTable(
  'report',
  {
    county: text().$type<CountyKey>().notNull(),
    round: text().notNull(),
    source: text().notNull(),
    reporter: text().notNull(),
    entries: text({ mode: 'json' }).$type<Report['entries']>().notNull(),
    /** Member (or token) that sent it, and whether the office did so on behalf of the reporter. */
    sentBy: text().notNull(),
    onBehalf: integer({ mode: 'boolean' }).notNull(),
    sentAt: text().notNull(),
    /** SHA-256 of the canonical entries: the same report again changes nothing. */
    digest: text().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.county, t.round, t.source, t.reporter] }),
    foreignKey({ columns: [t.county, t.round], foreignColumns: [round.county, round.id] }),
  ],
)

/** The standings of a round that is not yet published, with the input version they were computed from. */
export const draft = sqliteTable(
  'draft',
  {
    county: text().$type<CountyKey>().notNull(),
    round: text().notNull(),
    version: integer().notNull(),
    result: text({ mode: 'json' }).$type<Standings>().notNull(),
    computedAt: text().notNull(),
    /** Of a closed round what was said, for its publication; null while it is open, when more may be said. */
    said: text({ mode: 'json' }).$type<Said>(),
  },
  (t) => [
    primaryKey({ columns: [t.county, t.round] }),
    foreignKey({ columns: [t.county, t.round], foreignColumns: [round.county, round.id] }),
  ],
)

/** What the standings of a closed round follow from, beside what the round itself, its past and the ledgers say. */
export type Said = { reports: Report[]; amendments: Amendment[] }

/** A published, frozen reading of a round: standings and the hash over canonical inputs and standings. */
export const revision = sqliteTable(
  'revision',
  {
    county: text().$type<CountyKey>().notNull(),
    round: text().notNull(),
    no: integer().notNull(),
    result: text({ mode: 'json' }).$type<Standings>().notNull(),
    sha256: text().notNull(),
    reason: text(),
    publishedBy: text().notNull(),
    publishedAt: text().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.county, t.round, t.no] }),
    foreignKey({ columns: [t.county, t.round], foreignColumns: [round.county, round.id] }),
  ],
)

/** Everything a revision was computed from, in a row of its own so that reading standings stays light. */
export const revisionInput = sqliteTable(
  'revision_input',
  {
    county: text().$type<CountyKey>().notNull(),
    round: text().notNull(),
    no: integer().notNull(),
    input: text({ mode: 'json' }).$type<RoundInput>().notNull(),
    amendments: text({ mode: 'json' }).$type<Amendment[]>().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.county, t.round, t.no] }),
    foreignKey({
      columns: [t.county, t.round, t.no],
      foreignColumns: [revision.county, revision.round, revision.no],
    }),
  ],
)

/** What later rounds and the pages need of a past round: bands, ranks and the streaks carried out of it. */
export const history = sqliteTable(
  'history',
  {
    county: text().$type<CountyKey>().notNull(),
    board: text().notNull(),
    no: integer().notNull(),
    /** Null for a round brought in from before. */
    round: text(),
    closedAt: text().notNull(),
    standings: text({ mode: 'json' }).$type<HistoryStandings>().notNull(),
    carried: text({ mode: 'json' }).$type<Carried>().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.county, t.board, t.no] }),
    foreignKey({ columns: [t.county, t.board], foreignColumns: [board.county, board.id] }),
  ],
)

/** Per subject: band, streak and, for rounds ranked here, rank and score. Imported rounds know only the band. */
export type HistoryStandings = Record<
  string,
  { band: 'green' | 'yellow' | 'red'; streak: number; rank?: number; score?: number }
>

/** The newest published standings of a board as the public reads them: one row a board. */
export const snapshot = sqliteTable(
  'snapshot',
  {
    county: text().$type<CountyKey>().notNull(),
    board: text().notNull(),
    visibility: text().$type<Visibility>().notNull(),
    shows: text().$type<Shows>().notNull().default('explanations'),
    round: text().notNull(),
    revision: integer().notNull(),
    sha256: text().notNull(),
    /** Another one with every revision of any of the board's rounds: pages of past rounds change with it. */
    version: text(),
    /** JSON text of all that could be shown; served as it is where all of it is. */
    body: text().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.county, t.board] }),
    foreignKey({ columns: [t.county, t.board], foreignColumns: [board.county, board.id] }),
  ],
)
