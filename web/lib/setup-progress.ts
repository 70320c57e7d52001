import { useQuery } from '@tanstack/react-query'
import type { SetupStep } from '../../schema/api/setup.ts'
import { answer, api } from './api.ts'
import { useCounty } from './session.ts'
import { useChange } from './use-change.ts'

/** How far the county's setup is: the one source of the wizard and of the cockpit's first steps. */
export function useSetupProgress() {
  const { county, may } = useCounty()
  return useQuery({
    queryKey: [county, 'setup', 'progress'],
    queryFn: () => answer(api.counties[':county'].setup.$get({ param: { county } })),
    enabled: may('setup.read'),
    // Other sections do what the steps ask for: what is shown is always asked for anew.
    staleTime: 0,
    refetchInterval: (query) =>
      query.state.data?.steps.some(({ key, state }) => key === 'areas' && state === 'todo') ? 1500 : false,
  })
}

/** Skips steps, or takes the skipping back; `steps` are all that are to be skipped from now on. */
export function useSkipSteps() {
  const { county } = useCounty()
  return useChange({
    send: (steps: SetupStep[]) =>
      answer(api.counties[':county'].setup.skipped.$put({ param: { county }, json: { steps } })),
    renews: [[county, 'setup', 'progress']],
  })
}
