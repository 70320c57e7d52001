import { useQueries, useQuery } from '@tanstack/react-query'
import type { RoundStandings } from '../../../schema/api/standings.ts'
import { allPages, answer, api } from '../../lib/api.ts'
import { live } from '../../lib/query.ts'
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
    ...live(30),
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
    ...live(30),
  })
}

/** Why one village stands where it stands. */
export function useWhy(round: string, subject: string) {
  const { county } = useCounty()
  return useQuery({
    queryKey: [county, 'rounds', round, 'why', subject],
    queryFn: () =>
      answer(ofCounty.rounds[':id'].standings[':subject'].$get({ param: { county, id: round, subject } })),
    ...live(60),
  })
}

/** How many objections of each round wait for a ruling, by the round's id. */
export function usePendingObjections(rounds: readonly string[]): ReadonlyMap<string, number> {
  const { county } = useCounty()
  return useQueries({
    queries: rounds.map((round) => ({
      queryKey: [county, 'rounds', round, 'objections'],
      queryFn: () =>
        allPages((cursor) =>
          answer(
            ofCounty.rounds[':id'].objections.$get({
              param: { county, id: round },
              query: { limit: '200', ...cursor },
            }),
          ),
        ),
      ...live(30),
    })),
    combine: (found) =>
      new Map(
        found.map(({ data = [] }, i) => [
          rounds[i] ?? '',
          data.filter(({ state }) => state === 'pending').length,
        ]),
      ),
  })
}

/** What has been proposed and not been done yet, as far as the member's scope reaches. */
export function useProposed(wanted: boolean) {
  const { county } = useCounty()
  return useQuery({
    queryKey: [county, 'consequences', 'due'],
    enabled: wanted,
    queryFn: async () => {
      const query = { state: 'proposed', limit: '500' } as const
      return (await answer(ofCounty.consequences.$get({ param: { county }, query }))).items
    },
    ...live(60),
  })
}
