import { useQuery } from '@tanstack/react-query'
import { allPages, answer, api } from '../../lib/api.ts'
import { useCounty } from '../../lib/session.ts'

const ofCounty = api.counties[':county']

export function useBoards() {
  const { county } = useCounty()
  return useQuery({
    queryKey: [county, 'boards'],
    queryFn: () =>
      allPages((cursor) =>
        answer(ofCounty.boards.$get({ param: { county }, query: { limit: '200', ...cursor } })),
      ),
  })
}

/** A board's newest rounds. */
export function useRounds(board: string | undefined) {
  const { county } = useCounty()
  return useQuery({
    queryKey: [county, 'boards', board, 'rounds'],
    queryFn: () =>
      answer(
        ofCounty.boards[':id'].rounds.$get({
          param: { county, id: board ?? '' },
          query: { limit: '100' },
        }),
      ),
    enabled: board !== undefined,
  })
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
