import { eq, sql } from 'drizzle-orm'
import { type AreaLevel, areaLevels } from '../../../schema/api/areas.ts'
import type { Board, NewBoard } from '../../../schema/api/boards.ts'
import { area, board, campaign } from '../../../schema/tables/county.ts'
import type { BoardRow } from '../../data/boards.ts'
import { newId } from '../../data/new-id.ts'
import { policyWarnings } from '../../domain/ranking/policy.ts'
import { Problem } from '../../problems/problem.ts'
import { record } from '../audit.ts'
import type { CountyContext } from '../context.ts'
import { withNudge } from '../nudge.ts'
import { requireCan } from '../require.ts'
import { freezeRoster } from '../rounds/roster.ts'
import { boardTarget } from './board-target.ts'
import { requireKnownSheets, requireSoundPolicy } from './sound-policy.ts'

/**
 * Adds a board; the clock opens its first round. Errors: policy_unsound, not_found (campaign, owner), owner_level,
 * forbidden (an owner outside the member's scope), too_many_subjects, id_taken.
 */
export async function addBoard(context: CountyContext, wanted: NewBoard): Promise<Board> {
  const { db, now, member } = context
  requireSoundPolicy(wanted.policy)
  await requireKnownSheets(db, wanted.policy)
  const ofOwner = wanted.owner === undefined ? eq(area.level, 'county') : eq(area.id, wanted.owner)
  const [[inCampaign], [owner]] = await db.together(
    db.select(campaign, eq(campaign.id, wanted.campaign), { pick: ['id'] }),
    db.select(area, ofOwner, { limit: 1 }),
  )
  if (!inCampaign || !owner) throw new Problem('not_found')
  requireCan(member, 'board.write', boardTarget(owner))
  if (!mayOwn(owner.level, wanted.subject)) throw new Problem('owner_level')
  const subjects = await freezeRoster(db, { owner: owner.id, subject: wanted.subject })

  const row = {
    ...wanted,
    id: wanted.id ?? newId(now.getTime()),
    owner: owner.id,
    visibility: wanted.visibility ?? ('members' as const),
    shows: wanted.shows ?? ('explanations' as const),
    active: true,
    createdAt: now.toISOString(),
  }
  const [[added]] = await withNudge(context, () =>
    db.write(
      db.insert(board, row, { taken: 'ignore' }),
      record(context, 'board.add', row.id, { subject: row.subject, owner: row.owner }, sql`changes() > 0`),
    ),
  )
  if (!added) throw new Problem('id_taken')
  return boardOf(added, subjects.length)
}

/** A board as the API shows it; where the number of its subjects is known, with what is odd about its policy. */
export function boardOf(row: BoardRow, subjects?: number): Board {
  const warnings = subjects === undefined ? [] : policyWarnings(row.policy, subjects)
  return { ...row, ...(warnings.length > 0 ? { warnings } : {}) }
}

/** The county, a township or a village owns boards of what lies below it. */
function mayOwn(owner: AreaLevel, subject: AreaLevel): boolean {
  const owners: readonly AreaLevel[] = ['county', 'township', 'village']
  return owners.includes(owner) && areaLevels.indexOf(subject) > areaLevels.indexOf(owner)
}
