import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { useParams } from 'react-router'
import type { CountySummary, Me } from '../../schema/api/identity.ts'
import { can, type Member, type Target } from '../../worker/domain/access/can.ts'
import type { Verb } from '../../worker/domain/access/grants.ts'
import { answer, api } from './api.ts'
import { live } from './query.ts'

/** Who is signed in; read before anything is drawn. */
export const meQuery = { queryKey: ['me'], queryFn: () => answer(api.me.$get()), staleTime: 60_000 }

/** Who is signed in and where they are members; suspends until known. */
export function useMe(): Me {
  return useSuspenseQuery(meQuery).data
}

export type HereInCounty = {
  /** As it stands in the address and goes into the API's paths. */
  county: string
  summary: CountySummary
  member: Member
  /** The county wants a second factor of its administrators, and this one has none: it answers nothing until then. */
  needsSecondFactor: boolean
  /** Whether the member may do this (to this target): what hides a button. */
  may: (verb: Verb, target?: Target) => boolean
}

/** The county in the address (`/console/{county}/…`), if the signed-in account belongs to it. */
export function useMaybeCounty(): HereInCounty | undefined {
  const { county = '' } = useParams()
  const { memberships } = useMe()
  const found = memberships.find(
    ({ county: { id, code, status } }) => county === id || (status === 'approved' && county === code),
  )
  if (!found) return undefined
  const member: Member = { id: found.id, role: found.role, scope: found.scope }
  const { needsSecondFactor } = found
  return {
    ...{ county, summary: found.county, member, needsSecondFactor },
    may: (verb, target) => can(member, verb, target),
  }
}

/** The same, below the shell, which has made sure of it. */
export function useCounty(): HereInCounty {
  const here = useMaybeCounty()
  if (!here) throw new Error('useCounty outside a county')
  return here
}

/** What stands for a county in addresses: its code once approved (short, and the same for everyone), else its id. */
export function addressOf({ id, code, status }: CountySummary): string {
  return status === 'approved' ? code : id
}

/** The county's name, office and how far its setup is; asked again while its areas are still coming in. */
export function useSetup() {
  const { county, needsSecondFactor } = useCounty()
  return useQuery({
    queryKey: [county, 'setup'],
    queryFn: () => answer(api.counties[':county'].$get({ param: { county } })),
    ...live(60),
    enabled: !needsSecondFactor,
    refetchInterval: (query) => (query.state.data?.setup.areas === 'importing' ? 1500 : 60_000),
  })
}
