import { useQueries } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { Area } from '../../../schema/api/areas.ts'
import { allPages, answer, api } from '../../lib/api.ts'
import { areasKey } from '../../lib/county-areas.ts'
import { useCounty } from '../../lib/session.ts'
import type { Below } from './area-rows.ts'

/** The query of what lies directly beneath one area. */
export function belowQuery(county: string, parent: string) {
  return {
    queryKey: [...areasKey(county), 'below', parent],
    queryFn: () =>
      allPages<Area>((cursor) =>
        answer(
          api.counties[':county'].areas.$get({
            param: { county },
            query: { parent, limit: '500', ...cursor },
          }),
        ),
      ),
  }
}

/** What lies beneath each of some areas, groups and grids alike. */
export function useBelow(ids: readonly string[], retired: boolean): Below {
  const { county } = useCounty()
  const found = useQueries({ queries: ids.map((id) => belowQuery(county, id)) })
  const lists = found.map(({ data }) => data)
  // The lists are new on every render; what is in them is not.
  const state = lists
    .map((list) => list?.map(({ id, name, active }) => `${id}${name}${active}`).join())
    .join('|')
  // biome-ignore lint/correctness/useExhaustiveDependencies: `state` says when anything in the lists has changed
  return useMemo(
    () => new Map(ids.map((id, i) => [id, lists[i]?.filter(({ active }) => retired || active)])),
    [ids.join(), state, retired],
  )
}
