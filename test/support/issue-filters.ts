import type { IssueQuery } from '../../schema/api/issues.ts'
import type { Ledger } from './many-issues.ts'

/** Every way to narrow the ledger's list that the page offers: a status with any of place, kind, lead and source. */
export function everyFilter({ townships, villages, units, categories }: Ledger): IssueQuery[] {
  const statuses: IssueQuery[] = [
    { settled: 'false' },
    { settled: 'true' },
    {},
    { state: 'rectifying' },
    { state: 'closed' },
    { settled: 'false', overdue: 'true' },
  ]
  const places: IssueQuery[] = [{}, { township: townships[0] ?? '' }, { area: villages[0] ?? '' }]
  const either = (filter: IssueQuery): IssueQuery[] => [{}, filter]
  return statuses.flatMap((status) =>
    places.flatMap((place) =>
      either({ category: categories[0] ?? '' }).flatMap((kind) =>
        either({ lead: units[0] ?? '' }).flatMap((lead) =>
          either({ source: 'drone' }).map((source) => ({ ...status, ...place, ...kind, ...lead, ...source })),
        ),
      ),
    ),
  )
}

/** `township, category (open)`: what a filter narrows to, for people. */
export function filterName(filter: IssueQuery): string {
  return Object.entries(filter)
    .map(([name, value]) => (['settled', 'state', 'overdue'].includes(name) ? `${name}=${value}` : name))
    .join(' ')
}
