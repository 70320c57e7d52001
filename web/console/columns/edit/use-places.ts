import type { IssueDetail } from '../../../../schema/api/issues.ts'
import { useAreas } from '../../../lib/county-areas.ts'
import { useCounty } from '../../../lib/session.ts'
import { useWritableAreas } from '../../../lib/writable-areas.ts'

/** The places an article may be about: those of its issue, else any the member may write of, the county's own first. */
export function usePlaces(issue: IssueDetail | undefined): { value: string; label: string }[] {
  const { may } = useCounty()
  const areas = useAreas().data
  const writable = useWritableAreas('column.write')
  if (issue) {
    const above = [issue.area, issue.village, issue.township].filter((id) => id !== null)
    const own = { value: issue.area, label: issue.areaName }
    return [...new Set(above)].map((id) =>
      areas?.byId.has(id) ? { value: id, label: areas.fullName(id) } : own,
    )
  }
  const county = areas?.county
  return county && may('column.write', {})
    ? [{ value: county.id, label: county.name }, ...writable]
    : writable
}
