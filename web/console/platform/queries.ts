import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import type { DeadLetter, PlatformCounty, PlatformStatus } from '../../../schema/api/platform.ts'
import { platformTexts } from '../../i18n/platform.ts'
import { answer, api } from '../../lib/api.ts'
import { useTexts } from '../../lib/language.tsx'
import { live } from '../../lib/query.ts'
import { useChange } from '../../lib/use-change.ts'
import { useFailureMessage } from '../../ui/failure-message.ts'
import { useUndoable } from '../../ui/undoable.ts'

const key = ['platform']

/** Counties of a status and a name, the newest first, a hundred at a time. */
export function useCounties(status: PlatformStatus | '', q: string) {
  return useInfiniteQuery({
    queryKey: [...key, 'counties', status, q],
    initialPageParam: '',
    queryFn: ({ pageParam }) =>
      answer(
        api.platform.counties.$get({
          query: {
            limit: '100',
            ...(status === '' ? {} : { status }),
            ...(q === '' ? {} : { q }),
            ...(pageParam === '' ? {} : { cursor: pageParam }),
          },
        }),
      ),
    getNextPageParam: (last) => last.nextCursor,
    ...live(60),
  })
}

/** The whole service at a glance, kept fresh. */
export function useOverview() {
  return useQuery({
    queryKey: [...key, 'overview'],
    queryFn: () => answer(api.platform.overview.$get()),
    ...live(30),
  })
}

/** Work given up and not done since. */
export function useDeadLetters() {
  return useQuery({
    queryKey: [...key, 'dead'],
    queryFn: async (): Promise<DeadLetter[]> => (await answer(api.platform['dead-letters'].$get())).items,
    ...live(30),
  })
}

/** Approves, suspends and resumes counties and tries their work again; says what was done, or why it could not be. */
export function useChangeCounty() {
  const t = useTexts(platformTexts)
  const say = useUndoable()
  const failed = useFailureMessage()
  const renews = [key, ['me']]
  const county = api.platform.counties[':id']
  const approval = useChange({
    send: (id: string, options) => answer(county.approval.$put({ param: { id } }, options)),
    renews,
    done: ({ name }) => say(t('didApprove', { name })),
  })
  const resumption = useChange({
    send: (id: string) => answer(county.suspension.$delete({ param: { id } })),
    renews,
    done: ({ name }) => say(t('didResume', { name })),
  })
  const suspension = useChange({
    send: ({ id, reason }: { id: string; reason: string }) =>
      answer(county.suspension.$put({ param: { id }, json: { reason } })),
    renews,
    done: ({ id, name }: PlatformCounty) => say(t('didSuspend', { name }), () => resumption.mutate(id)),
  })
  const nudge = useChange({
    send: async ({ id }: { id: string; name: string }) => {
      await answer(county.nudge.$put({ param: { id } }))
    },
    renews: [key],
    done: (_, { name }) => say(t('didNudge', { name })),
  })
  return {
    approve: (id: string) => approval.mutateAsync(id).catch(failed),
    resume: (id: string) => resumption.mutateAsync(id).catch(failed),
    suspension,
    nudge: (of: { id: string; name: string }) => nudge.mutate(of, { onError: failed }),
  }
}
