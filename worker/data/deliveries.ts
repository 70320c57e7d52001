import { and, asc, desc, eq, inArray, lt, lte, type SQL, sql } from 'drizzle-orm'
import type { DeliveryEvent, DeliveryState } from '../../schema/api/webhooks.ts'
import { delivery, webhook } from '../../schema/tables/county.ts'
import type { DeliveryMessage } from '../../schema/tables/deliveries.ts'
import type { Outcome } from '../domain/webhooks/outcome.ts'
import type { CountyDb, Row } from './county-db.ts'
import { decodeRow, type Statement } from './statement.ts'

export type WebhookRow = Row<typeof webhook>
export type DeliveryRow = Row<typeof delivery>

/** How long a message may be on its way before it is given up as of unknown fate: far longer than an attempt lasts. */
const onItsWay = 2 * 60_000

export type Announcement = {
  /** The beginning of the deliveries' ids: a time-ordered one. */
  id: string
  event: DeliveryEvent
  subject: string
  message: DeliveryMessage
  at: string
}

/**
 * One delivery for each webhook that listens to the event, or for one webhook alone, which comes back; never a second
 * one of the same.
 */
export function announce(
  db: CountyDb,
  { id, event, subject, message, at }: Announcement,
  { only, when = sql`true` }: { only?: string; when?: SQL } = {},
): Statement<DeliveryRow> {
  const listens =
    only === undefined
      ? sql`not w.paused and exists (select 1 from json_each(w.events) where value = ${event})`
      : sql`w.id = ${only}`
  return {
    sql: sql`insert into ${delivery} (county, id, webhook, event, subject, message, state, attempts, at, nextAt)
      select w.county, ${id} || '-' || lower(hex(randomblob(6))), w.id, ${event}, ${subject},
        ${JSON.stringify(message)}, 'pending', 0, ${at}, ${Date.parse(at)}
      from ${webhook} w where w.county = ${db.county} and ${listens} and ${when}
      on conflict do nothing${only === undefined ? sql.empty() : sql` returning *`}`,
    decode: deliveryRow,
  }
}

/** Takes a delivery that is due, unless another run did: it comes back marked as on its way, with its number of attempts. */
export function takeDelivery(db: CountyDb, id: string, now: number): Statement<DeliveryRow> {
  const due = and(eq(delivery.id, id), eq(delivery.state, 'pending'), lte(delivery.nextAt, now))
  const open = db.exists(webhook, sql`${webhook.id} = ${delivery.webhook} and not ${webhook.paused}`)
  const set = { state: 'sending' as const, attempts: sql`attempts + 1`, nextAt: now + onItsWay }
  return db.update(delivery, set, and(due, open) ?? open)
}

export function selectWebhookOf(db: CountyDb, id: string): Statement<WebhookRow> {
  const its = sql`(select d.webhook from ${delivery} d where d.county = ${db.county} and d.id = ${id})`
  return db.select(webhook, sql`${webhook.id} = ${its}`)
}

/** Notes what came of the attempt that took it. */
export function settleDelivery(
  db: CountyDb,
  { id, attempts }: Pick<DeliveryRow, 'id' | 'attempts'>,
  { wait, ...outcome }: Outcome,
  now: Date,
): Statement<DeliveryRow> {
  const taken = and(eq(delivery.id, id), eq(delivery.state, 'sending'), eq(delivery.attempts, attempts))
  const nextAt = wait === null ? null : now.getTime() + wait
  const settledAt = wait === null ? now.toISOString() : null
  return db.update(delivery, { ...outcome, nextAt, settledAt }, taken ?? sql`false`)
}

/** Whether a delivery's webhook is open, or it is on its way already. */
const moving = (db: CountyDb) => sql`(${delivery.state} = 'sending' or
  ${db.exists(webhook, sql`${webhook.id} = ${delivery.webhook} and not ${webhook.paused}`)})`

/** What is due by `now`: to be sent, or on its way for too long. */
export function selectDueDeliveries(db: CountyDb, now: number, limit: number) {
  const due = and(lte(delivery.nextAt, now), moving(db))
  return db.select(delivery, due, { pick: ['id', 'state'], orderBy: delivery.nextAt, limit })
}

/** The next instant (epoch ms) at which a delivery is due. */
export function selectNextDelivery(db: CountyDb): Statement<Pick<DeliveryRow, 'nextAt'>> {
  const waits = and(sql`${delivery.nextAt} is not null`, moving(db))
  return db.select(delivery, waits, { pick: ['nextAt'], orderBy: delivery.nextAt, limit: 1 })
}

/** Gives up what was on its way when its run died: nobody can say whether it arrived. */
export function giveUp(db: CountyDb, now: Date): Statement<DeliveryRow> {
  const lost = and(eq(delivery.state, 'sending'), lte(delivery.nextAt, now.getTime()))
  const set = { state: 'unknown', fault: 'interrupted', nextAt: null, settledAt: now.toISOString() } as const
  return db.update(delivery, set, lost ?? sql`false`)
}

/** A person sends anew what was refused or of whose fate nobody knows. */
export function sendAnew(db: CountyDb, id: string, now: number): Statement<DeliveryRow> {
  const over = and(eq(delivery.id, id), inArray(delivery.state, ['dead', 'unknown']))
  const set = { state: 'pending', attempts: 0, nextAt: now, settledAt: null } as const
  return db.update(delivery, set, over ?? sql`false`)
}

export function selectDeliveries(
  db: CountyDb,
  { webhook: of, state }: { webhook?: string | undefined; state?: DeliveryState | undefined },
  limit: number,
  before = '~',
): Statement<DeliveryRow> {
  const conditions = [
    lt(delivery.id, before),
    of === undefined ? undefined : eq(delivery.webhook, of),
    state && eq(delivery.state, state),
  ]
  return db.select(delivery, and(...conditions), { orderBy: delivery.id, descending: true, limit })
}

/** The county's webhooks, the oldest first; there are few. */
export function selectWebhooks(db: CountyDb): Statement<WebhookRow> {
  return db.select(webhook, undefined, { orderBy: webhook.id, limit: 100 })
}

/** The newest delivery of each webhook, or of one. */
export function selectLastDeliveries(db: CountyDb, only?: string): Statement<DeliveryRow> {
  const newest = sql`select d.id from ${delivery} d where d.county = w.county and d.webhook = w.id
    order by ${desc(sql`d.id`)} limit 1`
  return {
    sql: sql`select l.* from ${webhook} w join ${delivery} l on l.county = w.county and l.id = (${newest})
      where w.county = ${db.county} ${only === undefined ? sql`` : sql`and w.id = ${only}`} order by ${asc(sql`w.id`)}`,
    decode: deliveryRow,
  }
}

/** Takes a webhook's deliveries away, before the webhook itself. */
export function removeDeliveries(db: CountyDb, of: string): Statement<unknown> {
  return {
    sql: sql`delete from ${delivery} where county = ${db.county} and webhook = ${of}`,
    decode: () => null,
  }
}

/** How many webhooks there are, as a precondition: fewer than `most`. */
export function fewerWebhooks(db: CountyDb, most: number): SQL {
  return sql`(select count(*) from ${webhook} where county = ${db.county}) < ${most}`
}

function deliveryRow({ county: _, ...raw }: Record<string, unknown>): DeliveryRow {
  return decodeRow(delivery, raw) as DeliveryRow
}
