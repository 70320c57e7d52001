import { useQuery } from '@tanstack/react-query'
import type { z } from 'zod'
import type { NewSavedFilter, SavedFilter } from '../../../../schema/api/issues.ts'
import { answer, api } from '../../../lib/api.ts'
import { useCounty } from '../../../lib/session.ts'
import { useChange } from '../../../lib/use-change.ts'

const route = api.counties[':county']['saved-filters']
const key = (county: string) => [county, 'saved-filters', 'issues'] as const

export function useSavedFilters() {
  const { county } = useCounty()
  return useQuery({
    queryKey: key(county),
    staleTime: 60_000,
    queryFn: () => answer(route.$get({ param: { county }, query: { list: 'issues' } })),
    select: ({ items }) => items,
  })
}

export function useKeepFilter(done: () => void) {
  const { county } = useCounty()
  return useChange({
    send: (json: z.infer<typeof NewSavedFilter>, options) =>
      answer(route.$post({ param: { county }, json }, options)),
    renews: [key(county)],
    done,
  })
}

export function useForgetFilter(done: (filter: SavedFilter) => void) {
  const { county } = useCounty()
  return useChange({
    send: ({ id }: SavedFilter, options) => answer(route[':id'].$delete({ param: { county, id } }, options)),
    renews: [key(county)],
    done: (_, filter) => done(filter),
  })
}
