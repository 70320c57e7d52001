import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import type { z } from 'zod'
import type {
  Bulletin,
  BulletinDetail,
  BulletinKind,
  BulletinState,
  NewBulletin,
} from '../../../schema/api/bulletins.ts'
import { answer, api } from '../../lib/api.ts'
import { useCounty } from '../../lib/session.ts'
import { useChange } from '../../lib/use-change.ts'

const ofCounty = api.counties[':county']
export const bulletinsKey = (county: string) => [county, 'bulletins'] as const
export const bulletinKey = (county: string, id: string) => [county, 'bulletins', 'one', id] as const
const listKey = (county: string) => [county, 'bulletins', 'list'] as const

export type Filter = { state?: BulletinState; kind?: BulletinKind; owner?: string }

/** Bulletins as far as the member may see them, the newest first, a page at a time. */
export function useBulletins(filter: Filter) {
  const { county } = useCounty()
  return useInfiniteQuery({
    queryKey: [...listKey(county), filter],
    queryFn: ({ pageParam }) => {
      const cursor = pageParam === '' ? {} : { cursor: pageParam }
      return answer(ofCounty.bulletins.$get({ param: { county }, query: { ...filter, ...cursor } }))
    },
    initialPageParam: '',
    getNextPageParam: ({ nextCursor }) => nextCursor,
    select: ({ pages }): Bulletin[] => pages.flatMap(({ items }) => items),
  })
}

/** One bulletin. A draft is read once and then kept by its writer; `always` looks anew. */
export function useBulletin(id: string) {
  const { county } = useCounty()
  return useQuery({
    queryKey: bulletinKey(county, id),
    queryFn: (): Promise<BulletinDetail> => answer(ofCounty.bulletins[':id'].$get({ param: { county, id } })),
    refetchOnWindowFocus: false,
    refetchOnMount: 'always',
  })
}

export function useCompose(done: (made: BulletinDetail) => void) {
  const { county } = useCounty()
  return useChange({
    send: (json: z.infer<typeof NewBulletin>, options) =>
      answer(ofCounty.bulletins.$post({ param: { county }, json }, options)),
    renews: [listKey(county)],
    done,
  })
}

export function useIssue(id: string, done: () => void) {
  const { county } = useCounty()
  return useChange({
    send: (version: number) =>
      answer(ofCounty.bulletins[':id'].issue.$put({ param: { county, id }, json: { version } })),
    renews: [bulletinsKey(county)],
    done,
  })
}

export function useWithdraw(id: string, done: () => void) {
  const { county } = useCounty()
  return useChange({
    send: (reason: string) =>
      answer(ofCounty.bulletins[':id'].withdrawal.$put({ param: { county, id }, json: { reason } })),
    renews: [bulletinsKey(county)],
    done,
  })
}

export function useDiscard(id: string, done: () => void) {
  const { county } = useCounty()
  return useChange({
    send: (_: null) => ofCounty.bulletins[':id'].$delete({ param: { county, id } }),
    renews: [listKey(county)],
    done,
  })
}

/** Where a stored photo is read. */
export function usePhotoAddress(): (photo: string) => string {
  const { county } = useCounty()
  return (photo) => `/api/v1/counties/${county}/photos/${photo}`
}

/** Whether the member may write what belongs to this area. */
export function useMayWrite(): (owner: string) => boolean {
  const { may, member } = useCounty()
  return (owner) => may('bulletin.write', member.scope.kind === 'township' ? { township: owner } : {})
}
