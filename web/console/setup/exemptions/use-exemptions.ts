import { useQuery } from '@tanstack/react-query'
import { answer, api } from '../../../lib/api.ts'
import { useCounty } from '../../../lib/session.ts'
import { useChange } from '../../../lib/use-change.ts'

const rounds = api.counties[':county'].rounds[':id']

/** Who stands on a round, the exempt ones marked. */
export function useRoster(round: string) {
  const { county } = useCounty()
  return useQuery({
    queryKey: [county, 'rounds', round, 'roster'],
    queryFn: async () => (await answer(rounds.$get({ param: { county, id: round } }))).roster,
  })
}

/** Why each is exempt, by subject: it was said when it was done, and stands in the audit. */
export function useReasons(round: string): ReadonlyMap<string, string> {
  const { county, may } = useCounty()
  const { data } = useQuery({
    queryKey: [county, 'rounds', round, 'exemptions'],
    enabled: may('audit.read'),
    queryFn: async () =>
      (
        await answer(
          api.counties[':county'].audit.$get({
            param: { county },
            query: { target: round, verb: 'round.exempt', limit: '500' },
          }),
        )
      ).items,
  })
  // The newest stands first: an older reason does not overwrite it.
  const reasons = new Map<string, string>()
  for (const { detail } of data ?? []) {
    const { subject, reason } = detail
    if (typeof subject === 'string' && typeof reason === 'string' && !reasons.has(subject))
      reasons.set(subject, reason)
  }
  return reasons
}

/** Leaves a village out of a round, and brings it back. */
export function useExempt(round: string) {
  const { county } = useCounty()
  const renews = [[county, 'rounds', round]]
  return {
    exempt: useChange({
      send: ({ subject, reason }: { subject: string; reason: string }) =>
        answer(
          rounds.exemptions[':subject'].$put({ param: { county, id: round, subject }, json: { reason } }),
        ),
      renews,
    }),
    unexempt: useChange({
      send: (subject: string) =>
        answer(rounds.exemptions[':subject'].$delete({ param: { county, id: round, subject } })),
      renews,
    }),
  }
}
