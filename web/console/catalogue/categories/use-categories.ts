import type { CatalogueWanted, CategoryChange, NewCategory } from '../../../../schema/api/issues.ts'
import { answer, api } from '../../../lib/api.ts'
import { categoriesKey } from '../../../lib/issue-categories.ts'
import { useCounty } from '../../../lib/session.ts'
import { useChange } from '../../../lib/use-change.ts'

const route = api.counties[':county']['issue-categories']

export function useAddCategory(done: () => void) {
  const { county } = useCounty()
  return useChange({
    send: (json: NewCategory, options) => answer(route.$post({ param: { county }, json }, options)),
    renews: [categoriesKey(county)],
    done,
  })
}

export function useChangeCategory(done: (change: CategoryChange) => void) {
  const { county } = useCounty()
  return useChange({
    send: ({ id, change }: { id: string; change: CategoryChange }, options) =>
      answer(route[':id'].$patch({ param: { county, id }, json: change }, options)),
    renews: [categoriesKey(county)],
    done: (_, { change }) => done(change),
  })
}

/** Takes the shipped catalogue over; what is there already stays as it is. */
export function useTakeCatalogue(done: () => void) {
  const { county } = useCounty()
  return useChange({
    send: (json: CatalogueWanted, options) =>
      answer(route.catalogue.$put({ param: { county }, json }, options)),
    renews: [categoriesKey(county)],
    done,
  })
}
