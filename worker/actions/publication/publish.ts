import type { z } from 'zod'
import type { Round } from '../../../schema/api/boards.ts'
import type { Publication } from '../../../schema/api/revisions.ts'
import { selectSaid } from '../../data/drafts.ts'
import { selectPending } from '../../data/objections.ts'
import { selectToPublish } from '../../data/publications.ts'
import { can } from '../../domain/access/can.ts'
import { Problem } from '../../problems/problem.ts'
import { record } from '../audit.ts'
import { boardTarget } from '../boards/board-target.ts'
import { makeConsequences } from '../consequences/make.ts'
import type { CountyContext } from '../context.ts'
import { announcement } from '../deliveries/announce.ts'
import { withNudge } from '../nudge.ts'
import { requireCan } from '../require.ts'
import { roundOf } from '../rounds/require-round.ts'
import { inputOf, readLedger, readSaid } from '../rounds/round-input.ts'
import { pastBefore, pendingUnchanged } from './board-past.ts'
import { aftermath } from './later-rounds.ts'
import { missingSources } from './missing-sources.ts'
import { type Publishing, publicationBatch, publishRound } from './publication-batch.ts'
import { publishedMessage } from './published-message.ts'
import { readingOf } from './reading.ts'
import { whileItChanges } from './retry.ts'

/**
 * Publishes a closed round as its revision 1 and makes the actions that follow from it, all or nothing. A required
 * source that lacks subjects, or a pending objection, holds it up unless `waive` says why not.
 * Errors: not_found, forbidden, round_open, round_published, publication_blocked, conflict.
 */
export async function publish(
  context: CountyContext,
  id: string,
  wanted: z.infer<typeof Publication>,
): Promise<Round> {
  return withNudge(context, () => whileItChanges(() => publishAsRead(context, id, wanted.waive)))
}

async function publishAsRead(context: CountyContext, id: string, waive: string | undefined): Promise<Round> {
  const { db } = context
  // Whose board it is matters to members whose reach ends somewhere.
  const owned = !can(context.member, 'publication.write', {})
  const [[found], pending, [draft]] = await db.together(
    selectToPublish(db, id, { owned }),
    selectPending(db, id),
    selectSaid(db, id),
  )
  if (!found) throw new Problem('not_found')
  const { round, board, owner } = found
  requireCan(context.member, 'publication.write', owner ? boardTarget(owner) : {})
  if (round.state === 'open') throw new Problem('round_open')
  if (round.state === 'published') throw new Problem('round_published')

  const known = draft?.version === round.version ? draft.said : null
  const [past, { reports, amendments }, ledger] = await Promise.all([
    pastBefore(db, round, found.past),
    known ?? readSaid(db, id),
    readLedger(db, round),
  ])
  const { previous } = past
  const input = inputOf(round, { reports, amendments, previous, ledger })
  const missing = missingSources(input)
  const objections = pending.map((objection) => objection.id)
  const blocked = missing.length > 0 || objections.length > 0
  if (blocked && waive === undefined) {
    throw new Problem('publication_blocked', {}, { extra: { missing, objections } })
  }

  const reading = await readingOf(round, 1, input)
  const reason = blocked ? (waive ?? null) : null
  const publishing: Publishing = {
    ...{ round, board, past, reading, reason, amendments: input.amendments ?? [] },
    after: await aftermath(db, reading, past.later),
  }
  const objectors = new Set(pending.map(({ subject }) => subject))
  const lacking = missing.map(({ source, subjects }) => ({ source, subjects: subjects.length }))
  const detail = { revision: 1, sha256: reading.sha256, missing: lacking, objections, waived: blocked }
  await db.write(
    ...publishRound(context, publishing),
    db.demand(pendingUnchanged(db, id, pending.length)),
    ...(await publicationBatch(context, publishing)),
    ...(await makeConsequences(context, publishing, reading, objectors, reason)),
    record(context, 'round.publish', id, detail),
    announcement(context, 'round.published', id, publishedMessage(context, publishing)),
  )
  return roundOf({ ...round, state: 'published', publishedAt: context.now.toISOString(), revision: 1 })
}
