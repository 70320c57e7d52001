import type { Objection } from '../../../schema/api/consequences.ts'
import { listObjections } from '../../data/objections.ts'
import { findRound } from '../../data/rounds.ts'
import { can } from '../../domain/access/can.ts'
import { Problem } from '../../problems/problem.ts'
import type { CountyContext } from '../context.ts'
import { named, objectionsShown } from './objection-view.ts'

/** A round's objections as far as the member's scope reaches, in the order filed. Errors: not_found. */
export async function objectionsOfRound(
  { db, member }: Pick<CountyContext, 'db' | 'member'>,
  roundId: string,
  limit: number,
  after?: string,
): Promise<Objection[]> {
  const round = await findRound(db, roundId)
  if (!round) throw new Problem('not_found')
  const reach = round.roster.filter(({ id, township }) =>
    can(member, 'objection.read', { township, village: id }),
  )
  const subjects = reach.length < round.roster.length ? reach.map(({ id }) => id) : undefined
  const rows = await listObjections(db, roundId, subjects, limit, after)
  return objectionsShown({ db, member }, rows, named(round.roster))
}
