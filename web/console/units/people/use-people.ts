import { useQuery } from '@tanstack/react-query'
import type { UnitPerson } from '../../../../schema/api/areas.ts'
import { answer, api } from '../../../lib/api.ts'
import { useCounty } from '../../../lib/session.ts'
import { useChange } from '../../../lib/use-change.ts'

export type Person = Pick<UnitPerson, 'name' | 'duty' | 'title'>

/** Who sits in which unit, by the unit's id, in their order. */
export function usePeople() {
  const { county } = useCounty()
  return useQuery({
    queryKey: [county, 'units', 'people'],
    queryFn: async () => {
      const { items } = await answer(api.counties[':county'].units.people.$get({ param: { county } }))
      const by = new Map<string, UnitPerson[]>()
      for (const person of items) by.set(person.unit, [...(by.get(person.unit) ?? []), person])
      return by
    },
  })
}

/** Says who sits in a unit, in place of who was said before. */
export function useSetPeople(unit: string, done: () => void) {
  const { county } = useCounty()
  return useChange({
    send: (people: Person[]) =>
      answer(
        api.counties[':county'].units[':id'].people.$put({ param: { county, id: unit }, json: { people } }),
      ),
    renews: [[county, 'units', 'people']],
    done,
  })
}
