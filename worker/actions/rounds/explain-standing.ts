import type { StandingExplanation } from '../../../schema/api/standings.ts'
import { selectHistory } from '../../data/histories.ts'
import { explain } from '../../domain/ranking/explain.ts'
import { Problem } from '../../problems/problem.ts'
import type { CountyContext } from '../context.ts'
import { requireReadable } from './read-standings.ts'
import { inputAsShown } from './round-input.ts'

const shownRounds = 12

/**
 * Why a subject stands where it stands, from the frozen inputs of the newest revision or from what is in so far, and
 * its bands in the rounds before. Errors: not_found (round, or a subject not on its roster), forbidden.
 */
export async function explainStanding(
  { db, member }: Pick<CountyContext, 'db' | 'member'>,
  id: string,
  subject: string,
): Promise<StandingExplanation> {
  const { round } = await requireReadable(db, member, id)
  const entry = round.roster.find((one) => one.id === subject)
  const explanation = entry && explain(await inputAsShown(db, round), subject)
  if (!entry || !explanation) throw new Problem('not_found')
  const [past] = await db.together(selectHistory(db, round.board, round.no, shownRounds))
  const { name, township, townshipName } = entry
  return {
    ...{ round: round.id, revision: round.revision, subject, name, township, townshipName, explanation },
    history: past.map(({ no, closedAt, standings }) => {
      const { band = null, rank = null, score = null } = standings[subject] ?? {}
      return { no, closedAt, band, rank, score }
    }),
  }
}
