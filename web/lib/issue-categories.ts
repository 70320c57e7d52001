import { useQuery } from '@tanstack/react-query'
import { answer, api } from './api.ts'
import { useCounty } from './session.ts'

/** Query key of the county's catalogue of problems. */
export const categoriesKey = (county: string) => [county, 'issue-categories'] as const

/** The county's catalogue of problems, retired categories included. */
export function useCategories() {
  const { county } = useCounty()
  return useQuery({
    queryKey: categoriesKey(county),
    staleTime: 5 * 60_000,
    queryFn: () => answer(api.counties[':county']['issue-categories'].$get({ param: { county } })),
    select: ({ items }) => items,
  })
}

/** What a category is called; nothing until known. */
export function useCategoryName(): (id: string) => string {
  const categories = useCategories().data
  return (id) => categories?.find((category) => category.id === id)?.name ?? ''
}
