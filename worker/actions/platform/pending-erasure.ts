import type { PendingErasure } from '../../../schema/api/erasures.ts'
import { countPlatformAdmins, findOpenErasure } from '../../data/erasures.ts'
import type { CountyContext } from '../context.ts'

/** What a county's own administrators are told of its erasure. */
export async function pendingErasure({ control, county }: CountyContext): Promise<PendingErasure> {
  const open = await findOpenErasure(control, county.id)
  if (!open) return { erasure: null }
  const { state, reason, requestedAt, dueAt } = open
  const mayConfirm = state === 'requested' && (await countPlatformAdmins(control)) <= 1
  return { erasure: { state, reason, requestedAt, dueAt, mayConfirm } }
}
