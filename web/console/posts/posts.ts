import { useQuery } from '@tanstack/react-query'
import type { PostHolding } from '../../../schema/api/areas.ts'
import { allPages, answer, api } from '../../lib/api.ts'
import { useCounty } from '../../lib/session.ts'

/** Everything about posts is read again under this key. */
export const postsKey = (county: string) => [county, 'posts'] as const

/** Every post held now or before, as far as the member may see. */
export function usePosts() {
  const { county } = useCounty()
  return useQuery({
    queryKey: [...postsKey(county), 'all'],
    queryFn: () =>
      allPages<PostHolding>((cursor) =>
        answer(api.counties[':county'].posts.$get({ param: { county }, query: { limit: '500', ...cursor } })),
      ),
  })
}
