import type { z } from 'zod'
import type { Consequence, ConsequenceQuery } from '../../../schema/api/consequences.ts'
import { type ConsequenceFilter, selectConsequences } from '../../data/consequences.ts'
import { can, type Member } from '../../domain/access/can.ts'
import type { CountyContext } from '../context.ts'
import { consequencesOf } from './consequence-view.ts'

/** A page of the consequences a member may see, newest first. */
export async function consequencesInReach(
  { db, member }: Pick<CountyContext, 'db' | 'member'>,
  { cursor, limit = 50, ...filter }: z.infer<typeof ConsequenceQuery>,
): Promise<{ items: Consequence[]; nextCursor: string | null }> {
  const [rows] = await db.together(
    selectConsequences(db, { ...filter, ...reachOf(member) }, limit + 1, cursor),
  )
  const items = await consequencesOf(db, rows.slice(0, limit))
  return { items, nextCursor: rows.length > limit ? (items.at(-1)?.id ?? null) : null }
}

/** A township's members see their township's, a village's those about itself: found by its township. */
function reachOf(member: Member): ConsequenceFilter {
  if (can(member, 'consequence.read', {})) return {}
  const { kind, id, township } = member.scope
  if (kind === 'township') return { within: id ?? '' }
  return { subject: id ?? '', ...(township === null ? {} : { within: township }) }
}
