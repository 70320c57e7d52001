import { sql } from 'drizzle-orm'
import { foreignKey, index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { Place } from '../api/common.ts'
import type { PhotoMime, PhotoRole, PhotoTarget } from '../api/photos.ts'
import type { CountyKey } from './keys.ts'

/**
 * A photo in R2. The row is `pending` before its bytes are put and `stored` after, so that a row that is shown never
 * points to nothing, and what an interrupted upload left is found by the sweep without listing the bucket. Stored by its
 * key (`without rowid`).
 */
export const photo = sqliteTable(
  'photo',
  {
    county: text().$type<CountyKey>().notNull(),
    /** Made by the client. */
    id: text().notNull(),
    /**
     * `awaited`: evidence whose bytes follow, its type and size not known yet; it stays however late they come.
     * `expiring`: the sweep is taking its bytes away; then the row goes too.
     */
    state: text({ enum: ['awaited', 'pending', 'stored', 'expiring'] }).notNull(),
    /** SHA-256 of the bytes as uploaded; the object's key in R2 is made of county and hash. */
    sha256: text().notNull(),
    mime: text().$type<PhotoMime>().notNull(),
    bytes: integer().notNull(),
    width: integer().notNull(),
    height: integer().notNull(),
    /** As the camera noted them, read in the browser before shrinking. */
    takenAt: text(),
    place: text({ mode: 'json' }).$type<Place>(),
    /** Member or token that uploaded it. */
    by: text().notNull(),
    at: text().notNull(),
    /** SHA-256 of the small copy and of the copy without metadata, where the browser has sent them. */
    thumbnail: text(),
    derivative: text(),
    /** SHA-256 of the file as it was picked, before the browser shrank it: tells the same picture, however shrunk. */
    source: text(),
    /** When the sweep looks at it next (epoch ms); null once it is evidence and nothing of it is on its way. */
    sweepAt: integer(),
  },
  (t) => [
    primaryKey({ columns: [t.county, t.id] }),
    index('photo_sha256').on(t.county, t.sha256),
    index('photo_source').on(t.county, t.source),
    index('photo_sweep').on(t.county, t.sweepAt).where(sql`sweepAt is not null`),
  ],
)

/** What a photo is evidence of: one photo may serve in several places. */
export const photoUse = sqliteTable(
  'photo_use',
  {
    county: text().$type<CountyKey>().notNull(),
    target: text().$type<PhotoTarget>().notNull(),
    targetId: text().notNull(),
    photo: text().notNull(),
    role: text().$type<PhotoRole>().notNull(),
    /** The step of the target it came with, where it has steps. */
    event: text(),
    /** The area the target lies in: the same photo under two areas is a question for a human. */
    area: text(),
    at: text().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.county, t.target, t.targetId, t.photo] }),
    foreignKey({ columns: [t.county, t.photo], foreignColumns: [photo.county, photo.id] }),
    index('photo_use_photo').on(t.county, t.photo),
  ],
)

/** The same picture (`sha256` is the photo's `source`) used for different areas: for a human to look at. */
export const photoFlag = sqliteTable(
  'photo_flag',
  {
    county: text().$type<CountyKey>().notNull(),
    sha256: text().notNull(),
    areas: text({ mode: 'json' }).$type<string[]>().notNull(),
    state: text({ enum: ['open', 'cleared', 'confirmed'] }).notNull(),
    note: text(),
    at: text().notNull(),
    settledBy: text(),
    settledAt: text(),
  },
  (t) => [
    primaryKey({ columns: [t.county, t.sha256] }),
    index('photo_flag_state').on(t.county, t.state, t.at),
  ],
)
