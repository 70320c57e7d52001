import { useMemo } from 'react'
import type { Verb } from '../../worker/domain/access/grants.ts'
import { useAreas } from './county-areas.ts'
import { useCounty } from './session.ts'

/** The villages, and townships, of which the member may write something down, such as an issue. */
export function useWritableAreas(verb: Verb): { value: string; label: string }[] {
  const { may } = useCounty()
  const areas = useAreas().data
  return useMemo(() => {
    if (!areas) return []
    const villages = areas.villages.filter(
      ({ id, parent, active }) => active && may(verb, { township: parent, village: id }),
    )
    const townships = areas.townships.filter(({ id, active }) => active && may(verb, { township: id }))
    return [...villages, ...townships].map(({ id }) => ({ value: id, label: areas.fullName(id) }))
  }, [areas, may, verb])
}
