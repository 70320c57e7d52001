import type { PostHolders } from '../../../../schema/api/posts.ts'
import { answer, api } from '../../../lib/api.ts'
import { useCounty } from '../../../lib/session.ts'
import { useChange } from '../../../lib/use-change.ts'
import { postsKey } from '../posts.ts'

/** Changes many holders in one step; `done` gets how many came and went. */
export function useSetHolders(done: (counts: { added: number; ended: number }) => void) {
  const { county } = useCounty()
  return useChange({
    send: (json: PostHolders) =>
      answer(api.counties[':county'].posts.holders.$put({ param: { county }, json })),
    renews: [postsKey(county)],
    done,
  })
}
