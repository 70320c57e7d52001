import { useQuery } from '@tanstack/react-query'
import { allPages, answer, api } from './api.ts'
import { useCounty } from './session.ts'

/** Names of people the county knows, as far as the reader may see them: holders of posts. None until they are here. */
export function useKnownNames(): readonly string[] {
  const { county, may } = useCounty()
  const { data } = useQuery({
    queryKey: [county, 'posts', 'names'],
    enabled: may('post.read'),
    staleTime: 600_000,
    queryFn: async () => {
      const holdings = await allPages<{ holder: string }>((cursor) =>
        answer(api.counties[':county'].posts.$get({ param: { county }, query: { limit: '500', ...cursor } })),
      )
      return [...new Set(holdings.map(({ holder }) => holder))]
    },
  })
  return data ?? none
}

const none: readonly string[] = []
