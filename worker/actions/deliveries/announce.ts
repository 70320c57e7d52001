import type { SQL } from 'drizzle-orm'
import type { WebhookEvent } from '../../../schema/api/webhooks.ts'
import type { DeliveryMessage } from '../../../schema/tables/deliveries.ts'
import { announce } from '../../data/deliveries.ts'
import { newId } from '../../data/new-id.ts'
import type { Statement } from '../../data/statement.ts'
import type { CountyContext } from '../context.ts'

/**
 * Tells the county's webhooks that something happened to `subject`: a statement for the batch in which it happens, so
 * that either both are kept or neither. `when` repeats the change's precondition. The sending itself is due work: the
 * change runs within `withNudge`. A message is plain text; its `url` is null where there is nothing to open.
 */
export function announcement(
  { db, now }: Pick<CountyContext, 'db' | 'now'>,
  event: WebhookEvent,
  subject: string,
  message: DeliveryMessage,
  when?: SQL,
): Statement<unknown> {
  const told = { id: newId(now.getTime()), event, subject, message, at: now.toISOString() }
  return announce(db, told, when ? { when } : {})
}
