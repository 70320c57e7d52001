import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { answer, api } from './api.ts'
import { useCounty } from './session.ts'

/**
 * Keeps what is on screen live: asks every fifteen seconds whether anything in the county has changed (an unchanged
 * answer is a 304 and a handful of rows) and reads again what is shown only when it has. Answers when it last knew
 * (epoch ms, 0 before the first answer).
 */
export function usePulse(): number {
  const { county } = useCounty()
  const queries = useQueryClient()
  const key = [county, 'pulse'] as const
  const { data, dataUpdatedAt } = useQuery({
    queryKey: key,
    queryFn: async () => {
      const { beat } = (await answer(
        api.counties[':county'].pulse.$get({ param: { county }, header: {} }),
      )) as { beat: string }
      return beat
    },
    staleTime: 0,
    refetchInterval: 15_000,
    refetchOnWindowFocus: true,
  })
  const last = useRef<string>(undefined)
  useEffect(() => {
    const changed = last.current !== undefined && data !== undefined && data !== last.current
    if (data !== undefined) last.current = data
    if (!changed) return
    queries.invalidateQueries({
      predicate: ({ queryKey }) => queryKey[0] === county && queryKey[1] !== 'pulse',
    })
  }, [data, county, queries])
  return dataUpdatedAt
}
