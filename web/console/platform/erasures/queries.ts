import { useQuery } from '@tanstack/react-query'
import type { PlatformErasure } from '../../../../schema/api/erasures.ts'
import { erasureTexts } from '../../../i18n/erasure.ts'
import { answer, api } from '../../../lib/api.ts'
import { useTexts } from '../../../lib/language.tsx'
import { live } from '../../../lib/query.ts'
import { useChange } from '../../../lib/use-change.ts'
import { useFailureMessage } from '../../../ui/failure-message.ts'
import { useUndoable } from '../../../ui/undoable.ts'

const key = ['platform', 'erasures']

/** Where a county's archive is downloaded, for the platform. */
export function archiveAddress(id: string): string {
  return `/api/v1/platform/counties/${encodeURIComponent(id)}/archive`
}

/** Requests and tombstones, the newest first: a service has few. */
export function useErasures() {
  return useQuery({
    queryKey: key,
    queryFn: async (): Promise<PlatformErasure[]> =>
      (await answer(api.platform.erasures.$get({ query: { limit: '200' } }))).items,
    ...live(60),
  })
}

type Asked = { id: string; name: string; code: string; reason: string }
type Of = { id: string; code: string }

/** Asks for an erasure, confirms one and takes one back; says what was done, or why it could not be. */
export function useErasureChanges() {
  const t = useTexts(erasureTexts)
  const say = useUndoable()
  const failed = useFailureMessage()
  const renews = [['platform'], ['me']]
  const { erasure } = api.platform.counties[':id']
  const request = useChange({
    send: ({ id, code, reason }: Asked) => answer(erasure.$put({ param: { id }, json: { code, reason } })),
    renews,
    done: (_, { name }) => say(t('didAsk', { name })),
  })
  const confirmation = useChange({
    send: ({ id }: Of) => answer(erasure.confirmation.$put({ param: { id } })),
    renews,
    done: (_, { code }) => say(t('didConfirm', { code })),
  })
  const cancellation = useChange({
    send: ({ id }: Of) => answer(erasure.$delete({ param: { id } })),
    renews,
    done: (_, { code }) => say(t('didCancel', { code })),
  })
  return {
    request,
    confirm: (of: Of) => confirmation.mutateAsync(of).catch(failed),
    cancel: (of: Of) => cancellation.mutateAsync(of).catch(failed),
  }
}
