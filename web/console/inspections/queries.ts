import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import type { AreaLevel } from '../../../schema/api/areas.ts'
import type { Inspection } from '../../../schema/api/inspections.ts'
import type { Visit, VisitState } from '../../../schema/api/visits.ts'
import { allPages, answer, api } from '../../lib/api.ts'
import { areasKey, useUnits } from '../../lib/county-areas.ts'
import { live } from '../../lib/query.ts'
import { useCounty } from '../../lib/session.ts'

const ofCounty = api.counties[':county']

/** Query key of inspections, visits and draws: any of them may change the others. */
export const inspectionsKey = (county: string) => [county, 'inspections'] as const

export type ListFilter = {
  township?: string
  subject?: string
  unit?: string
  sheet?: string
  from?: string
  to?: string
}

/** Inspections within reach, the last ended first, a page at a time. */
export function useInspections(filter: ListFilter) {
  const { county } = useCounty()
  return useInfiniteQuery({
    queryKey: [...inspectionsKey(county), 'list', filter],
    queryFn: ({ pageParam }) => {
      const cursor = pageParam === '' ? {} : { cursor: pageParam }
      return answer(
        ofCounty.inspections.$get({ param: { county }, query: { limit: '100', ...filter, ...cursor } }),
      )
    },
    initialPageParam: '',
    getNextPageParam: ({ nextCursor }) => nextCursor,
    select: ({ pages }): Inspection[] => pages.flatMap(({ items }) => items),
    ...live(60),
  })
}

export function useInspection(id: string) {
  const { county } = useCounty()
  return useQuery({
    queryKey: [...inspectionsKey(county), id],
    queryFn: () => answer(ofCounty.inspections[':id'].$get({ param: { county, id } })),
  })
}

/** Visits in one state; members of a unit get only their own. */
export function useVisits(state: VisitState) {
  const { county } = useCounty()
  return useQuery({
    queryKey: [...inspectionsKey(county), 'visits', state],
    queryFn: () =>
      allPages<Visit>((cursor) =>
        answer(ofCounty.visits.$get({ param: { county }, query: { state, limit: '500', ...cursor } })),
      ),
    ...live(60),
  })
}

export function useDraws() {
  const { county } = useCounty()
  return useQuery({
    queryKey: [...inspectionsKey(county), 'draws'],
    queryFn: () => answer(ofCounty.draws.$get({ param: { county }, query: { limit: '100' } })),
    select: ({ items }) => items,
  })
}

export function useDraw(id: string) {
  const { county } = useCounty()
  return useQuery({
    queryKey: [...inspectionsKey(county), 'draws', id],
    queryFn: () => answer(ofCounty.draws[':id'].$get({ param: { county, id } })),
  })
}

/** The places of a level that may be inspected, with the township they lie in where that is known. */
export function usePlaces(level: AreaLevel | undefined) {
  const { county } = useCounty()
  return useQuery({
    queryKey: [...areasKey(county), 'places', level],
    enabled: level !== undefined,
    staleTime: 5 * 60_000,
    queryFn: () =>
      allPages((cursor) =>
        answer(
          ofCounty.areas.$get({
            param: { county },
            query: { ...(level ? { level } : {}), limit: '500', ...cursor },
          }),
        ),
      ),
  })
}

/** What a group is called; a township inspects its own for itself. */
export function useUnitName(): (id: string | null, township?: string | undefined) => string {
  const units = useUnits().data
  return (id, township) => (units ? (units.find((unit) => unit.id === id)?.name ?? township ?? id ?? '') : '')
}
