import { useInfiniteQuery } from '@tanstack/react-query'
import type { ListedCommitment } from '../../../../schema/api/assignments.ts'
import { answer, api } from '../../../lib/api.ts'
import { useCounty } from '../../../lib/session.ts'

export type Wanted = { state: 'open' | 'done'; dueFrom?: string; dueBy?: string; township?: string }

/** Promises of all interviews within reach, by the day they are due, a page at a time. */
export function useCommitmentList(wanted: Wanted) {
  const { county } = useCounty()
  return useInfiniteQuery({
    queryKey: [county, 'commitments', wanted],
    queryFn: ({ pageParam }) =>
      answer(
        api.counties[':county'].commitments.$get({
          param: { county },
          query: { limit: '200', ...wanted, ...(pageParam === '' ? {} : { cursor: pageParam }) },
        }),
      ),
    initialPageParam: '',
    getNextPageParam: ({ nextCursor }) => nextCursor,
    select: ({ pages }): ListedCommitment[] => pages.flatMap(({ items }) => items),
  })
}
