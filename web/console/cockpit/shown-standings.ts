import type { RoundStandings } from '../../../schema/api/standings.ts'
import { useCounty } from '../../lib/session.ts'
import type { Week } from './boards.ts'
import { useStandings } from './queries.ts'

type Shown = { data: RoundStandings | null | undefined; error: Error | null; refetch: () => unknown }

/**
 * The standings that matter now: of the round that waits for publication, else the draft of the open one where the
 * member may see it and something is in, else the last published. Null where there is nothing to see yet.
 */
export function useShownStandings({ target, open, closed, published }: Week): Shown {
  const { may } = useCounty()
  const waiting = may('closed.read', target) ? closed[0] : undefined
  const draft = may('draft.read', target) ? open : undefined
  const newest = useStandings((waiting ?? draft)?.id)
  const empty = !(waiting ?? draft) || newest.data?.standings.length === 0
  const last = useStandings(empty ? published?.id : undefined)
  if (!empty) return newest
  return published ? last : { data: null, error: null, refetch: () => {} }
}
