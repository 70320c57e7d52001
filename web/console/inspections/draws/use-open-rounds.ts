import { useQueries } from '@tanstack/react-query'
import { recentRounds, useBoards } from '../../../lib/boards.ts'
import { useCounty } from '../../../lib/session.ts'

export type OpenRound = { id: string; board: string; no: number; closesAt: string }

/** The rounds that are open, with their boards' names; undefined until known. */
export function useOpenRounds(): OpenRound[] | undefined {
  const { county } = useCounty()
  const boards = useBoards().data
  const rounds = useQueries({
    queries: (boards ?? []).map(({ id }) => recentRounds(county, id)),
    combine: (found) => (found.every(({ data }) => data) ? found.map(({ data }) => data ?? []) : undefined),
  })
  if (!boards || !rounds) return undefined
  return rounds.flatMap((items, i) =>
    items
      .filter(({ state }) => state === 'open')
      .map(({ id, no, closesAt }) => ({ id, no, closesAt, board: boards[i]?.name ?? '' })),
  )
}
