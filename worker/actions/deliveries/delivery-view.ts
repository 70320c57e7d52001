import type { Delivery } from '../../../schema/api/webhooks.ts'
import type { DeliveryRow } from '../../data/deliveries.ts'

/** A delivery as the office reads it. */
export function deliveryView({ message, nextAt, ...row }: DeliveryRow): Delivery {
  const next = row.state === 'pending' && nextAt !== null ? new Date(nextAt).toISOString() : null
  return { ...row, title: message.title, nextAt: next }
}
