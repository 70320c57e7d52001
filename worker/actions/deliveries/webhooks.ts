import { eq, sql } from 'drizzle-orm'
import type { NewWebhook, Webhook, WebhookChange } from '../../../schema/api/webhooks.ts'
import { webhook } from '../../../schema/tables/county.ts'
import {
  fewerWebhooks,
  removeDeliveries,
  selectLastDeliveries,
  selectWebhooks,
  type WebhookRow,
} from '../../data/deliveries.ts'
import { newId } from '../../data/new-id.ts'
import { addressFault } from '../../domain/webhooks/address.ts'
import { Problem } from '../../problems/problem.ts'
import { addressMessages } from '../../problems/webhooks.ts'
import { record } from '../audit.ts'
import type { CountyContext } from '../context.ts'
import { withNudge } from '../nudge.ts'
import { deliveryView } from './delivery-view.ts'

/** Each event is one message to each of them. */
const most = 20

/** The county's webhooks, each with its newest delivery. One round trip. */
export async function webhooksOf({ db }: Pick<CountyContext, 'db'>): Promise<Webhook[]> {
  const [hooks, last] = await db.together(selectWebhooks(db), selectLastDeliveries(db))
  const lastOf = new Map(last.map((row) => [row.webhook, row]))
  return hooks.map((row) => ({ ...webhookView(row), last: viewOrNull(lastOf.get(row.id)) }))
}

/** Adds a webhook. Errors: invalid (an address that may not be called), id_taken, webhook_limit. */
export async function addWebhook(context: CountyContext, wanted: NewWebhook): Promise<Webhook> {
  const { db, member, now } = context
  requireAddress(wanted.url)
  const { id = newId(now.getTime()), name, url, format, secret = null } = wanted
  const events = [...new Set(wanted.events)]
  const row = { id, name, url, format, secret, events, by: member.id, createdAt: now.toISOString() }
  const detail = { format, host: new URL(url).hostname, events }
  const [[added], , [taken]] = await db.write(
    db.insert(webhook, row, { taken: 'ignore', when: fewerWebhooks(db, most) }),
    record(context, 'webhook.add', id, detail, sql`changes() > 0`),
    db.select(webhook, eq(webhook.id, id), { pick: ['id'] }),
  )
  if (added) return { ...webhookView(added), last: null }
  throw taken ? new Problem('id_taken') : new Problem('webhook_limit', { most })
}

/** Changes or pauses a webhook; what waited goes on when it is opened again. Errors: not_found, invalid. */
export async function changeWebhook(
  context: CountyContext,
  id: string,
  { paused, ...wanted }: WebhookChange,
): Promise<Webhook> {
  const { db } = context
  if (wanted.url !== undefined) requireAddress(wanted.url)
  const set = { ...wanted, ...(paused === undefined ? {} : { paused }) }
  const detail = { changed: Object.keys(set), ...(paused === undefined ? {} : { paused }) }
  // Naming a column keeps an empty change a statement.
  const changed = { id, ...set } as Partial<WebhookRow>
  const [[row], , [last]] = await withNudge(context, () =>
    db.write(
      db.update(webhook, changed, eq(webhook.id, id)),
      record(context, 'webhook.change', id, detail, sql`changes() > 0`),
      selectLastDeliveries(db, id),
    ),
  )
  if (!row) throw new Problem('not_found')
  return { ...webhookView(row), last: viewOrNull(last) }
}

/** Takes a webhook away with the list of what was sent to it. Errors: not_found. */
export async function removeWebhook(context: CountyContext, id: string): Promise<void> {
  const { db } = context
  const [, [removed]] = await db.write(
    removeDeliveries(db, id),
    db.remove(webhook, eq(webhook.id, id)),
    record(context, 'webhook.remove', id, {}, sql`changes() > 0`),
  )
  if (!removed) throw new Problem('not_found')
}

function requireAddress(url: string): void {
  const fault = addressFault(url)
  if (fault === null) return
  const fields = (language: 'zh' | 'en') => [{ path: 'url', message: addressMessages[fault][language] }]
  throw new Problem('invalid', {}, { fields })
}

function webhookView({
  id,
  name,
  url,
  format,
  secret,
  events,
  paused,
  createdAt,
}: WebhookRow): Omit<Webhook, 'last'> {
  const signed = secret !== null
  return {
    id,
    name,
    host: new URL(url).hostname,
    end: url.slice(-4),
    format,
    signed,
    events,
    paused,
    createdAt,
  }
}

function viewOrNull(row: Parameters<typeof deliveryView>[0] | undefined) {
  return row ? deliveryView(row) : null
}
