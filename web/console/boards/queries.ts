import { useQuery } from '@tanstack/react-query'
import type { Area } from '../../../schema/api/areas.ts'
import { allPages, answer, api } from '../../lib/api.ts'
import { useAreas } from '../../lib/county-areas.ts'
import { live } from '../../lib/query.ts'
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

export function useBoard(id: string) {
  const { county } = useCounty()
  return useQuery({
    queryKey: [county, 'boards', id],
    queryFn: () => answer(ofCounty.boards[':id'].$get({ param: { county, id } })),
  })
}

export function useRounds(board: string) {
  const { county } = useCounty()
  return useQuery({
    queryKey: [county, 'boards', board, 'rounds'],
    queryFn: () =>
      answer(ofCounty.boards[':id'].rounds.$get({ param: { county, id: board }, query: { limit: '100' } })),
    ...live(60),
  })
}

export function useCampaigns() {
  const { county } = useCounty()
  return useQuery({
    queryKey: [county, 'campaigns'],
    queryFn: () => answer(ofCounty.campaigns.$get({ param: { county } })),
    select: ({ items }) => items,
  })
}

/** The townships in use, once the county's areas are read. */
export function useTownships(): Area[] | undefined {
  return useAreas().data?.townships.filter(({ active }) => active)
}
