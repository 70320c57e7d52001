import { useQueries } from '@tanstack/react-query'
import type { Round } from '../../../schema/api/boards.ts'
import { recentRounds, useBoards } from '../../lib/boards.ts'
import { useCounty } from '../../lib/session.ts'

export type BoardRound = { board: string; boardName: string; owner: string; round: Round }

/** The rounds that are open or closed and not yet published, of every board in use. */
export function useRunningRounds() {
  const { county } = useCounty()
  const boards = useBoards()
  const active = (boards.data ?? []).filter(({ active }) => active)
  const rounds = useQueries({
    queries: active.map(({ id }) => recentRounds(county, id)),
  })
  const lists = rounds.map(({ data }) => data)
  const known = boards.data !== undefined && lists.every((list) => list !== undefined)
  return {
    data: known
      ? active.flatMap(({ id, name, owner }, i): BoardRound[] =>
          (lists[i] ?? [])
            .filter(({ state }) => state !== 'published')
            .map((round) => ({ board: id, boardName: name, owner, round })),
        )
      : undefined,
    isPending: !known && !boards.error,
    error: boards.error ?? rounds.find(({ error }) => error)?.error ?? null,
    refetch: () => Promise.all([boards.refetch(), ...rounds.map(({ refetch }) => refetch())]),
  }
}
