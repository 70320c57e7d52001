import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import type { Area } from '../../../schema/api/areas.ts'
import type { RoundState } from '../../../schema/api/boards.ts'
import { allPages, answer, api } from '../../lib/api.ts'
import { lastRounds } from '../../lib/boards.ts'
import { useAreas } from '../../lib/county-areas.ts'
import { live } from '../../lib/query.ts'
import { useCounty } from '../../lib/session.ts'

const ofCounty = api.counties[':county']

export function useBoard(id: string) {
  const { county } = useCounty()
  return useQuery({
    queryKey: [county, 'boards', id],
    queryFn: () => answer(ofCounty.boards[':id'].$get({ param: { county, id } })),
  })
}

/** A board's last hundred rounds, newest first. */
export function useRounds(board: string) {
  const { county } = useCounty()
  return useQuery({ ...lastRounds(county, board), ...live(60) })
}

export type RoundFilter = { state?: RoundState; since?: string; until?: string }

/** A board's rounds that fit, newest first, page by page. */
export function useRoundPages(board: string, filter: RoundFilter) {
  const { county } = useCounty()
  return useInfiniteQuery({
    queryKey: [county, 'boards', board, 'rounds', 'pages', filter],
    queryFn: ({ pageParam }) =>
      answer(
        ofCounty.boards[':id'].rounds.$get({
          param: { county, id: board },
          query: { limit: '30', ...filter, ...(pageParam === null ? {} : { cursor: pageParam }) },
        }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
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

/** The county's scoring sheets, for a source filled by inspections. */
export function useScoringSheets() {
  const { county } = useCounty()
  return useQuery({
    queryKey: [county, 'sheets', 'all'],
    queryFn: () =>
      allPages((cursor) =>
        answer(ofCounty.sheets.$get({ param: { county }, query: { limit: '200', ...cursor } })),
      ),
    staleTime: 300_000,
  })
}
