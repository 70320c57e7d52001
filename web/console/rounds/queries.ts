import { useQuery } from '@tanstack/react-query'
import type { RoundStandings } from '../../../schema/api/standings.ts'
import { allPages, answer, api } from '../../lib/api.ts'
import { lastRounds } from '../../lib/boards.ts'
import { live } from '../../lib/query.ts'
import { useCounty } from '../../lib/session.ts'

const ofCounty = api.counties[':county']

/** A round with its roster and rules. */
export function useRound(id: string) {
  const { county } = useCounty()
  return useQuery({
    queryKey: [county, 'rounds', id],
    queryFn: () => answer(ofCounty.rounds[':id'].$get({ param: { county, id } })),
    ...live(60),
  })
}

export function useBoardOf(board: string | undefined) {
  const { county } = useCounty()
  return useQuery({
    queryKey: [county, 'boards', board],
    queryFn: () => answer(ofCounty.boards[':id'].$get({ param: { county, id: board ?? '' } })),
    enabled: board !== undefined,
    staleTime: 300_000,
  })
}

/** A board's last hundred rounds, newest first. */
export function useRoundsOf(board: string) {
  const { county } = useCounty()
  return useQuery({ ...lastRounds(county, board), staleTime: 60_000 })
}

/** Who has reported and who has not. */
export function useReports(round: string) {
  const { county } = useCounty()
  return useQuery({
    queryKey: [county, 'rounds', round, 'reports'],
    queryFn: () => answer(ofCounty.rounds[':id'].reports.$get({ param: { county, id: round } })),
    ...live(20),
  })
}

/** One reporter's stored report; null where there is none yet, which `there` knows from the overview. */
export function useReport(round: string, source: string, reporter: string, there: boolean | undefined) {
  const { county } = useCounty()
  const key = [county, 'rounds', round, 'reports', source, reporter]
  return useQuery({
    // Once the first report has been sent it is another question, asked anew.
    queryKey: [...key, there],
    // Until then the same reporter's form stays as it is.
    placeholderData: (before, last) =>
      key.every((part, at) => part === last?.queryKey[at]) ? before : undefined,
    enabled: there !== undefined,
    queryFn: () =>
      there
        ? answer(
            ofCounty.rounds[':id'].reports[':source'][':reporter'].$get({
              param: { county, id: round, source, reporter },
            }),
          )
        : null,
    // What is being typed is not to be overtaken by a second reading.
    staleTime: Number.POSITIVE_INFINITY,
  })
}

export function useStandings(round: string, enabled: boolean) {
  const { county } = useCounty()
  return useQuery({
    queryKey: [county, 'rounds', round, 'standings'],
    // An unchanged answer (304) is the browser's own business: what arrives here always has a body.
    queryFn: () =>
      answer(
        ofCounty.rounds[':id'].standings.$get({ param: { county, id: round }, header: {} }),
      ) as Promise<RoundStandings>,
    enabled,
    ...live(20),
  })
}

export function useWhy(round: string, subject: string | undefined) {
  const { county } = useCounty()
  return useQuery({
    queryKey: [county, 'rounds', round, 'why', subject],
    queryFn: () =>
      answer(
        ofCounty.rounds[':id'].standings[':subject'].$get({
          param: { county, id: round, subject: subject ?? '' },
        }),
      ),
    enabled: subject !== undefined,
  })
}

export function useObjections(round: string, enabled = true) {
  const { county } = useCounty()
  return useQuery({
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
    enabled,
    ...live(30),
  })
}

export function useRevisions(round: string) {
  const { county } = useCounty()
  return useQuery({
    queryKey: [county, 'rounds', round, 'revisions'],
    queryFn: () =>
      answer(
        ofCounty.rounds[':id'].revisions.$get({ param: { county, id: round }, query: { limit: '100' } }),
      ),
    select: ({ items }) => items,
  })
}
