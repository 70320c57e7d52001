import { eq, sql } from 'drizzle-orm'
import type { Delivery, DeliveryQuery } from '../../../schema/api/webhooks.ts'
import { delivery, webhook } from '../../../schema/tables/county.ts'
import { announce, selectDeliveries, sendAnew } from '../../data/deliveries.ts'
import { newId } from '../../data/new-id.ts'
import { Problem } from '../../problems/problem.ts'
import { record } from '../audit.ts'
import type { CountyContext } from '../context.ts'
import { withNudge } from '../nudge.ts'
import { deliveryView } from './delivery-view.ts'

/** What was sent and is to be sent, newest first: one row more than `limit` where there is more. */
export async function deliveriesOf(
  { db }: Pick<CountyContext, 'db'>,
  { webhook: of, state, cursor }: DeliveryQuery,
  limit: number,
): Promise<Delivery[]> {
  const [rows] = await db.together(selectDeliveries(db, { webhook: of, state }, limit, cursor))
  return rows.map(deliveryView)
}

/** Sends a test message to one webhook. Errors: not_found, webhook_paused. */
export async function ping(context: CountyContext, id: string): Promise<Delivery> {
  const { db, county, now, origin } = context
  const title = '测试消息'
  const message = {
    title,
    text: `【${county.name}】乡榜测试消息：收到这一条，说明推送已经接通。`,
    url: `${origin}/console/${county.id}`,
  }
  const told = { id: newId(now.getTime()), event: 'ping' as const, subject: newId(now.getTime()), message }
  const open = db.exists(webhook, sql`${webhook.id} = ${id} and not ${webhook.paused}`)
  const [[made], , [known]] = await withNudge(context, () =>
    db.write(
      announce(db, { ...told, at: now.toISOString() }, { only: id, when: open }),
      record(context, 'webhook.ping', id, {}, sql`changes() > 0`),
      db.select(webhook, eq(webhook.id, id), { pick: ['id'] }),
    ),
  )
  if (made) return deliveryView(made)
  throw new Problem(known ? 'webhook_paused' : 'not_found')
}

/** Sends anew what was refused, or of whose fate nobody knows. Errors: not_found, delivery_moving. */
export async function resend(context: CountyContext, id: string): Promise<Delivery> {
  const { db, now } = context
  const [[again], , [known]] = await withNudge(context, () =>
    db.write(
      sendAnew(db, id, now.getTime()),
      record(context, 'delivery.resend', id, {}, sql`changes() > 0`),
      db.select(delivery, eq(delivery.id, id), { pick: ['id'] }),
    ),
  )
  if (again) return deliveryView(again)
  throw new Problem(known ? 'delivery_moving' : 'not_found')
}
