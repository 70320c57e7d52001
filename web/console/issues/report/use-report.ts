import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { NewIssue, PossibleDuplicate } from '../../../../schema/api/issues.ts'
import { answer, api } from '../../../lib/api.ts'
import { newUuid } from '../../../lib/request-key.ts'
import { useCounty } from '../../../lib/session.ts'
import { useChange } from '../../../lib/use-change.ts'
import { issuesKey } from '../queries.ts'
import type { Draft } from './draft.ts'

const route = api.counties[':county'].issues

/** Raises the issue; the same id and words again answer the same issue. */
export function useRaise(done: (raised: { id: string; no: number }) => void) {
  const { county } = useCounty()
  return useChange({
    send: ({ id, issue }: { id: string; issue: NewIssue }, options) =>
      answer(route[':id'].$put({ param: { county, id }, json: issue }, options)),
    renews: [issuesKey(county)],
    done,
  })
}

/** Adds what was written as a note to an issue that is already there. */
export function useJoin(done: (issue: PossibleDuplicate) => void) {
  const { county } = useCounty()
  return useChange({
    send: ({ issue, draft }: { issue: PossibleDuplicate; draft: Draft }, options) =>
      answer(
        route[':id'].steps[':step'].$put(
          {
            param: { county, id: issue.id, step: newUuid() },
            json: {
              kind: 'noted',
              note: [draft.text.trim(), draft.location.trim()].filter((part) => part !== '').join(' · '),
              ...(draft.photos.length > 0 ? { photos: [...draft.photos] } : {}),
            },
          },
          options,
        ),
      ),
    renews: [issuesKey(county)],
    done: (_, { issue }) => done(issue),
  })
}

/** Issues near in place, time and kind to what is being written. */
export function useDuplicates({ category, area, place }: Draft) {
  const { county } = useCounty()
  const at = place ? { lat: String(place.lat), lng: String(place.lng) } : {}
  return useQuery({
    queryKey: [...issuesKey(county), 'duplicates', category, area, at],
    enabled: category !== undefined && area !== undefined,
    queryFn: () =>
      answer(
        route.duplicates.$get({
          param: { county },
          query: { category: category ?? '', area: area ?? '', ...at },
        }),
      ),
    select: ({ items }) => items,
    placeholderData: keepPreviousData,
  })
}
