import { useQuery } from '@tanstack/react-query'
import type { IssueRule, NewIssueRule } from '../../../../schema/api/issues.ts'
import { answer, api } from '../../../lib/api.ts'
import { useCounty } from '../../../lib/session.ts'
import { useChange } from '../../../lib/use-change.ts'

const route = api.counties[':county']['issue-rules']
const key = (county: string) => [county, 'issue-rules'] as const

export function useRules() {
  const { county } = useCounty()
  return useQuery({
    queryKey: key(county),
    queryFn: () => answer(route.$get({ param: { county } })),
    select: ({ items }) => items,
  })
}

export function useAddRule(done: () => void) {
  const { county } = useCounty()
  return useChange({
    send: (json: NewIssueRule, options) => answer(route.$post({ param: { county }, json }, options)),
    renews: [key(county)],
    done,
  })
}

export function useRemoveRule(done: (rule: IssueRule) => void) {
  const { county } = useCounty()
  return useChange({
    send: ({ id }: IssueRule, options) => answer(route[':id'].$delete({ param: { county, id } }, options)),
    renews: [key(county)],
    done: (_, rule) => done(rule),
  })
}
