import { useQuery } from '@tanstack/react-query'
import { answer, api } from '../../lib/api.ts'
import { useCounty } from '../../lib/session.ts'

/** What the county's audit can be filtered by. */
export function useFacets() {
  const { county } = useCounty()
  return useQuery({
    queryKey: [county, 'audit', 'facets'],
    queryFn: () => answer(api.counties[':county'].audit.facets.$get({ param: { county } })),
  }).data
}
