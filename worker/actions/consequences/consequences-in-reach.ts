import type { z } from 'zod'
import type { Consequence, ConsequenceEvent, ConsequenceQuery } from '../../../schema/api/consequences.ts'
import { type ConsequenceFilter, selectConsequence, selectConsequences } from '../../data/consequences.ts'
import { idsIn } from '../../data/found-ids.ts'
import { selectStory } from '../../data/story.ts'
import { can, type Member } from '../../domain/access/can.ts'
import { Problem } from '../../problems/problem.ts'
import type { CountyContext } from '../context.ts'
import { consequencesFrom, selectAround } from './consequence-view.ts'
import { consequenceFor } from './require-consequence.ts'

/** A page of the consequences a member may see, newest first. */
export async function consequencesInReach(
  { db, member }: Pick<CountyContext, 'db' | 'member'>,
  { cursor, limit = 50, ...filter }: z.infer<typeof ConsequenceQuery>,
): Promise<{ items: Consequence[]; nextCursor: string | null }> {
  const page = selectConsequences(db, { ...filter, ...reachOf(member) }, limit + 1, cursor)
  const [rows, ...around] = await db.together(
    page,
    ...selectAround(db, { rounds: idsIn(page, ['round']), recorded: idsIn(page, ['id']) }),
  )
  const items = consequencesFrom(rows.slice(0, limit), around)
  return { items, nextCursor: rows.length > limit ? (items.at(-1)?.id ?? null) : null }
}

/** One consequence as the API shows it. Errors: not_found, forbidden. */
export async function readConsequence(
  { db, member }: Pick<CountyContext, 'db' | 'member'>,
  id: string,
): Promise<Consequence> {
  const one = selectConsequence(db, id)
  const [[found], ...around] = await db.together(
    one,
    ...selectAround(db, { rounds: idsIn(one, ['round']), recorded: [id] }),
  )
  const [shown] = consequencesFrom([consequenceFor(member, 'consequence.read', found)], around)
  if (!shown) throw new Problem('not_found')
  return shown
}

/** What was done with a consequence, the newest first. Errors: not_found, forbidden. */
export async function storyOf(
  { db, member }: Pick<CountyContext, 'db' | 'member'>,
  id: string,
): Promise<ConsequenceEvent[]> {
  const [[found], rows] = await db.together(selectConsequence(db, id), selectStory(db, id, 100))
  consequenceFor(member, 'consequence.read', found)
  return rows.map(({ actor, ...event }) => ({ ...event, by: actor }))
}

/** A township's members see their township's, a village's those about itself: found by its township. */
function reachOf(member: Member): ConsequenceFilter {
  if (can(member, 'consequence.read', {})) return {}
  const { kind, id, township } = member.scope
  if (kind === 'township') return { within: id ?? '' }
  return { subject: id ?? '', ...(township === null ? {} : { within: township }) }
}
