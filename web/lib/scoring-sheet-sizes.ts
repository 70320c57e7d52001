import { useQuery } from '@tanstack/react-query'
import { allPages, answer, api } from './api.ts'
import { useCounty } from './session.ts'

/** How much each scoring sheet in use asks of an inspector: its items, and photos it cannot do without (none). */
export function useScoringSheetSizes() {
  const { county } = useCounty()
  return useQuery({
    queryKey: [county, 'sheets', 'sizes'],
    queryFn: async () => {
      const sheets = await allPages((cursor) =>
        answer(
          api.counties[':county'].sheets.$get({
            param: { county },
            query: { limit: '200', ...cursor },
          }),
        ),
      )
      return new Map(sheets.map(({ id, items }) => [id, { items: items.length, photosRequired: 0 }]))
    },
  })
}
