import { useQuery } from '@tanstack/react-query'
import type { ConsequenceState } from '../../../schema/api/consequences.ts'
import { allPages, answer, api } from '../../lib/api.ts'
import { live } from '../../lib/query.ts'
import { useCounty } from '../../lib/session.ts'

const ofCounty = api.counties[':county']

export function useConsequences(state: ConsequenceState | 'all') {
  const { county } = useCounty()
  return useQuery({
    queryKey: [county, 'consequences', 'list', state],
    queryFn: () =>
      allPages((cursor) =>
        answer(
          ofCounty.consequences.$get({
            param: { county },
            query: { limit: '200', ...(state === 'all' ? {} : { state }), ...cursor },
          }),
        ),
      ),
    ...live(60),
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
export function useCommitments(id: string, enabled: boolean) {
  const { county } = useCounty()
  return useQuery({
    queryKey: [county, 'consequences', id, 'assignments'],
    queryFn: () => answer(ofCounty.consequences[':id'].assignments.$get({ param: { county, id } })),
    select: ({ items }) => items,
    enabled,
  })
}
