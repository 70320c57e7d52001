import type { RoundInput } from '../../../schema/api/ranking.ts'
import type { Recomputation } from '../../../schema/api/revisions.ts'
import { type RevisionRow, selectRevision, selectRevisionInput } from '../../data/revisions.ts'
import { canonicalJson } from '../../domain/canonical.ts'
import { rank } from '../../domain/ranking/rank.ts'
import { Problem } from '../../problems/problem.ts'
import type { CountyContext } from '../context.ts'
import { requireRound } from '../rounds/require-round.ts'
import { hashOf } from './reading.ts'

/** A revision with the inputs it was computed from. Errors: not_found, forbidden. */
export async function findFrozen(
  context: Pick<CountyContext, 'db' | 'member'>,
  roundId: string,
  no: number,
): Promise<{ revision: RevisionRow; input: RoundInput }> {
  await requireRound(context, roundId, 'revision.read')
  const { db } = context
  const [[revision], [frozen]] = await db.together(
    selectRevision(db, roundId, no),
    selectRevisionInput(db, roundId, no),
  )
  if (!revision || !frozen) throw new Problem('not_found')
  return { revision, input: frozen.input }
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
