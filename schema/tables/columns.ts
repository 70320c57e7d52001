import { foreignKey, index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { ColumnKind, ColumnPhotoRole, ColumnState, ColumnVisibility } from '../api/columns.ts'
import { area } from './areas.ts'
import { issue } from './issues.ts'
import type { CountyKey } from './keys.ts'
import { photo } from './photos.ts'

/** An article of the good-practice or the exposure column. */
export const columnArticle = sqliteTable(
  'column_article',
  {
    county: text().$type<CountyKey>().notNull(),
    /** Made by the client. */
    id: text().notNull(),
    kind: text().$type<ColumnKind>().notNull(),
    state: text().$type<ColumnState>().notNull(),
    /** Whether it stands in the column: published or rectified. */
    shown: integer({ mode: 'boolean' }).notNull(),
    title: text().notNull(),
    text: text().notNull(),
    area: text().notNull(),
    township: text(),
    /** The issue an exposure is about. */
    issue: text(),
    visibility: text().$type<ColumnVisibility>().notNull(),
    expiresOn: text().notNull(),
    author: text().notNull(),
    /** Every member that has written on it, the author included: none of them may review it. */
    writers: text({ mode: 'json' }).$type<string[]>().notNull(),
    createdAt: text().notNull(),
    /** When it came into its state. */
    at: text().notNull(),
    publishedAt: text(),
    publishedBy: text(),
    /** Why it was returned or withdrawn. */
    reason: text(),
    /** When the clock takes it out of the column (epoch ms); null where it does not stand there. */
    nextAt: integer(),
    version: integer().notNull(),
    /** SHA-256 of the canonical body that made it. */
    digest: text().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.county, t.id] }),
    foreignKey({ columns: [t.county, t.area], foreignColumns: [area.county, area.id] }),
    foreignKey({ columns: [t.county, t.issue], foreignColumns: [issue.county, issue.id] }),
    index('column_article_shown').on(t.county, t.shown, t.at, t.id),
    index('column_article_state').on(t.county, t.state, t.at, t.id),
    index('column_article_township').on(t.county, t.township, t.state, t.at, t.id),
    index('column_article_public').on(t.county, t.shown, t.visibility, t.publishedAt, t.id),
    index('column_article_issue').on(t.county, t.issue),
    index('column_article_due').on(t.county, t.nextAt),
  ],
)

/** A photo as an article shows it. Marked for blur it is never served but as `copy`. */
export const columnPhoto = sqliteTable(
  'column_photo',
  {
    county: text().$type<CountyKey>().notNull(),
    article: text().notNull(),
    photo: text().notNull(),
    role: text().$type<ColumnPhotoRole>().notNull(),
    position: integer().notNull(),
    caption: text().notNull(),
    blur: integer({ mode: 'boolean' }).notNull(),
    /** SHA-256 of the article's own blurred copy, a JPEG without metadata, and its size in pixels. */
    copy: text(),
    copyWidth: integer(),
    copyHeight: integer(),
  },
  (t) => [
    primaryKey({ columns: [t.county, t.article, t.photo] }),
    foreignKey({ columns: [t.county, t.article], foreignColumns: [columnArticle.county, columnArticle.id] }),
    foreignKey({ columns: [t.county, t.photo], foreignColumns: [photo.county, photo.id] }),
    index('column_photo_photo').on(t.county, t.photo),
  ],
)
