import { useQueries, useQuery } from '@tanstack/react-query'
import { allPages, answer, api } from '../../../lib/api.ts'
import { useCounty } from '../../../lib/session.ts'

const ofCounty = api.counties[':county']

export type OpenRound = { id: string; board: string; no: number; closesAt: string }

/** The rounds that are open, with their boards' names; undefined until known. */
export function useOpenRounds(): OpenRound[] | undefined {
  const { county } = useCounty()
  const boards = useQuery({
    queryKey: [county, 'boards', 'all'],
    queryFn: () =>
      allPages((cursor) =>
        answer(ofCounty.boards.$get({ param: { county }, query: { limit: '200', ...cursor } })),
      ),
  }).data
  const rounds = useQueries({
    queries: (boards ?? []).map(({ id }) => ({
      queryKey: [county, 'boards', id, 'rounds', 'newest'],
      queryFn: () =>
        answer(ofCounty.boards[':id'].rounds.$get({ param: { county, id }, query: { limit: '5' } })),
    })),
    combine: (found) =>
      found.every(({ data }) => data) ? found.map(({ data }) => data?.items ?? []) : undefined,
  })
  if (!boards || !rounds) return undefined
  return rounds.flatMap((items, i) =>
    items
      .filter(({ state }) => state === 'open')
      .map(({ id, no, closesAt }) => ({ id, no, closesAt, board: boards[i]?.name ?? '' })),
  )
}
