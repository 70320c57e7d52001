import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import type { FieldCode, Grid, Patrol } from '../../../schema/api/field.ts'
import { allPages, answer, api } from '../../lib/api.ts'
import { useCounty } from '../../lib/session.ts'

const ofCounty = api.counties[':county']

/** Query key of grids with their points and patrols. */
export const gridsKey = (county: string) => [county, 'grids'] as const
/** Query key of the codes printed for areas. */
export const codesKey = (county: string) => [county, 'field-codes'] as const

/** The grids within reach, of one township where it is named. */
export function useGridList(township: string) {
  const { county } = useCounty()
  const narrowed = township === '' ? {} : { township }
  return useQuery({
    queryKey: [...gridsKey(county), 'list', township],
    queryFn: () =>
      allPages<Grid>((cursor) =>
        answer(ofCounty.grids.$get({ param: { county }, query: { limit: '500', ...narrowed, ...cursor } })),
      ),
  })
}

/** The points a grid's patrols pass, in their order. */
export function usePoints(grid: string) {
  const { county } = useCounty()
  return useQuery({
    queryKey: [...gridsKey(county), grid, 'points'],
    queryFn: async () =>
      (await answer(ofCounty.grids[':id'].points.$get({ param: { county, id: grid } }))).items,
  })
}

/** A grid's patrols, the last ended first, a page at a time. */
export function usePatrols(grid: string, day: string) {
  const { county } = useCounty()
  const on = day === '' ? {} : { from: day, to: day }
  return useInfiniteQuery({
    queryKey: [...gridsKey(county), grid, 'patrols', day],
    queryFn: ({ pageParam }) => {
      const cursor = pageParam === '' ? {} : { cursor: pageParam }
      return answer(ofCounty.patrols.$get({ param: { county }, query: { grid, ...on, ...cursor } }))
    },
    initialPageParam: '',
    getNextPageParam: ({ nextCursor }) => nextCursor,
    select: ({ pages }): Patrol[] => pages.flatMap(({ items }) => items),
  })
}

/** The codes in use in a township. */
export function useCodes(township: string) {
  const { county } = useCounty()
  return useQuery({
    queryKey: [...codesKey(county), township],
    enabled: township !== '',
    queryFn: () =>
      allPages<FieldCode>((cursor) =>
        answer(
          ofCounty['field-codes'].$get({ param: { county }, query: { limit: '500', township, ...cursor } }),
        ),
      ),
  })
}
