import { useQueries } from '@tanstack/react-query'
import type { ObjectionListed } from '../../../schema/api/objections.ts'
import { answer, api } from '../../lib/api.ts'
import { useCounty } from '../../lib/session.ts'

const states = ['pending', 'upheld', 'rejected'] as const

/** The newest objections within the member's reach: those still waiting first, then what was decided. */
export function useOwnObjections(wanted: boolean): ObjectionListed[] {
  const { county } = useCounty()
  return useQueries({
    queries: states.map((state) => ({
      queryKey: [county, 'objections', 'own', state],
      enabled: wanted,
      queryFn: () =>
        answer(api.counties[':county'].objections.$get({ param: { county }, query: { state, limit: '5' } })),
    })),
    combine: (found) => found.flatMap(({ data }) => data?.items ?? []),
  })
}
