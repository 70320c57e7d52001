import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import type { ActivityKind } from '../../../schema/api/outreach.ts'
import { answer, api } from '../../lib/api.ts'
import { useCounty } from '../../lib/session.ts'

/** Query key of the log, its sums and its teams. */
export const outreachKey = (county: string) => [county, 'outreach'] as const

export type LogFilter = { from?: string; to?: string; township?: string; kind?: ActivityKind }

/** The log, the newest day first, page by page. */
export function useLog(filter: LogFilter) {
  const { county } = useCounty()
  return useInfiniteQuery({
    queryKey: [...outreachKey(county), 'log', filter],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam }) =>
      answer(
        api.counties[':county'].activities.$get({
          param: { county },
          query: { ...filter, limit: '50', ...(pageParam === undefined ? {} : { cursor: pageParam }) },
        }),
      ),
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
  })
}

/** Sums of the days `from`–`to`. */
export function useTotals(query: { from: string; to: string; township?: string }) {
  const { county } = useCounty()
  return useQuery({
    queryKey: [...outreachKey(county), 'totals', query],
    queryFn: () => answer(api.counties[':county'].outreach.totals.$get({ param: { county }, query })),
  })
}

/** Every team of volunteers within reach, retired ones included. */
export function useTeams() {
  const { county } = useCounty()
  return useQuery({
    queryKey: [...outreachKey(county), 'teams'],
    queryFn: () => answer(api.counties[':county'].teams.$get({ param: { county } })),
  })
}
