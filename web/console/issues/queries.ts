import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { IssueQuery } from '../../../schema/api/issues.ts'
import { answer, api } from '../../lib/api.ts'
import { live } from '../../lib/query.ts'
import { useCounty } from '../../lib/session.ts'

const ofCounty = api.counties[':county']

/** Query key of everything that a step of an issue may change. */
export const issuesKey = (county: string) => [county, 'issues'] as const

export type IssueFilter = Omit<IssueQuery, 'cursor' | 'limit'>

/** A page of the ledger, the newest number first. */
export function useIssues(filter: IssueFilter, limit: number, cursor?: string, enabled = true) {
  const { county } = useCounty()
  return useQuery({
    queryKey: [...issuesKey(county), 'list', filter, limit, cursor ?? ''],
    enabled,
    queryFn: () =>
      answer(
        ofCounty.issues.$get({
          param: { county },
          query: { ...filter, limit: String(limit), ...(cursor === undefined ? {} : { cursor }) },
        }),
      ),
    placeholderData: keepPreviousData,
    ...live(60),
  })
}

/** One issue with its history, photos and the steps the reader may take. */
export function useIssue(id: string, enabled = true) {
  const { county } = useCounty()
  return useQuery({
    queryKey: [...issuesKey(county), id],
    enabled,
    queryFn: () => answer(ofCounty.issues[':id'].$get({ param: { county, id } })),
    ...live(30),
  })
}

/** How many are open, overdue and waiting for verification. */
export function useTally() {
  const { county } = useCounty()
  return useQuery({
    queryKey: [...issuesKey(county), 'summary'],
    queryFn: () => answer(ofCounty.issues.summary.$get({ param: { county } })),
    ...live(60),
  })
}
