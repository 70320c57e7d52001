import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query'
import type { ColumnDetail, ColumnQuery, NewColumn } from '../../../schema/api/columns.ts'
import { answer, api } from '../../lib/api.ts'
import { sha256 } from '../../lib/photos/sha256.ts'
import { Disconnected, problemOf } from '../../lib/problem.ts'
import { live } from '../../lib/query.ts'
import { useCounty } from '../../lib/session.ts'
import { useChange } from '../../lib/use-change.ts'

const ofCounty = api.counties[':county']

/** Query key of everything in the columns. */
export const columnsKey = (county: string) => [county, 'columns'] as const

export type ColumnFilter = Omit<ColumnQuery, 'cursor' | 'limit'>

/** Articles, the newest change first, page after page. */
export function useColumns(filter: ColumnFilter) {
  const { county } = useCounty()
  return useInfiniteQuery({
    queryKey: [...columnsKey(county), 'list', filter],
    initialPageParam: '',
    queryFn: ({ pageParam }) =>
      answer(
        ofCounty.columns.$get({
          param: { county },
          query: { ...filter, ...(pageParam === '' ? {} : { cursor: pageParam }) },
        }),
      ),
    getNextPageParam: ({ nextCursor }) => nextCursor,
    ...live(60),
  })
}

export function useColumn(id: string) {
  const { county } = useCounty()
  return useQuery({
    queryKey: [...columnsKey(county), id],
    queryFn: () => answer(ofCounty.columns[':id'].$get({ param: { county, id } })),
    ...live(60),
  })
}

/** The issue an exposure is begun from; nothing is read without an id. */
export function useIssueOf(id: string) {
  const { county } = useCounty()
  return useQuery({
    queryKey: [county, 'issues', id],
    enabled: id !== '',
    queryFn: () => answer(ofCounty.issues[':id'].$get({ param: { county, id } })),
  })
}

export function useColumnRule() {
  const { county } = useCounty()
  return useQuery({
    queryKey: [...columnsKey(county), 'rule'],
    queryFn: () => answer(ofCounty.settings.columns.$get({ param: { county } })),
  })
}

/** What can be done to an article on its page; each answers with the article as it then stands. */
export type ColumnDeed =
  | { act: 'submit' | 'publish'; version: number; despiteNames?: boolean }
  | { act: 'return'; version: number; reason: string }
  | { act: 'withdraw'; reason: string }
  | { act: 'take_back' | 'discard' | 'restore' }
  | { act: 'mark'; photo: string; blur: boolean }

export function useColumnDeed(id: string, done?: (article: ColumnDetail, deed: ColumnDeed) => void) {
  const { county } = useCounty()
  const keep = useKeep()
  return useChange<ColumnDeed, ColumnDetail>({
    send: (deed) => answer(sent(county, id, deed)),
    renews: [[...columnsKey(county), 'list']],
    done: (article, deed) => {
      keep(article)
      done?.(article, deed)
    },
  })
}

function sent(county: string, id: string, deed: ColumnDeed) {
  const one = ofCounty.columns[':id']
  const param = { county, id }
  switch (deed.act) {
    case 'submit':
      return one.submission.$put({ param, json: { version: deed.version } })
    case 'publish':
      return one.publication.$put({
        param,
        json: { version: deed.version, ...(deed.despiteNames ? { despiteNames: true } : {}) },
      })
    case 'return':
      return one.return.$put({ param, json: { version: deed.version, reason: deed.reason } })
    case 'withdraw':
      return one.withdrawal.$put({ param, json: { reason: deed.reason } })
    case 'take_back':
      return one.submission.$delete({ param })
    case 'discard':
      return one.discard.$put({ param })
    case 'restore':
      return one.discard.$delete({ param })
    case 'mark':
      return one.photos[':photo'].mark.$put({
        param: { ...param, photo: deed.photo },
        json: { blur: deed.blur },
      })
  }
}

export type Draft = Omit<NewColumn, 'visibility' | 'photos'> & Pick<NewColumn, 'visibility' | 'photos'>

/** Saves a draft: a new one under its id, or the change of one that was seen in some version. */
export function useSave(id: string, version: number | undefined, done: (article: ColumnDetail) => void) {
  const { county } = useCounty()
  const keep = useKeep()
  return useChange<Draft, ColumnDetail>({
    send: (draft) => {
      const one = ofCounty.columns[':id']
      if (version === undefined) return answer(one.$put({ param: { county, id }, json: draft }))
      const { kind: _, issue: __, ...change } = draft
      return answer(one.$patch({ param: { county, id }, json: { version, ...change } }))
    },
    renews: [[...columnsKey(county), 'list']],
    done: (article) => {
      keep(article)
      done(article)
    },
  })
}

/** Sends the blurred copy of a photo of an article. Errors: ApiProblem, Disconnected. */
export function useSendBlurred(id: string) {
  const { county } = useCounty()
  const keep = useKeep()
  return async (photo: string, jpeg: Blob): Promise<void> => {
    const hash = await sha256(await jpeg.arrayBuffer())
    const path = `/api/v1/counties/${county}/columns/${id}/photos/${photo}/copy?sha256=${hash}`
    const response = await fetch(path, {
      method: 'PUT',
      body: jpeg,
      headers: { 'content-type': 'image/jpeg' },
    }).catch(() => {
      throw new Disconnected()
    })
    if (!response.ok) throw await problemOf(response)
    keep((await response.json()) as ColumnDetail)
  }
}

/** Keeps an article as an answer has it, so that its page shows it at once. */
function useKeep() {
  const { county } = useCounty()
  const queries = useQueryClient()
  return (article: ColumnDetail) => queries.setQueryData([...columnsKey(county), article.id], article)
}
