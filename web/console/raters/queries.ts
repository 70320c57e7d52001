import { useQuery } from '@tanstack/react-query'
import { answer, api } from '../../lib/api.ts'
import { lastRounds } from '../../lib/boards.ts'
import { useCounty } from '../../lib/session.ts'

const ofCounty = api.counties[':county']

/** A board's last hundred rounds, newest first. */
export function useRounds(board: string | undefined) {
  const { county } = useCounty()
  return useQuery({ ...lastRounds(county, board ?? ''), enabled: board !== undefined })
}

/** A round's reporters beside the others, with those of the rounds before it, `last` in all. */
export function useRaters(round: string | undefined, last: number) {
  const { county } = useCounty()
  return useQuery({
    queryKey: [county, 'rounds', round, 'raters', last],
    queryFn: () =>
      answer(
        ofCounty.rounds[':id'].raters.$get({
          param: { county, id: round ?? '' },
          query: { last: String(last) },
        }),
      ),
    enabled: round !== undefined,
    staleTime: 60_000,
  })
}
