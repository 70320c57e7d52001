import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { CountyKey } from './keys.ts'

/** A filter of a list somebody keeps, for themselves or for everybody. */
export const savedFilter = sqliteTable(
  'saved_filter',
  {
    county: text().$type<CountyKey>().notNull(),
    id: text().notNull(),
    member: text().notNull(),
    list: text().notNull(),
    name: text().notNull(),
    query: text().notNull(),
    shared: integer({ mode: 'boolean' }).notNull(),
    at: text().notNull(),
  },
  (t) => [primaryKey({ columns: [t.county, t.id] }), index('saved_filter_list').on(t.county, t.list, t.id)],
)
