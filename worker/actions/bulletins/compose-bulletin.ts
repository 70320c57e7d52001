import { eq, sql } from 'drizzle-orm'
import type { BulletinDetail, NewBulletin } from '../../../schema/api/bulletins.ts'
import { area, board, round } from '../../../schema/tables/county.ts'
import type { AreaRow } from '../../data/areas.ts'
import { addDraft, type BulletinRow, type OwnedBulletin, selectBulletin } from '../../data/bulletins.ts'
import { newId } from '../../data/new-id.ts'
import { sha256 } from '../../data/sha256.ts'
import { dayAfter } from '../../domain/calendar/calendar.ts'
import { canonicalJson } from '../../domain/canonical.ts'
import { refuseFaults } from '../../problems/field-faults.ts'
import { Problem } from '../../problems/problem.ts'
import { record } from '../audit.ts'
import type { CountyContext } from '../context.ts'
import { requireCan } from '../require.ts'
import { bulletinTarget, detailOf } from './bulletin-view.ts'
import { draftOf } from './draft.ts'
import { readBulletin } from './read-bulletins.ts'

/** As far as a bulletin looks back. */
const mostDays = 366

/**
 * Composes a draft from the data of its days. The same again from the same member gives the first one, as it is now.
 * Errors: not_found (owner, round), forbidden, bulletin_owner, round_not_published, invalid (days), id_taken.
 */
export async function composeBulletin(
  context: CountyContext,
  wanted: NewBulletin,
): Promise<{ made: boolean; shown: BulletinDetail }> {
  const { db, now, member } = context
  const id = wanted.id ?? newId(now.getTime())
  const digest = await sha256(canonicalJson({ by: member.id, wanted }))
  const [[before]] = await db.together(selectBulletin(db, id))
  if (before) return { made: false, shown: await sameAs(context, before, digest) }
  refuseFaults(faultsOf(wanted))
  const { owner, about } = await groundOf(context, wanted)
  requireCan(member, 'bulletin.write', bulletinTarget({ owner: owner.id, ownerLevel: owner.level }))
  const { row, data } = await draftOf(context, { ...wanted, id, digest, owner, about })
  const [[added]] = await db.write(
    addDraft(db, row),
    record(context, 'bulletin.compose', id, { kind: row.kind, owner: row.owner }, sql`changes() > 0`),
  )
  if (added) return { made: true, shown: detailOf(owned(added, owner), data) }
  const [[other]] = await db.together(selectBulletin(db, id))
  if (!other) throw new Problem('conflict')
  return { made: false, shown: await sameAs(context, other, digest) }
}

/** Whose bulletin it is to be, and the round it reports on. */
async function groundOf({ db }: CountyContext, wanted: NewBulletin) {
  const ofOwner = wanted.owner === undefined ? eq(area.level, 'county') : eq(area.id, wanted.owner)
  const [[owner], [known], boards] = await db.together(
    db.select(area, ofOwner, { pick: ['id', 'name', 'level'], limit: 1 }),
    db.select(round, eq(round.id, wanted.round ?? ''), { pick: ['id', 'board', 'no', 'state'] }),
    db.select(board, undefined, { pick: ['id', 'name'], limit: 1000 }),
  )
  if (!owner || (wanted.round !== undefined && !known)) throw new Problem('not_found')
  if (owner.level !== 'county' && owner.level !== 'township') throw new Problem('bulletin_owner')
  if (known && known.state !== 'published') throw new Problem('round_not_published')
  const name = boards.find(({ id }) => id === known?.board)?.name ?? ''
  return { owner, about: known && { round: known.id, board: name, no: known.no } }
}

function faultsOf({ from, to }: NewBulletin) {
  if (to < from) return [{ path: 'to', fault: 'backwards' as const }]
  return to > dayAfter(from, mostDays) ? [{ path: 'to', fault: 'too_long' as const }] : []
}

async function sameAs(
  context: CountyContext,
  before: OwnedBulletin,
  digest: string,
): Promise<BulletinDetail> {
  if (before.digest !== digest) throw new Problem('id_taken')
  return readBulletin(context, before.id)
}

function owned(row: BulletinRow, owner: Pick<AreaRow, 'name' | 'level'>): OwnedBulletin {
  return { ...row, ownerName: owner.name, ownerLevel: owner.level }
}
