import { sql } from 'drizzle-orm'
import type { DataValues } from '../../../schema/api/bulletin-content.ts'
import type { BulletinDetail } from '../../../schema/api/bulletins.ts'
import { releasePictures } from '../../data/bulletin-pictures.ts'
import { changeDraft, markWithdrawn, type OwnedBulletin, settledBy } from '../../data/bulletins.ts'
import { dataBlocksIn, ofBoards, picturesIn, picturesOf } from '../../domain/bulletins/content.ts'
import { Problem } from '../../problems/problem.ts'
import { record } from '../audit.ts'
import type { CountyContext } from '../context.ts'
import { withNudge } from '../nudge.ts'
import { attachPhotos } from '../photos/attach.ts'
import { whileItChanges } from '../publication/retry.ts'
import { blockValues } from './block-values.ts'
import { detailOf } from './bulletin-view.ts'
import { refuseChanged, requireDraft } from './change-bulletin.ts'
import { whenIssued, whenWithdrawn } from './issued.ts'
import { readBulletin, requireWritable } from './read-bulletins.ts'

/** D1 keeps rows below two million bytes. */
const mostBytes = 1_500_000

/**
 * Issues a draft as it was seen: freezes its body and what its data blocks show, and keeps its pictures. Errors:
 * not_found, forbidden, bulletin_frozen, bulletin_changed, bulletin_empty, bulletin_too_large, bulletin_board_private,
 * invalid (a picture that is gone), conflict.
 */
export async function issueBulletin(
  context: CountyContext,
  id: string,
  version: number,
): Promise<BulletinDetail> {
  const before = await requireWritable(context, id)
  requireDraft(before, version)
  if (before.content.content.length === 0) throw new Problem('bulletin_empty')
  return withNudge(context, () => whileItChanges(() => freeze(context, before)))
}

async function freeze(context: CountyContext, before: OwnedBulletin): Promise<BulletinDetail> {
  const { db, now, member } = context
  const { id, version, content } = before
  const data = await frozenValues(context, before)
  if (JSON.stringify(content).length + JSON.stringify(data).length > mostBytes)
    throw new Problem('bulletin_too_large', { limit: mostBytes })
  const set = { state: 'issued' as const, data, issuedAt: now.toISOString(), issuedBy: member.id }
  const issued: OwnedBulletin = { ...before, ...set, version: version + 1 }
  const when = settledBy(db, issued)
  const pictures = [...new Set([...picturesIn(content).map(({ photo }) => photo), ...picturesOf(data)])]
  const [[after]] = await db.write(
    changeDraft(db, before, set),
    record(context, 'bulletin.issue', id, { version: version + 1 }, sql`changes() > 0`),
    ...(await attachPhotos(context, { ...evidenceOf(id), when }, pictures)),
    ...releasePictures(db, id, pictures, now, when),
    ...(await whenIssued(context, issued)),
  )
  return after ? detailOf(issued, data) : refuseChanged(context, id)
}

/** What its blocks show from now on. The public is told nothing of a board that it is not shown. */
async function frozenValues({ db, now }: CountyContext, before: OwnedBulletin): Promise<DataValues> {
  const blocks = dataBlocksIn(before.content)
  const { data, board } = await blockValues(db, before, blocks, now)
  const ranks = blocks.some(({ attrs }) => ofBoards.has(attrs.kind) && data[attrs.id]?.form !== 'nothing')
  if (before.visibility === 'public' && board?.visibility === 'members' && ranks)
    throw new Problem('bulletin_board_private', { board: board.board })
  return data
}

/** What a bulletin shows is evidence of it, and stays stored as long as it stays. */
function evidenceOf(targetId: string) {
  return { target: 'bulletin', targetId, area: null, role: 'evidence', path: 'content.pictures' } as const
}

/** Withdraws an issued bulletin, saying why. Errors: not_found, forbidden, bulletin_not_issued. */
export async function withdrawBulletin(
  context: CountyContext,
  id: string,
  reason: string,
): Promise<BulletinDetail> {
  const { db, now } = context
  const before = await requireWritable(context, id)
  const [[withdrawn]] = await withNudge(context, () =>
    db.write(
      markWithdrawn(db, id, { withdrawnAt: now.toISOString(), withdrawnFor: reason }),
      record(context, 'bulletin.withdraw', id, { reason }, sql`changes() > 0`),
      ...whenWithdrawn(context, before, reason),
    ),
  )
  if (!withdrawn) throw new Problem('bulletin_not_issued')
  return readBulletin(context, id)
}

/** Throws a draft away; it stays known to those who write bulletins. Errors: not_found, forbidden, bulletin_frozen. */
export async function discardBulletin(context: CountyContext, id: string): Promise<void> {
  const { db, now } = context
  const before = await requireWritable(context, id)
  if (before.state === 'discarded') return
  requireDraft(before, before.version)
  const [[discarded]] = await withNudge(context, () =>
    db.write(
      changeDraft(db, before, { state: 'discarded' }),
      record(context, 'bulletin.discard', id, {}, sql`changes() > 0`),
      ...releasePictures(
        db,
        id,
        [],
        now,
        settledBy(db, { id, version: before.version + 1, state: 'discarded' }),
      ),
    ),
  )
  if (!discarded) return refuseChanged(context, id)
}
