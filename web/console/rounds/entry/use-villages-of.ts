import { useQuery } from '@tanstack/react-query'
import type { RosterEntry, RoundDetail } from '../../../../schema/api/boards.ts'
import type { Source } from '../../../../schema/api/ranking.ts'
import { answer, api } from '../../../lib/api.ts'
import { useCounty } from '../../../lib/session.ts'

/**
 * The villages one reporter reports on: a township its own, a group those it covers (everyone's where it is attached
 * to none), in the order of the roster. Undefined until known.
 */
export function useVillagesOf(
  round: RoundDetail | undefined,
  source: Source | undefined,
  reporter: string,
): RosterEntry[] | undefined {
  const { county } = useCounty()
  const ofTownship = source?.scope === 'township'
  const units = useQuery({
    queryKey: [county, 'units'],
    queryFn: () => answer(api.counties[':county'].units.$get({ param: { county } })),
    select: ({ items }) => items,
    enabled: source !== undefined && !ofTownship,
    staleTime: 60_000,
  })
  if (!round || !source) return undefined
  if (ofTownship) return round.roster.filter(({ township }) => township === reporter)
  if (units.isPending) return undefined
  const covers = new Set(units.data?.find(({ id }) => id === reporter)?.covers ?? [])
  if (covers.size === 0) return round.roster
  return round.roster.filter(({ id, township }) => covers.has(id) || covers.has(township))
}
