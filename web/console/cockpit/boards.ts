import { useQuery } from '@tanstack/react-query'
import { answer, api } from '../../lib/api.ts'
import { live } from '../../lib/query.ts'
import { useCounty } from '../../lib/session.ts'

/** The boards in use. */
export function useBoards() {
  const { county } = useCounty()
  return useQuery({
    queryKey: [county, 'boards', 'active'],
    queryFn: async () => {
      const { items } = await answer(api.counties[':county'].boards.$get({ param: { county }, query: {} }))
      return items.filter(({ active }) => active)
    },
  })
}

/** A board's newest round, or null before its first. */
export function useNewestRound(board: string | undefined) {
  const { county } = useCounty()
  return useQuery({
    queryKey: [county, 'rounds', board, 'newest'],
    enabled: board !== undefined,
    ...live(30),
    queryFn: async () => {
      const param = { county, id: board ?? '' }
      const query = { limit: '1' }
      const { items } = await answer(api.counties[':county'].boards[':id'].rounds.$get({ param, query }))
      return items[0] ?? null
    },
  })
}

/** Who has reported in a round. */
export function useOverview(round: string, wanted: boolean) {
  const { county } = useCounty()
  return useQuery({
    queryKey: [county, 'reports', round],
    enabled: wanted,
    ...live(20),
    queryFn: () =>
      answer(api.counties[':county'].rounds[':id'].reports.$get({ param: { county, id: round } })),
  })
}
