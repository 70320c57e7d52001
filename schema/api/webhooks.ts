import { z } from 'zod'
import { Id, Instant, Name, PageQuery } from './common.ts'

/** What a webhook can be told of. `ping` is a test that anybody in the office may send. */
export const webhookEvents = ['bulletin.issued', 'bulletin.withdrawn', 'round.published'] as const
export const WebhookEvent = z.enum(webhookEvents)
export type WebhookEvent = z.infer<typeof WebhookEvent>
export const DeliveryEvent = z.enum([...webhookEvents, 'ping'])
export type DeliveryEvent = z.infer<typeof DeliveryEvent>

/** `json` is signed for programs; the others are the text messages of group robots. */
export const webhookFormats = ['json', 'wecom', 'dingtalk', 'feishu'] as const
export const WebhookFormat = z.enum(webhookFormats)
export type WebhookFormat = z.infer<typeof WebhookFormat>

const Url = z.string().trim().min(1).max(500)
const Secret = z.string().trim().min(8).max(200)
const Events = z.array(WebhookEvent).min(1).max(webhookEvents.length)

export const NewWebhook = z.strictObject({
  id: Id.optional(),
  name: Name,
  url: Url,
  format: WebhookFormat,
  /** Signs what is sent; never given out again. A WeCom robot has none. */
  secret: Secret.optional(),
  events: Events,
})
export type NewWebhook = z.infer<typeof NewWebhook>

export const WebhookChange = z.strictObject({
  name: Name.optional(),
  url: Url.optional(),
  /** null takes the secret away. */
  secret: Secret.nullable().optional(),
  events: Events.optional(),
  paused: z.boolean().optional(),
})
export type WebhookChange = z.infer<typeof WebhookChange>

/**
 * `pending` waits for its time, `sending` is on its way. `delivered` was taken; `dead` was refused or failed to the
 * last attempt; of `unknown` nobody can say whether it arrived. The last two may be sent anew by a person.
 */
export const DeliveryState = z.enum(['pending', 'sending', 'delivered', 'dead', 'unknown'])
export type DeliveryState = z.infer<typeof DeliveryState>

/** How the last attempt went: an HTTP status, or what else happened. */
export const DeliveryFault = z.enum([
  'address',
  'network',
  'timeout',
  'redirect',
  'status',
  'robot',
  'interrupted',
])
export type DeliveryFault = z.infer<typeof DeliveryFault>

export const Delivery = z.object({
  id: z.string(),
  webhook: z.string(),
  event: DeliveryEvent,
  subject: z.string(),
  title: z.string(),
  state: DeliveryState,
  attempts: z.int(),
  fault: DeliveryFault.nullable(),
  /** The receiver's HTTP status, where it answered. */
  status: z.int().nullable(),
  /** What a robot said of its refusal. */
  said: z.string().nullable(),
  at: Instant,
  nextAt: Instant.nullable(),
  settledAt: Instant.nullable(),
})
export type Delivery = z.infer<typeof Delivery>

/** The address is shown by its host and its end: a robot's whole address is a secret. */
export const Webhook = z.object({
  id: z.string(),
  name: z.string(),
  host: z.string(),
  end: z.string(),
  format: WebhookFormat,
  signed: z.boolean(),
  events: z.array(WebhookEvent),
  paused: z.boolean(),
  createdAt: Instant,
  last: Delivery.nullable(),
})
export type Webhook = z.infer<typeof Webhook>

export const DeliveryQuery = PageQuery.extend({ webhook: Id.optional(), state: DeliveryState.optional() })
export type DeliveryQuery = z.infer<typeof DeliveryQuery>
