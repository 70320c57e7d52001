import type { z } from 'zod'
import type { NewRevision, RevisionEffect } from '../../../schema/api/revisions.ts'
import type { CountyContext } from '../context.ts'
import { withNudge } from '../nudge.ts'
import { requireRound } from '../rounds/require-round.ts'
import { correctionBatch, effectOf, workOutCorrection } from './correction.ts'
import { whileItChanges } from './retry.ts'

/**
 * Corrects a published round by a new revision, with the next revisions of later rounds whose streaks it changes and
 * what that does to their actions, all or nothing. Errors: not_found, forbidden, not_published, amendments_refused,
 * conflict.
 */
export async function revise(
  context: CountyContext,
  id: string,
  { reason, amendments }: z.infer<typeof NewRevision>,
): Promise<RevisionEffect> {
  return withNudge(context, () =>
    whileItChanges(async () => {
      const { db } = context
      const owned = await requireRound(context, id, 'revision.write')
      const correction = await workOutCorrection(db, owned, reason, amendments)
      await db.write(...(await correctionBatch(context, correction)))
      return effectOf(correction)
    }),
  )
}

/** What `revise` would do. Nothing is stored. */
export async function previewRevision(
  context: CountyContext,
  id: string,
  { reason, amendments }: z.infer<typeof NewRevision>,
): Promise<RevisionEffect> {
  const owned = await requireRound(context, id, 'revision.write')
  return effectOf(await workOutCorrection(context.db, owned, reason, amendments))
}
