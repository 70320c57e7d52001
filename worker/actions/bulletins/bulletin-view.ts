import type { Bulletin, BulletinDetail } from '../../../schema/api/bulletins.ts'
import type { BulletinHead, OwnedBulletin } from '../../data/bulletins.ts'
import { can, type Member, type Target } from '../../domain/access/can.ts'

/** A bulletin as lists show it. */
export function bulletinOf(row: BulletinHead): Bulletin {
  const { id, kind, state, owner, ownerName, title, issuer, number, visibility, round, version } = row
  return {
    ...{ id, kind, state, owner, ownerName, title, issuer, number, visibility, round, version },
    ...{ from: row.fromDay, to: row.toDay, createdAt: row.createdAt, issuedAt: row.issuedAt },
    withdrawn: row.withdrawnAt === null ? null : { at: row.withdrawnAt, reason: row.withdrawnFor ?? '' },
  }
}

/** A bulletin with its body; `data` is what its blocks show. */
export function detailOf(row: OwnedBulletin, data: BulletinDetail['data']): BulletinDetail {
  return { ...bulletinOf(row), content: row.content, data }
}

/** What a bulletin belongs to, as far as scopes ask. */
export function bulletinTarget({ owner, ownerLevel }: Pick<OwnedBulletin, 'owner' | 'ownerLevel'>): Target {
  return ownerLevel === 'township' ? { township: owner } : {}
}

/** Whether a member may write this bulletin, and so see it while it is a draft. */
export function mayWrite(member: Member, row: Pick<OwnedBulletin, 'owner' | 'ownerLevel'>): boolean {
  return can(member, 'bulletin.write', bulletinTarget(row))
}
