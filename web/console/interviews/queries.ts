import { useInfiniteQuery, useQueries, useQuery } from '@tanstack/react-query'
import type { Consequence, ConsequenceState, Stage } from '../../../schema/api/consequences.ts'
import type { ConsequenceKind } from '../../../schema/api/ranking.ts'
import { answer, api } from '../../lib/api.ts'
import { lastRounds, useBoards } from '../../lib/boards.ts'
import { useCounty } from '../../lib/session.ts'

const ofCounty = api.counties[':county']

export type Filter = {
  state?: ConsequenceState
  stage?: Stage
  kind?: ConsequenceKind
  round?: string
  township?: string
  /** How many on a page; 200 by default. */
  limit?: string
}

/** What followed from published rounds, newest first, a page at a time. */
export function useConsequences(filter: Filter) {
  const { county } = useCounty()
  return useInfiniteQuery({
    queryKey: [county, 'consequences', 'list', filter],
    queryFn: ({ pageParam }) => {
      const cursor = pageParam === '' ? {} : { cursor: pageParam }
      return answer(
        ofCounty.consequences.$get({ param: { county }, query: { limit: '200', ...filter, ...cursor } }),
      )
    },
    initialPageParam: '',
    getNextPageParam: ({ nextCursor }) => nextCursor,
    select: ({ pages }): Consequence[] => pages.flatMap(({ items }) => items),
  })
}

export function useConsequence(id: string) {
  const { county } = useCounty()
  return useQuery({
    queryKey: [county, 'consequences', id],
    queryFn: () => answer(ofCounty.consequences[':id'].$get({ param: { county, id } })),
  })
}

/** What was promised in an interview, and whether it was kept. */
export function useCommitments(id: string) {
  const { county } = useCounty()
  return useQuery({
    queryKey: [county, 'consequences', id, 'assignments'],
    queryFn: () => answer(ofCounty.consequences[':id'].assignments.$get({ param: { county, id } })),
    select: ({ items }) => items,
  })
}

/** What was done with one action, the newest first. */
export function useStory(id: string) {
  const { county } = useCounty()
  return useQuery({
    queryKey: [county, 'consequences', id, 'events'],
    queryFn: () => answer(ofCounty.consequences[':id'].events.$get({ param: { county, id } })),
    select: ({ items }) => items,
  })
}

/** The published rounds of all boards by id, newest first within each board, with the board's name. */
export function usePublishedRounds(): ReadonlyMap<string, { board: string; no: number }> {
  const { county } = useCounty()
  const boards = useBoards().data
  return useQueries({
    queries: (boards ?? []).map(({ id }) => ({ ...lastRounds(county, id), staleTime: 60_000 })),
    combine: (found) =>
      new Map(
        found.flatMap(({ data }, i) =>
          (data ?? [])
            .filter(({ state }) => state === 'published')
            .map(({ id, no }) => [id, { board: boards?.[i]?.name ?? '', no }] as const),
        ),
      ),
  })
}
