import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import type {
  Delivery,
  DeliveryState,
  NewWebhook,
  Webhook,
  WebhookChange,
} from '../../../../schema/api/webhooks.ts'
import { answer, api } from '../../../lib/api.ts'
import { live } from '../../../lib/query.ts'
import { useCounty } from '../../../lib/session.ts'
import { useChange } from '../../../lib/use-change.ts'
import { useFailureMessage } from '../../../ui/failure-message.ts'

const ofCounty = api.counties[':county']
const webhooksKey = (county: string) => [county, 'webhooks'] as const
const deliveriesKey = (county: string) => [county, 'deliveries'] as const

export function useWebhooks() {
  const { county } = useCounty()
  return useQuery({
    queryKey: webhooksKey(county),
    queryFn: async (): Promise<Webhook[]> =>
      (await answer(ofCounty.webhooks.$get({ param: { county } }))).items,
    ...live(15),
  })
}

/** What was sent, the newest first, a page at a time. */
export function useDeliveries(filter: { webhook?: string; state?: DeliveryState }) {
  const { county } = useCounty()
  return useInfiniteQuery({
    queryKey: [...deliveriesKey(county), filter],
    queryFn: ({ pageParam }) => {
      const cursor = pageParam === '' ? {} : { cursor: pageParam }
      return answer(ofCounty.deliveries.$get({ param: { county }, query: { ...filter, ...cursor } }))
    },
    initialPageParam: '',
    getNextPageParam: ({ nextCursor }) => nextCursor,
    select: ({ pages }): Delivery[] => pages.flatMap(({ items }) => items),
    ...live(15),
  })
}

export function useAddWebhook(done: () => void) {
  const { county } = useCounty()
  return useChange({
    send: (json: NewWebhook, options) =>
      answer(ofCounty.webhooks.$post({ param: { county }, json }, options)),
    renews: [webhooksKey(county)],
    done,
  })
}

export function useChangeWebhook(done: () => void) {
  const { county } = useCounty()
  return useChange({
    send: ({ id, ...json }: WebhookChange & { id: string }) =>
      answer(ofCounty.webhooks[':id'].$patch({ param: { county, id }, json })),
    renews: [webhooksKey(county)],
    done,
  })
}

/** What is done at once, with one click; a failure is said in passing. */
export function useWebhookSteps() {
  const { county } = useCounty()
  const failed = useFailureMessage()
  const said = (error: unknown) => {
    failed(error)
    throw error
  }
  const renews = [webhooksKey(county), deliveriesKey(county)]
  const ping = useChange({
    send: (id: string, options) =>
      answer(ofCounty.webhooks[':id'].pings.$post({ param: { county, id } }, options)).catch(said),
    renews,
  })
  const remove = useChange({
    send: (id: string) => ofCounty.webhooks[':id'].$delete({ param: { county, id } }).catch(said),
    renews,
  })
  const resend = useChange({
    send: (id: string) =>
      answer(ofCounty.deliveries[':id'].resending.$put({ param: { county, id } })).catch(said),
    renews,
  })
  return { ping, remove, resend }
}
