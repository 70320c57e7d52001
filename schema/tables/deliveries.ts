import {
  foreignKey,
  index,
  integer,
  primaryKey,
  sqliteTable,
  text,
  uniqueIndex,
} from 'drizzle-orm/sqlite-core'
import type {
  DeliveryEvent,
  DeliveryFault,
  DeliveryState,
  WebhookEvent,
  WebhookFormat,
} from '../api/webhooks.ts'
import type { CountyKey } from './keys.ts'

/** Where the county's news is sent to. */
export const webhook = sqliteTable(
  'webhook',
  {
    county: text().$type<CountyKey>().notNull(),
    id: text().notNull(),
    name: text().notNull(),
    url: text().notNull(),
    format: text().$type<WebhookFormat>().notNull(),
    /** As it signs: it has to be at hand for every message, so it cannot be kept as a hash. */
    secret: text(),
    events: text({ mode: 'json' }).$type<WebhookEvent[]>().notNull(),
    paused: integer({ mode: 'boolean' }).notNull().default(false),
    by: text().notNull(),
    createdAt: text().notNull(),
  },
  (t) => [primaryKey({ columns: [t.county, t.id] })],
)

/** What is told: frozen when it happened, whatever becomes of its subject until it is sent. */
export type DeliveryMessage = { title: string; text: string; url: string | null }

/** One message to one webhook. The unique index lets no event of a subject be told twice to the same one. */
export const delivery = sqliteTable(
  'delivery',
  {
    county: text().$type<CountyKey>().notNull(),
    /** Starts with the time it is about, so that the newest stand first. */
    id: text().notNull(),
    webhook: text().notNull(),
    event: text().$type<DeliveryEvent>().notNull(),
    subject: text().notNull(),
    message: text({ mode: 'json' }).$type<DeliveryMessage>().notNull(),
    state: text().$type<DeliveryState>().notNull(),
    attempts: integer().notNull().default(0),
    fault: text().$type<DeliveryFault>(),
    status: integer(),
    said: text(),
    at: text().notNull(),
    /** When it is looked at next (epoch ms): to be sent while `pending`, to be given up while `sending`; else null. */
    nextAt: integer(),
    settledAt: text(),
  },
  (t) => [
    primaryKey({ columns: [t.county, t.id] }),
    foreignKey({ columns: [t.county, t.webhook], foreignColumns: [webhook.county, webhook.id] }),
    uniqueIndex('delivery_once').on(t.county, t.webhook, t.event, t.subject),
    index('delivery_webhook').on(t.county, t.webhook, t.id),
    index('delivery_state').on(t.county, t.state, t.id),
    index('delivery_next').on(t.county, t.nextAt),
  ],
)
