import type { ObjectionListed, ObjectionQuery } from '../../../schema/api/objections.ts'
import { idsIn } from '../../data/found-ids.ts'
import { type ObjectionReach, selectAroundObjections, selectByState } from '../../data/objections.ts'
import { selectPhotosOf } from '../../data/photos.ts'
import type { Member } from '../../domain/access/can.ts'
import type { CountyContext } from '../context.ts'
import { objectionsFrom } from './objection-view.ts'

/**
 * Objections of all rounds in one state, as far as the member's scope reaches; one round trip. Names are those of
 * today. `after` is the id that the page before ended with.
 */
export async function objectionsInReach(
  { db, member }: Pick<CountyContext, 'db' | 'member'>,
  { state = 'pending', township, cursor }: ObjectionQuery,
  limit: number,
): Promise<ObjectionListed[]> {
  const reach = reachOf(member, township)
  if (!reach) return []
  const page = selectByState(db, state, reach, limit, cursor)
  const [rows, photos, rounds, boards, areas] = await db.together(
    page,
    selectPhotosOf(db, 'objection', idsIn(page, ['id'])),
    ...selectAroundObjections(db, page),
  )
  const areaOf = new Map(areas.map((area) => [area.id, area]))
  const shown = objectionsFrom(member, rows, photos, (id) => areaOf.get(id)?.name ?? id)
  return shown.flatMap((objection) => {
    const round = rounds.find(({ id }) => id === objection.round)
    if (!round) return []
    const above = areaOf.get(areaOf.get(objection.subject)?.parent ?? '')
    return {
      ...objection,
      board: round.board,
      boardName: boards.find(({ id }) => id === round.board)?.name ?? '',
      ...{ roundNo: round.no, roundState: round.state, closedAt: round.closedAt },
      ...{ township: above?.id ?? null, townshipName: above?.name ?? '' },
    }
  })
}

/** Undefined where a member asks for a township that is not its own. */
function reachOf({ scope }: Member, township: string | undefined): ObjectionReach | undefined {
  const { kind, id } = scope
  if (kind === 'county' || id === null) return township === undefined ? {} : { township }
  if (kind === 'township') return township === undefined || township === id ? { township: id } : undefined
  return township === undefined ? { village: id } : undefined
}
