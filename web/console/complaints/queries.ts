import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import type { ComplaintState } from '../../../schema/api/complaints.ts'
import { answer, api } from '../../lib/api.ts'
import { live } from '../../lib/query.ts'
import { useCounty } from '../../lib/session.ts'

/** Query key of all that was written by the public. */
export const complaintsKey = (county: string) => [county, 'complaints'] as const

export type ListFilter = { state: ComplaintState | ''; category: string; township: string }

export function useComplaints({ state, category, township }: ListFilter) {
  const { county } = useCounty()
  return useInfiniteQuery({
    queryKey: [...complaintsKey(county), 'list', state, category, township],
    initialPageParam: '',
    queryFn: ({ pageParam }) =>
      answer(
        api.counties[':county'].complaints.$get({
          param: { county },
          query: {
            ...(state ? { state } : {}),
            ...(category ? { category } : {}),
            ...(township ? { township } : {}),
            ...(pageParam ? { cursor: pageParam } : {}),
          },
        }),
      ),
    getNextPageParam: ({ nextCursor }) => nextCursor,
    ...live(60),
  })
}

export function useComplaint(id: string) {
  const { county } = useCounty()
  return useQuery({
    queryKey: [...complaintsKey(county), id],
    queryFn: () => answer(api.counties[':county'].complaints[':id'].$get({ param: { county, id } })),
  })
}

export function useSetting() {
  const { county } = useCounty()
  return useQuery({
    queryKey: [...complaintsKey(county), 'setting'],
    queryFn: () => answer(api.counties[':county'].complaints.setting.$get({ param: { county } })),
  })
}

export function useStatistics() {
  const { county } = useCounty()
  return useQuery({
    queryKey: [...complaintsKey(county), 'statistics'],
    queryFn: () =>
      answer(api.counties[':county'].complaints.statistics.$get({ param: { county }, query: {} })),
  })
}

/** Open issues that a complaint may be about; asked for only where both are known. */
export function useNear(wanted: {
  category: string | null
  area: string | null
  lat?: number
  lng?: number
}) {
  const { county } = useCounty()
  const { category, area, lat, lng } = wanted
  return useQuery({
    queryKey: [county, 'issues', 'near', category, area, lat, lng],
    enabled: category !== null && area !== null,
    queryFn: () =>
      answer(
        api.counties[':county'].issues.duplicates.$get({
          param: { county },
          query: {
            ...{ category: category ?? '', area: area ?? '' },
            ...(lat === undefined || lng === undefined ? {} : { lat: String(lat), lng: String(lng) }),
          },
        }),
      ),
    select: ({ items }) => items,
  })
}
