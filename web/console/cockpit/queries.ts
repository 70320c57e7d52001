import { useQueries, useQuery } from '@tanstack/react-query'
import type { RoundStandings } from '../../../schema/api/standings.ts'
import { answer, api } from '../../lib/api.ts'
import { useCounty } from '../../lib/session.ts'

const ofCounty = api.counties[':county']

/** Who has reported in a round. */
export function useOverview(round: string | undefined, wanted = true) {
  const { county } = useCounty()
  return useQuery({ ...overviewOf(county, round ?? ''), enabled: wanted && round !== undefined })
}

/** The same of several rounds, those that are known so far. */
export function useOverviews(rounds: readonly string[]) {
  const { county } = useCounty()
  return useQueries({
    queries: rounds.map((round) => overviewOf(county, round)),
    combine: (found) => found.flatMap(({ data }) => (data ? [data] : [])),
  })
}

function overviewOf(county: string, round: string) {
  return {
    queryKey: [county, 'rounds', round, 'reports'],
    queryFn: () => answer(ofCounty.rounds[':id'].reports.$get({ param: { county, id: round } })),
  }
}

/** A round's standings. An unchanged answer (304) is the browser's own business: what arrives here has a body. */
export function useStandings(round: string | undefined) {
  const { county } = useCounty()
  return useQuery({
    queryKey: [county, 'rounds', round, 'standings'],
    enabled: round !== undefined,
    queryFn: () =>
      answer(
        ofCounty.rounds[':id'].standings.$get({ param: { county, id: round ?? '' }, header: {} }),
      ) as Promise<RoundStandings>,
  })
}

/** Why one village stands where it stands. */
export function useWhy(round: string, subject: string) {
  const { county } = useCounty()
  return useQuery({
    queryKey: [county, 'rounds', round, 'why', subject],
    queryFn: () =>
      answer(ofCounty.rounds[':id'].standings[':subject'].$get({ param: { county, id: round, subject } })),
  })
}

/** The objections that wait for a ruling, as far as the member's scope reaches, those waiting longest first. */
export function useWaitingObjections(wanted: boolean) {
  const { county } = useCounty()
  return useQuery({
    queryKey: [county, 'objections', 'pending'],
    enabled: wanted,
    queryFn: async () => {
      const query = { state: 'pending', limit: '200' } as const
      return (await answer(ofCounty.objections.$get({ param: { county }, query }))).items
    },
  })
}

/** What has been proposed and not been done yet, scheduled or not, as far as the member's scope reaches. */
export function useProposed(wanted: boolean) {
  const { county } = useCounty()
  return useQuery({
    queryKey: [county, 'consequences', 'due'],
    enabled: wanted,
    queryFn: async () => {
      const query = { state: 'proposed', limit: '500' } as const
      return (await answer(ofCounty.consequences.$get({ param: { county }, query }))).items
    },
  })
}

/** The interviews somebody is to look at again. */
export function useFollowUps(wanted: boolean) {
  const { county } = useCounty()
  return useQuery({
    queryKey: [county, 'consequences', 'follow-ups'],
    enabled: wanted,
    queryFn: async () => {
      const query = { stage: 'follow_up', limit: '500' } as const
      return (await answer(ofCounty.consequences.$get({ param: { county }, query }))).items
    },
  })
}

/** The promises still to be kept, by the day they are due; `dueBy` is the last day looked at. */
export function usePromises(wanted: boolean, dueBy?: string) {
  const { county } = useCounty()
  return useQuery({
    queryKey: [county, 'commitments', 'cockpit', dueBy],
    enabled: wanted,
    queryFn: async () => {
      const query = { limit: '500', ...(dueBy === undefined ? {} : { dueBy }) }
      return (await answer(ofCounty.commitments.$get({ param: { county }, query }))).items
    },
  })
}

/** How the issue ledger stands within the member's reach. */
export function useIssueTally(wanted: boolean) {
  const { county } = useCounty()
  return useQuery({
    queryKey: [county, 'issues', 'summary'],
    enabled: wanted,
    queryFn: () => answer(ofCounty.issues.summary.$get({ param: { county } })),
  })
}
