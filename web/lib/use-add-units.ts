import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { GroupPurpose, UnitKind } from '../../schema/api/areas.ts'
import { answer, api } from './api.ts'
import { newUuid } from './request-key.ts'
import { useCounty } from './session.ts'

type Wanted = { name: string; kind: UnitKind; purpose?: GroupPurpose; covers: string[] }

/** Adds units one after the other, counting; stops at the first refusal and answers those that are left. */
export function useAddUnits() {
  const { county } = useCounty()
  const queries = useQueryClient()
  const [state, setState] = useState<{ busy: boolean; done: number; error?: unknown }>({
    busy: false,
    done: 0,
  })
  // A unit's key outlives a lost connection: sent again, it is not added twice.
  const [keys] = useState(() => new Map<string, string>())
  const keyOf = (unit: Wanted) => {
    const words = JSON.stringify(unit)
    const key = keys.get(words) ?? newUuid()
    keys.set(words, key)
    return key
  }
  const addAll = async (wanted: readonly Wanted[]): Promise<readonly Wanted[]> => {
    let done = 0
    setState({ busy: true, done })
    try {
      for (const json of wanted) {
        const options = { headers: { 'idempotency-key': keyOf(json) } }
        await answer(api.counties[':county'].units.$post({ param: { county }, json }, options))
        done++
        setState({ busy: true, done })
      }
      setState({ busy: false, done })
    } catch (error) {
      setState({ busy: false, done, error })
    }
    await Promise.all(
      [
        [county, 'units'],
        [county, 'setup'],
      ].map((queryKey) => queries.invalidateQueries({ queryKey })),
    )
    return wanted.slice(done)
  }
  return { addAll, ...state }
}
