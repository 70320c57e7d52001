import { and, eq } from 'drizzle-orm'
import { bulletin } from '../../../schema/tables/county.ts'
import type { DeliveryMessage } from '../../../schema/tables/deliveries.ts'
import { type OwnedBulletin, settledBy } from '../../data/bulletins.ts'
import type { Statement } from '../../data/statement.ts'
import type { CountyContext } from '../context.ts'
import { announcement } from '../deliveries/announce.ts'

/** What else happens in the batch that issues a bulletin; each statement repeats that it is issued now. */
export async function whenIssued(
  context: CountyContext,
  issued: OwnedBulletin,
): Promise<Statement<unknown>[]> {
  const when = settledBy(context.db, issued)
  return [announcement(context, 'bulletin.issued', issued.id, told(context, issued, '印发通报'), when)]
}

/** What else happens in the batch that withdraws one: whoever was told of it is told why it no longer counts. */
export function whenWithdrawn(
  context: CountyContext,
  row: OwnedBulletin,
  reason: string,
): Statement<unknown>[] {
  const now = eq(bulletin.withdrawnAt, context.now.toISOString())
  const when = context.db.exists(bulletin, and(eq(bulletin.id, row.id), now) ?? now)
  const message = told(context, row, '撤回通报')
  const text = `${message.text}撤回原因：${reason}`
  return [announcement(context, 'bulletin.withdrawn', row.id, { ...message, text }, when)]
}

/** Title and address alone: what a bulletin for members says does not leave the county with a message. */
function told(
  { county, origin }: CountyContext,
  { id, title, number, ownerName, visibility }: OwnedBulletin,
  act: string,
): DeliveryMessage {
  const open = visibility === 'public' && county.status === 'approved'
  const path = open ? `/c/${county.code}/bulletins/${id}` : `/console/${county.id}/bulletins/${id}`
  const text = `【${county.name}】${ownerName}${act}：《${title}》${number === null ? '' : `（${number}）`}。`
  return { title, text, url: `${origin}${path}` }
}
