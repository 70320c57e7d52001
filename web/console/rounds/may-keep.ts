import type { Board, RoundDetail } from '../../../schema/api/boards.ts'
import type { Target } from '../../../worker/domain/access/can.ts'
import type { Verb } from '../../../worker/domain/access/grants.ts'
import { useCounty } from '../../lib/session.ts'

/** Whether the member may do this to a round: what belongs to a board belongs to its owner's township, if it has one. */
export function useMayKeep({ round, board }: { round: RoundDetail; board: Board }, verb: Verb): boolean {
  const { may } = useCounty()
  const ofTownship = round.roster.some(({ township }) => township === board.owner)
  const target: Target = ofTownship ? { township: board.owner } : {}
  return may(verb, target)
}
