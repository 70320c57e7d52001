import type { Round } from '../../../schema/api/boards.ts'
import { findOwnedRound, type OwnedRound, type RoundHead } from '../../data/rounds.ts'
import type { Verb } from '../../domain/access/grants.ts'
import { Problem } from '../../problems/problem.ts'
import { boardTarget } from '../boards/board-target.ts'
import type { CountyContext } from '../context.ts'
import { requireCan } from '../require.ts'

/** A round as the API shows it. */
export function roundOf(row: RoundHead): Round {
  const { id, board, no, state, opensAt, closesAt, closedAt, publishedAt, revision } = row
  return { id, board, no, state, opensAt, closesAt, closedAt, publishedAt, revision }
}

/** A round that the member may do `verb` to. Errors: not_found, forbidden. */
export async function requireRound(
  { db, member }: Pick<CountyContext, 'db' | 'member'>,
  id: string,
  verb: Verb,
): Promise<OwnedRound> {
  const found = await findOwnedRound(db, id)
  if (!found) throw new Problem('not_found')
  requireCan(member, verb, boardTarget(found.owner))
  return found
}
