import type { Bulletin, BulletinDetail, BulletinQuery } from '../../../schema/api/bulletins.ts'
import { type DraftReach, type OwnedBulletin, selectBulletin, selectBulletins } from '../../data/bulletins.ts'
import { can, type Member } from '../../domain/access/can.ts'
import { dataBlocksIn } from '../../domain/bulletins/content.ts'
import { Problem } from '../../problems/problem.ts'
import type { CountyContext } from '../context.ts'
import { blockValues } from './block-values.ts'
import { bulletinOf, detailOf, mayWrite } from './bulletin-view.ts'

type Reading = Pick<CountyContext, 'db' | 'member' | 'now'>

/** Bulletins the newest first: what was issued, and the drafts the member may write. One round trip. */
export async function bulletinsInReach(
  { db, member }: Reading,
  { cursor, limit = 50, ...filter }: BulletinQuery,
): Promise<{ items: Bulletin[]; nextCursor: string | null }> {
  const drafts = draftsOf(member)
  const [rows] = await db.together(selectBulletins(db, { ...filter, drafts }, limit + 1, cursor))
  const shown = rows.slice(0, limit)
  return {
    items: shown.map(bulletinOf),
    nextCursor: rows.length > limit ? (shown.at(-1)?.id ?? null) : null,
  }
}

/**
 * One bulletin with what its blocks show: as of now for a draft, as of its issue for the others. Of a withdrawn one
 * only those who write bulletins still see the body. Errors: not_found.
 */
export async function readBulletin(context: Reading, id: string): Promise<BulletinDetail> {
  const row = await requireBulletin(context, id)
  if (row.state === 'withdrawn' && !mayWrite(context.member, row))
    return detailOf({ ...row, content: { type: 'doc', content: [] } }, {})
  return detailOf(row, await valuesOf(context, row))
}

/** What a bulletin's blocks show: as frozen, or as of now. */
export async function valuesOf({ db, now }: Pick<Reading, 'db' | 'now'>, row: OwnedBulletin) {
  return row.data ?? (await blockValues(db, row, dataBlocksIn(row.content), now)).data
}

/** A bulletin the member may see. Errors: not_found. */
export async function requireBulletin(
  { db, member }: Pick<CountyContext, 'db' | 'member'>,
  id: string,
): Promise<OwnedBulletin> {
  const [[row]] = await db.together(selectBulletin(db, id))
  const told = row?.state === 'issued' || row?.state === 'withdrawn'
  if (!row || !(told || mayWrite(member, row))) throw new Problem('not_found')
  return row
}

/** A bulletin the member may write. Errors: not_found, forbidden. */
export async function requireWritable(
  context: Pick<CountyContext, 'db' | 'member'>,
  id: string,
): Promise<OwnedBulletin> {
  const row = await requireBulletin(context, id)
  if (!mayWrite(context.member, row)) throw new Problem('forbidden')
  return row
}

function draftsOf(member: Member): DraftReach {
  if (can(member, 'bulletin.write', {})) return 'any'
  const { kind, id } = member.scope
  return can(member, 'bulletin.write') && kind === 'township' && id !== null ? { township: id } : 'none'
}
