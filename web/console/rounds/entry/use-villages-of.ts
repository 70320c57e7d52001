import type { RosterEntry, RoundDetail } from '../../../../schema/api/boards.ts'
import type { Source } from '../../../../schema/api/ranking.ts'
import { useUnits } from '../../../lib/county-areas.ts'

/**
 * The villages one reporter reports on: a township its own, a group those it covers (everyone's where it is attached
 * to none), in the order of the roster. Undefined until known.
 */
export function useVillagesOf(
  round: RoundDetail | undefined,
  source: Source | undefined,
  reporter: string,
): RosterEntry[] | undefined {
  const ofTownship = source?.scope === 'township'
  const units = useUnits()
  if (!round || !source) return undefined
  if (ofTownship) return round.roster.filter(({ township }) => township === reporter)
  if (units.isPending) return undefined
  const covers = new Set(units.data?.find(({ id }) => id === reporter)?.covers ?? [])
  if (covers.size === 0) return round.roster
  return round.roster.filter(({ id, township }) => covers.has(id) || covers.has(township))
}
