import { sql } from 'drizzle-orm'
import type { z } from 'zod'
import type { BulletinChange, BulletinDetail } from '../../../schema/api/bulletins.ts'
import { bulletin } from '../../../schema/tables/county.ts'
import { changeDraft, type OwnedBulletin, unchangedDraft } from '../../data/bulletins.ts'
import type { Statement } from '../../data/statement.ts'
import { picturesIn } from '../../domain/bulletins/content.ts'
import { Problem } from '../../problems/problem.ts'
import { record } from '../audit.ts'
import type { CountyContext } from '../context.ts'
import { attachPhotos } from '../photos/attach.ts'
import { whileItChanges } from '../publication/retry.ts'
import { detailOf } from './bulletin-view.ts'
import { requireWritable, valuesOf } from './read-bulletins.ts'
import { refuseContent } from './refuse-content.ts'

type Change = z.infer<typeof BulletinChange>

/**
 * Changes a draft as it was seen. Photos put in become evidence at once, so that they are kept while it is written.
 * Errors: not_found, forbidden, invalid (photos, too many pictures), bulletin_frozen, bulletin_changed (with `version`).
 */
export async function changeBulletin(
  context: CountyContext,
  id: string,
  { version, ...change }: Change,
): Promise<BulletinDetail> {
  const before = await requireWritable(context, id)
  requireDraft(before, version)
  if (change.content) refuseContent(change.content)
  const after = await whileItChanges(() => store(context, before, change))
  const row = { ...before, ...after }
  return detailOf(row, await valuesOf(context, row))
}

async function store(context: CountyContext, before: OwnedBulletin, change: Omit<Change, 'version'>) {
  const { db } = context
  const { id, version } = before
  const detail = { version: version + 1, fields: Object.keys(change) }
  const [[after]] = await db.write(
    changeDraft(db, before, change),
    record(context, 'bulletin.change', id, detail, sql`changes() > 0`),
    ...(await keepPictures(context, before, change.content)),
  )
  return after ?? refuseChanged(context, id)
}

/** Pictures that are new in the body become evidence of the bulletin. */
async function keepPictures(
  context: CountyContext,
  { id, version, content: was }: OwnedBulletin,
  content: Change['content'],
): Promise<Statement<unknown>[]> {
  if (!content) return []
  const there = new Set(picturesIn(was).map(({ photo }) => photo))
  const added = picturesIn(content).filter(({ photo }) => !there.has(photo))
  const changed = context.db.exists(bulletin, unchangedDraft(id, version + 1))
  return attachPhotos(
    context,
    {
      target: 'bulletin',
      targetId: id,
      area: null,
      role: 'evidence',
      when: changed,
      path: 'content.pictures',
    },
    added.map(({ photo }) => photo),
  )
}

/** Errors: bulletin_frozen; bulletin_changed with the draft's version where it is not the one that was seen. */
export function requireDraft(
  { state, version }: Pick<OwnedBulletin, 'state' | 'version'>,
  seen: number,
): void {
  if (state !== 'draft') throw new Problem('bulletin_frozen')
  if (version !== seen) throw new Problem('bulletin_changed', {}, { extra: { version } })
}

/** Says why a draft's change found it no longer as it was seen. */
export async function refuseChanged(context: CountyContext, id: string): Promise<never> {
  const { state, version } = await requireWritable(context, id)
  throw state === 'draft'
    ? new Problem('bulletin_changed', {}, { extra: { version } })
    : new Problem('bulletin_frozen')
}
