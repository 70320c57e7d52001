import { useQuery } from '@tanstack/react-query'
import { useCallback } from 'react'
import type { RoundDetail } from '../../../../schema/api/boards.ts'
import { answer, api } from '../../../lib/api.ts'
import { useCounty } from '../../../lib/session.ts'

/** The rounds before this one that a line shows; the eighth is the round itself. */
const before = 7

/** By village its ranks in the seven rounds before this one, oldest first, read in one request for the whole board. */
export function useSeries({ board, no }: Pick<RoundDetail, 'board' | 'no'>, enabled: boolean) {
  const { county } = useCounty()
  const { data } = useQuery({
    queryKey: [county, 'boards', board, 'series', no],
    queryFn: () =>
      answer(
        api.counties[':county'].boards[':id'].series.$get({
          param: { county, id: board },
          query: { until: String(no - 1), rounds: String(before) },
        }),
      ),
    enabled,
    staleTime: 300_000,
  })
  return useCallback(
    (subject: string, rank: number) => [...(data?.subjects[subject]?.ranks ?? []), rank],
    [data],
  )
}

/** The points of a line through ranks, best on top, in a box; a round without a rank leaves a gap. */
export function linePoints(
  ranks: readonly (number | null)[],
  of: number,
  { width, height }: { width: number; height: number },
): { x: number; y: number }[][] {
  const x = (at: number) => (ranks.length < 2 ? width : (at / (ranks.length - 1)) * width)
  const y = (rank: number) => (of < 2 ? 0 : ((Math.min(rank, of) - 1) / (of - 1)) * height)
  const pieces: { x: number; y: number }[][] = [[]]
  ranks.forEach((rank, at) => {
    if (rank === null) pieces.push([])
    else pieces.at(-1)?.push({ x: x(at), y: y(rank) })
  })
  return pieces.filter(({ length }) => length > 0)
}
