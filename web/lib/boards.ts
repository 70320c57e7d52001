import { useQuery } from '@tanstack/react-query'
import { allPages, answer, api } from './api.ts'
import { useCounty } from './session.ts'

const ofCounty = api.counties[':county']

/** Every board of the county, retired ones included. */
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

/** A board's newest rounds: the one that runs and those before it. */
export function recentRounds(county: string, board: string) {
  return roundsOf(county, board, 'recent', '5')
}

/** A board's last hundred rounds, newest first. */
export function lastRounds(county: string, board: string) {
  return roundsOf(county, board, 'last', '100')
}

function roundsOf(county: string, board: string, which: string, limit: string) {
  return {
    queryKey: [county, 'boards', board, 'rounds', which],
    queryFn: async () => {
      const param = { county, id: board }
      return (await answer(ofCounty.boards[':id'].rounds.$get({ param, query: { limit } }))).items
    },
  }
}
