import { useMemo } from 'react'
import { useAreas } from '../../lib/county-areas.ts'
import { useCounty } from '../../lib/session.ts'

/** The villages, and townships, in which the member may write an issue down. */
export function useReportableAreas(): { value: string; label: string }[] {
  const { may } = useCounty()
  const areas = useAreas().data
  return useMemo(() => {
    if (!areas) return []
    const villages = areas.villages.filter(
      ({ id, parent, active }) => active && may('issue.write', { township: parent, village: id }),
    )
    const townships = areas.townships.filter(
      ({ id, active }) => active && may('issue.write', { township: id }),
    )
    return [...villages, ...townships].map(({ id }) => ({ value: id, label: areas.fullName(id) }))
  }, [areas, may])
}
