import { useQueries, useQuery } from '@tanstack/react-query'
import type { Board, Round } from '../../../schema/api/boards.ts'
import type { Target } from '../../../worker/domain/access/can.ts'
import { allPages, answer, api } from '../../lib/api.ts'
import { recentRounds, useBoards } from '../../lib/boards.ts'
import { useCounty } from '../../lib/session.ts'

const ofCounty = api.counties[':county']

/** A board with what is under way on it: the round open for reports, those that wait for publication, the last published. */
export type Week = {
  board: Board
  /** What the board belongs to, as far as rights ask. */
  target: Target
  open: Round | undefined
  closed: readonly Round[]
  published: Round | undefined
  /** The published rounds, the newest first. */
  past: readonly Round[]
}

/** The boards in use with their rounds. */
export function useWeeks() {
  const { county } = useCounty()
  const boards = useBoards()
  const active = boards.data?.filter((board) => board.active)
  const townships = useTownships()
  const rounds = useQueries({
    queries: (active ?? []).map(({ id }) => recentRounds(county, id)),
    combine: (found) => ({
      lists: found.map(({ data }) => data),
      error: found.find(({ data, error }) => !data && error)?.error,
      refetch: () => Promise.all(found.map((one) => one.refetch())),
    }),
  })
  const owned = new Set(townships.data?.map(({ id }) => id))
  const known = active && townships.data && rounds.lists.every((list) => list !== undefined)
  return {
    data: known
      ? active.map((board, i): Week => {
          const recent = rounds.lists[i] ?? []
          return {
            board,
            target: owned.has(board.owner) ? { township: board.owner } : {},
            open: recent.find(({ state }) => state === 'open'),
            closed: recent.filter(({ state }) => state === 'closed'),
            published: recent.find(({ state }) => state === 'published'),
            past: recent.filter(({ state }) => state === 'published'),
          }
        })
      : undefined,
    error: (!boards.data && boards.error) || (!townships.data && townships.error) || rounds.error,
    refetch: () => Promise.all([boards.refetch(), townships.refetch(), rounds.refetch()]),
  }
}

function useTownships() {
  const { county } = useCounty()
  return useQuery({
    queryKey: [county, 'areas', 'township'],
    queryFn: () =>
      allPages((cursor) =>
        answer(
          ofCounty.areas.$get({ param: { county }, query: { level: 'township', limit: '500', ...cursor } }),
        ),
      ),
    staleTime: 300_000,
  })
}
