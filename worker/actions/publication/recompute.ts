import type { RoundInput } from '../../../schema/api/ranking.ts'
import type { Recomputation, RevisionSummary } from '../../../schema/api/revisions.ts'
import {
  type RevisionRow,
  selectRevision,
  selectRevisionInput,
  selectRevisions,
} from '../../data/revisions.ts'
import { selectOwnedRound } from '../../data/rounds.ts'
import { canonicalJson } from '../../domain/canonical.ts'
import { rank } from '../../domain/ranking/rank.ts'
import { Problem } from '../../problems/problem.ts'
import type { CountyContext } from '../context.ts'
import { roundFor } from '../rounds/require-round.ts'
import { hashOf } from './reading.ts'

/** A revision with the inputs it was computed from. Errors: not_found, forbidden. */
export async function findFrozen(
  context: Pick<CountyContext, 'db' | 'member'>,
  roundId: string,
  no: number,
): Promise<{ revision: RevisionRow; input: RoundInput }> {
  const { db, member } = context
  const [[found], [revision], [frozen]] = await db.together(
    selectOwnedRound(db, roundId),
    selectRevision(db, roundId, no),
    selectRevisionInput(db, roundId, no),
  )
  roundFor(member, 'revision.read', found)
  if (!revision || !frozen) throw new Problem('not_found')
  return { revision, input: frozen.input }
}

/** A round's revisions without their standings, oldest first, after the number `after`. Errors: not_found, forbidden. */
export async function revisionsOf(
  { db, member }: Pick<CountyContext, 'db' | 'member'>,
  roundId: string,
  limit: number,
  after: number,
): Promise<RevisionSummary[]> {
  const [[found], rows] = await db.together(
    selectOwnedRound(db, roundId),
    selectRevisions(db, roundId, limit, after),
  )
  roundFor(member, 'revision.read', found)
  return rows
}

/** Ranks a stored revision's inputs again and compares every byte. Errors: not_found, forbidden. */
export async function recompute(
  context: Pick<CountyContext, 'db' | 'member'>,
  roundId: string,
  no: number,
): Promise<Recomputation> {
  const { revision, input } = await findFrozen(context, roundId, no)
  const result = rank(input)
  const sha256 = await hashOf(input, result)
  const matches = sha256 === revision.sha256 && canonicalJson(result) === canonicalJson(revision.result)
  return { round: roundId, no, sha256, matches, result }
}
