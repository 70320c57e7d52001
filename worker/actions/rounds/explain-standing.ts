import type { StandingExplanation } from '../../../schema/api/standings.ts'
import { selectHistoryOf } from '../../data/histories.ts'
import { ofRound, selectOwnedRound } from '../../data/rounds.ts'
import { explain } from '../../domain/ranking/explain.ts'
import { runOver } from '../../domain/ranking/merge.ts'
import { nearestChanges } from '../../domain/ranking/nearest-change.ts'
import { Problem } from '../../problems/problem.ts'
import type { CountyContext } from '../context.ts'
import { readable } from './read-standings.ts'
import { inputAsShown, selectFrozen } from './round-input.ts'

const shownRounds = 12

/**
 * Why a subject stands where it stands, from the frozen inputs of the newest revision or from what is in so far, what
 * would have changed its band, and its bands in the rounds before. Errors: not_found (round, or a subject not on its roster), forbidden.
 */
export async function explainStanding(
  { db, member }: Pick<CountyContext, 'db' | 'member'>,
  id: string,
  subject: string,
): Promise<StandingExplanation> {
  const [[found], [frozen], past] = await db.together(
    selectOwnedRound(db, id),
    selectFrozen(db, id),
    selectHistoryOf(db, subject, ofRound(db, id, 'board'), ofRound(db, id, 'no'), shownRounds),
  )
  const { round } = readable(member, found)
  const entry = round.roster.find((one) => one.id === subject)
  if (!entry) throw new Problem('not_found')
  const input = await inputAsShown(db, round, frozen)
  const ran = runOver(input)
  const explanation = explain(input, subject, ran)
  if (!explanation) throw new Problem('not_found')
  const { name, township, townshipName } = entry
  return {
    ...{ round: round.id, revision: round.revision, subject, name, township, townshipName, explanation },
    nearest: nearestChanges(input, subject, ran),
    history: past.map(({ no, closedAt, standing }) => {
      const { band = null, rank = null, score = null } = standing ?? {}
      return { no, closedAt, band, rank, score }
    }),
  }
}
