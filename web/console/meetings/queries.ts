import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { answer, api } from '../../lib/api.ts'
import { useCounty } from '../../lib/session.ts'

/** Query key of meetings and the tasks they gave. */
export const meetingsKey = (county: string) => [county, 'meetings'] as const

/** Records within reach, the newest first, page by page. */
export function useMeetings() {
  const { county } = useCounty()
  return useInfiniteQuery({
    queryKey: [...meetingsKey(county), 'list'],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam }) =>
      answer(
        api.counties[':county'].meetings.$get({
          param: { county },
          query: { limit: '50', ...(pageParam === undefined ? {} : { cursor: pageParam }) },
        }),
      ),
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
  })
}

export function useMeeting(id: string) {
  const { county } = useCounty()
  return useQuery({
    queryKey: [...meetingsKey(county), id],
    queryFn: () => answer(api.counties[':county'].meetings[':id'].$get({ param: { county, id } })),
  })
}

/** Tasks by the day they are due, page by page. */
export function useTasks(state: 'open' | 'done') {
  const { county } = useCounty()
  return useInfiniteQuery({
    queryKey: [...meetingsKey(county), 'tasks', state],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam }) =>
      answer(
        api.counties[':county'].tasks.$get({
          param: { county },
          query: { state, limit: '50', ...(pageParam === undefined ? {} : { cursor: pageParam }) },
        }),
      ),
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
  })
}
