import { foreignKey, index, integer, primaryKey, real, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { AreaLevel } from '../api/areas.ts'
import type { Place } from '../api/common.ts'
import type { Answers, Findings } from '../api/inspections.ts'
import type { SheetItems, SheetMethod } from '../api/scoring-sheets.ts'
import type { DrawInput, VisitPurpose } from '../api/visits.ts'
import { area } from './areas.ts'
import type { CountyKey } from './keys.ts'

/** One version of a county's scoring sheet. A version that an inspection used never changes again. */
export const scoringSheet = sqliteTable(
  'scoring_sheet',
  {
    county: text().$type<CountyKey>().notNull(),
    id: text().notNull(),
    version: integer().notNull(),
    name: text().notNull(),
    subject: text().$type<AreaLevel>().notNull(),
    method: text().$type<SheetMethod>().notNull(),
    items: text({ mode: 'json' }).$type<SheetItems>().notNull(),
    /** The shipped template it was made from. */
    template: text(),
    /** The newest version of a sheet in use; older ones and retired sheets are not offered. */
    current: integer({ mode: 'boolean' }).notNull(),
    createdAt: text().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.county, t.id, t.version] }),
    index('scoring_sheet_current').on(t.county, t.current, t.id),
  ],
)

/** A visit with a scoring sheet. It never changes; the office may annul it with a reason. */
export const inspection = sqliteTable(
  'inspection',
  {
    county: text().$type<CountyKey>().notNull(),
    /** Made by the client. */
    id: text().notNull(),
    sheet: text().notNull(),
    version: integer().notNull(),
    subject: text().notNull(),
    township: text(),
    /** The village it lies in, itself where it is one. */
    village: text(),
    purpose: text().$type<VisitPurpose>().notNull(),
    visit: text(),
    /** Member who inspected, and the group it did so for. */
    inspector: text().notNull(),
    unit: text(),
    startedAt: text().notNull(),
    endedAt: text().notNull(),
    receivedAt: text().notNull(),
    place: text({ mode: 'json' }).$type<Place>(),
    findings: text({ mode: 'json' }).$type<Findings>().notNull(),
    answers: text({ mode: 'json' }).$type<Answers>().notNull(),
    note: text(),
    /** 0–100, two decimals; null where nothing was scored. */
    score: real(),
    /** SHA-256 of the canonical body: the same again changes nothing, another is refused. */
    digest: text().notNull(),
    annulledAt: text(),
    annulledBy: text(),
    annulledFor: text(),
  },
  (t) => [
    primaryKey({ columns: [t.county, t.id] }),
    foreignKey({
      columns: [t.county, t.sheet, t.version],
      foreignColumns: [scoringSheet.county, scoringSheet.id, scoringSheet.version],
    }),
    foreignKey({ columns: [t.county, t.subject], foreignColumns: [area.county, area.id] }),
    index('inspection_ended').on(t.county, t.endedAt, t.id),
    index('inspection_subject').on(t.county, t.subject, t.endedAt),
    index('inspection_village').on(t.county, t.village, t.endedAt),
    index('inspection_township').on(t.county, t.township, t.endedAt),
    index('inspection_unit').on(t.county, t.unit, t.endedAt),
    index('inspection_sheet').on(t.county, t.sheet, t.version, t.endedAt),
  ],
)

/** A draw of who inspects where: the seed is kept, so that anyone can draw it again. */
export const draw = sqliteTable(
  'draw',
  {
    county: text().$type<CountyKey>().notNull(),
    id: text().notNull(),
    /** The board and round it was drawn for, where it was for one. */
    board: text(),
    round: text(),
    seed: text().notNull(),
    /** Groups, subjects and shares that went in. */
    input: text({ mode: 'json' }).$type<DrawInput>().notNull(),
    sheet: text().notNull().default(''),
    dueOn: text().notNull().default(''),
    /** How many visits came out, and the subjects nobody was free for. */
    visits: integer().notNull().default(0),
    left: text({ mode: 'json' }).$type<string[]>().notNull().default([]),
    note: text(),
    by: text().notNull(),
    at: text().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.county, t.id] }),
    index('draw_at').on(t.county, t.at, t.id),
    index('draw_round').on(t.county, t.round),
  ],
)

/** A visit somebody should make: drawn, or proposed for a second look without saying why. */
export const visit = sqliteTable(
  'visit',
  {
    county: text().$type<CountyKey>().notNull(),
    id: text().notNull(),
    purpose: text().$type<VisitPurpose>().notNull(),
    subject: text().notNull(),
    township: text(),
    unit: text(),
    inspector: text(),
    sheet: text(),
    draw: text(),
    /** The issue to look at again, for a revisit. */
    issue: text(),
    dueOn: text().notNull(),
    state: text({ enum: ['planned', 'done', 'cancelled'] }).notNull(),
    /** The inspection that did it. */
    inspection: text(),
    cancelledFor: text(),
    by: text().notNull(),
    at: text().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.county, t.id] }),
    foreignKey({ columns: [t.county, t.subject], foreignColumns: [area.county, area.id] }),
    index('visit_subject').on(t.county, t.subject, t.state, t.dueOn),
    index('visit_state').on(t.county, t.state, t.dueOn, t.id),
    index('visit_unit').on(t.county, t.unit, t.state, t.dueOn),
    index('visit_draw').on(t.county, t.draw),
    index('visit_issue').on(t.county, t.issue),
  ],
)
