import { useQuery } from '@tanstack/react-query'
import { answer, api } from './api.ts'
import { live } from './query.ts'
import { useCounty } from './session.ts'
import { useChange } from './use-change.ts'

const route = api.counties[':county'].notices
const key = (county: string) => [county, 'notices'] as const

/** Word to the reader's area or unit, the newest first, a page at a time. */
export function useNotices(limit: number, cursor?: string) {
  const { county } = useCounty()
  return useQuery({
    queryKey: [...key(county), limit, cursor ?? ''],
    queryFn: () =>
      answer(
        route.$get({
          param: { county },
          query: { limit: String(limit), ...(cursor === undefined ? {} : { cursor }) },
        }),
      ),
    ...live(60),
  })
}

/** Everything up to and including a notice has been read. */
export function useMarkRead() {
  const { county } = useCounty()
  return useChange({
    send: (upTo: string, options) => answer(route.mark.$put({ param: { county }, json: { upTo } }, options)),
    renews: [key(county)],
  })
}
