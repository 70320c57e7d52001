import type { Objection } from '../../../schema/api/consequences.ts'
import { idsIn } from '../../data/found-ids.ts'
import { selectObjections, selectRosterOf } from '../../data/objections.ts'
import { selectPhotosOf } from '../../data/photos.ts'
import { selectRound } from '../../data/rounds.ts'
import { can } from '../../domain/access/can.ts'
import { Problem } from '../../problems/problem.ts'
import type { CountyContext } from '../context.ts'
import { named, objectionsFrom } from './objection-view.ts'

/** A round's objections as far as the member's scope reaches, in the order filed. Errors: not_found. */
export async function objectionsOfRound(
  { db, member }: Pick<CountyContext, 'db' | 'member'>,
  roundId: string,
  limit: number,
  after?: string,
): Promise<Objection[]> {
  const { kind, id } = member.scope
  const everywhere = can(member, 'objection.read', {})
  const subjects = everywhere ? undefined : selectRosterOf(db, roundId, { kind, id })
  const page = selectObjections(db, roundId, subjects, limit, after)
  const [[round], rows, photos] = await db.together(
    selectRound(db, roundId),
    page,
    selectPhotosOf(db, 'objection', idsIn(page, ['id'])),
  )
  if (!round) throw new Problem('not_found')
  return objectionsFrom(member, rows, photos, named(round.roster))
}
