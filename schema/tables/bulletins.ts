import {
  foreignKey,
  index,
  integer,
  primaryKey,
  sqliteTable,
  text,
  uniqueIndex,
} from 'drizzle-orm/sqlite-core'
import type { BulletinContent, DataValues } from '../api/bulletin-content.ts'
import type { BulletinKind, BulletinState, BulletinVisibility } from '../api/bulletins.ts'
import { area } from './areas.ts'
import type { CountyKey } from './keys.ts'

/**
 * What the county, or a township, tells about the days `fromDay`–`toDay`. While it is a draft its data blocks are
 * computed anew at every look; `data` is what they showed when it was issued, null before. Rows are never deleted.
 */
export const bulletin = sqliteTable(
  'bulletin',
  {
    county: text().$type<CountyKey>().notNull(),
    id: text().notNull(),
    kind: text().$type<BulletinKind>().notNull(),
    state: text().$type<BulletinState>().notNull(),
    /** The county's area or a township. */
    owner: text().notNull(),
    title: text().notNull(),
    issuer: text(),
    /** As typed; the service never makes one up. */
    number: text(),
    visibility: text().$type<BulletinVisibility>().notNull(),
    fromDay: text().notNull(),
    toDay: text().notNull(),
    /** The published round it reports on. */
    round: text(),
    /** Counts changes of the draft, so that two people's edits do not cross. */
    version: integer().notNull(),
    content: text({ mode: 'json' }).$type<BulletinContent>().notNull(),
    data: text({ mode: 'json' }).$type<DataValues>(),
    /** What the clock made it for, such as a day or a round: it makes none twice. Null where a person made it. */
    occasion: text(),
    /** SHA-256 of the request that made it: the same again gives the first one. */
    digest: text().notNull(),
    createdAt: text().notNull(),
    createdBy: text().notNull(),
    issuedAt: text(),
    issuedBy: text(),
    withdrawnAt: text(),
    withdrawnFor: text(),
  },
  (t) => [
    primaryKey({ columns: [t.county, t.id] }),
    foreignKey({ columns: [t.county, t.owner], foreignColumns: [area.county, area.id] }),
    uniqueIndex('bulletin_occasion').on(t.county, t.occasion),
    index('bulletin_state').on(t.county, t.state, t.id),
    index('bulletin_kind').on(t.county, t.kind, t.id),
    index('bulletin_owner').on(t.county, t.owner, t.id),
    index('bulletin_public').on(t.county, t.state, t.visibility, t.issuedAt, t.id),
  ],
)
