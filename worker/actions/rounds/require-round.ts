import type { Round } from '../../../schema/api/boards.ts'
import { selectBoard } from '../../data/boards.ts'
import type { CountyDb } from '../../data/county-db.ts'
import {
  findOwnedRound,
  type OwnedRound,
  type RoundFilter,
  type RoundHead,
  selectRounds,
} from '../../data/rounds.ts'
import type { Member } from '../../domain/access/can.ts'
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

/** A board's rounds, newest first, before the number `before`. Errors: not_found. */
export async function roundsOf(
  db: CountyDb,
  boardId: string,
  limit: number,
  before: number | undefined,
  filter: RoundFilter,
): Promise<RoundHead[]> {
  const [[board], rounds] = await db.together(
    selectBoard(db, boardId),
    selectRounds(db, boardId, limit, before, filter),
  )
  if (!board) throw new Problem('not_found')
  return rounds
}

/** A round that the member may do `verb` to. Errors: not_found, forbidden. */
export async function requireRound(
  { db, member }: Pick<CountyContext, 'db' | 'member'>,
  id: string,
  verb: Verb,
): Promise<OwnedRound> {
  return roundFor(member, verb, await findOwnedRound(db, id))
}

/** What has been read of a round, if the member may do `verb` to it. Errors: not_found, forbidden. */
export function roundFor(member: Member, verb: Verb, found: OwnedRound | undefined): OwnedRound {
  if (!found) throw new Problem('not_found')
  requireCan(member, verb, boardTarget(found.owner))
  return found
}
