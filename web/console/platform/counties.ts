import { useQuery } from '@tanstack/react-query'
import type { PlatformCounty } from '../../../schema/api/platform.ts'
import { platformTexts } from '../../i18n/platform.ts'
import { answer, api } from '../../lib/api.ts'
import { useTexts } from '../../lib/language.tsx'
import { live } from '../../lib/query.ts'
import { useChange } from '../../lib/use-change.ts'
import { useFailureMessage } from '../../ui/failure-message.ts'
import { useUndoable } from '../../ui/undoable.tsx'

const key = ['platform', 'counties']

/** Every county of the service, those on trial first, the newest first among each. */
export function useCounties() {
  return useQuery({
    queryKey: key,
    queryFn: async () => (await answer(api.platform.counties.$get())).items,
    select: (items: PlatformCounty[]) => [
      ...items.filter(({ status }) => status === 'trial'),
      ...items.filter(({ status }) => status === 'approved'),
    ],
    ...live(60),
  })
}

/** Approves a county; says so, or why it could not be. */
export function useApproval() {
  const t = useTexts(platformTexts)
  const say = useUndoable()
  const failed = useFailureMessage()
  const approval = useChange({
    send: (id: string, options) =>
      answer(api.platform.counties[':id'].approval.$put({ param: { id } }, options)),
    renews: [key, ['me']],
    done: ({ name }) => say(t('didApprove', { name })),
  })
  return (id: string) => approval.mutateAsync(id).catch(failed)
}
