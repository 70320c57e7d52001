import { useQuery } from '@tanstack/react-query'
import { allPages, answer, api } from './api.ts'
import { useCounty } from './session.ts'

const { sheets } = api.counties[':county']

/** Query key of everything that depends on the county's scoring sheets. */
export const sheetsKey = (county: string) => [county, 'sheets'] as const

/** The newest version of each scoring sheet in use, or of those retired. */
export function useSheets(retired = false) {
  const { county } = useCounty()
  return useQuery({
    queryKey: [...sheetsKey(county), 'list', retired],
    queryFn: () =>
      allPages((cursor) =>
        answer(
          sheets.$get({
            param: { county },
            query: { limit: '200', ...(retired ? { retired: 'true' } : {}), ...cursor },
          }),
        ),
      ),
  })
}

/** A sheet with its versions; `version` is the newest where it is left out. */
export function useSheet(id: string | undefined, version?: number) {
  const { county } = useCounty()
  return useQuery({
    queryKey: [...sheetsKey(county), id, version ?? 'newest'],
    enabled: id !== undefined && id !== '',
    queryFn: () =>
      answer(
        sheets[':id'].$get({
          param: { county, id: id ?? '' },
          query: version === undefined ? {} : { version: `${version}` },
        }),
      ),
  })
}
