import {
  type DeliveryRow,
  selectWebhookOf,
  settleDelivery,
  takeDelivery,
  type WebhookRow,
} from '../../data/deliveries.ts'
import { addressFault } from '../../domain/webhooks/address.ts'
import { type Post, postOf } from '../../domain/webhooks/message.ts'
import { type Attempt, type Outcome, outcomeOf } from '../../domain/webhooks/outcome.ts'
import type { CountyContext } from '../context.ts'
import { dueBy } from '../nudge.ts'

/** Milliseconds until an answer must be there. */
const patience = 10_000
/** Bytes of an answer that are read. */
const enough = 4096

/**
 * Sends one delivery that is due, and notes what came of it. It is marked as on its way before, so that a run that dies
 * in between, or a second one, does not send it again. An unknown delivery, or one that is not due, is nothing to do.
 */
export async function deliver(context: CountyContext, id: string): Promise<void> {
  const { db, now } = context
  const [[taken], [hook]] = await db.write(takeDelivery(db, id, now.getTime()), selectWebhookOf(db, id))
  if (!taken || !hook) return
  const outcome = await sent(context, taken, hook)
  const settled = new Date()
  if (outcome.wait !== null) await dueBy(context, settled.getTime() + outcome.wait)
  await db.write(settleDelivery(db, taken, outcome, settled))
}

async function sent({ county, now }: CountyContext, taken: DeliveryRow, hook: WebhookRow): Promise<Outcome> {
  // The rule may have become stricter since the address was noted.
  if (addressFault(hook.url) !== null) {
    return { state: 'dead', fault: 'address', status: null, said: null, wait: null }
  }
  const { id, event, subject, at, message } = taken
  const { code, name } = county
  const told = { delivery: id, event, subject, at, county: { id: county.id, code, name }, ...message }
  const attempt = await attempted(await postOf(told, hook, now.getTime()))
  return outcomeOf(hook.format, attempt, taken.attempts)
}

/** Redirects are not followed: an address that was looked at could lead to one that was not. */
async function attempted({ url, headers, body }: Post): Promise<Attempt> {
  try {
    const signal = AbortSignal.timeout(patience)
    const answer = await fetch(url, { method: 'POST', headers, body, redirect: 'manual', signal })
    return { status: answer.status, body: await beginning(answer) }
  } catch (error) {
    return { fault: error instanceof Error && error.name === 'TimeoutError' ? 'timeout' : 'network' }
  }
}

/** The first bytes of an answer as text; the rest is never taken in. */
async function beginning(answer: Response): Promise<string> {
  if (!answer.body) return ''
  const reader = answer.body.getReader()
  const read = new Uint8Array(enough)
  let length = 0
  while (length < enough) {
    const { done, value } = await reader.read()
    if (done) break
    const part = value.subarray(0, enough - length)
    read.set(part, length)
    length += part.length
  }
  await reader.cancel().catch(() => undefined)
  return new TextDecoder().decode(read.subarray(0, length))
}
