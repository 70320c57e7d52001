import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { HandedRecord } from '../../../../schema/api/hand-over.ts'
import { type HandedOver, readHandOver } from '../../../lib/hand-over.ts'
import { useCounty } from '../../../lib/session.ts'
import { bringIn, type Outcome, stepsOf } from './bring-in.ts'

export type Line = { record: HandedRecord; outcome?: Outcome }
export type Bringing = {
  /** The file that was read, its lines in the order they are brought in. */
  lines: readonly Line[]
  madeAt: string | undefined
  /** Whether it is of another county. */
  foreign: boolean
  /** 0 to 1 while it is under way. */
  progress: number | undefined
  error: unknown
  read: (file: File) => Promise<void>
  start: () => Promise<void>
}

/** A file that a phone handed over: read, looked at, then brought in record by record. Begun again it changes nothing. */
export function useBringIn(): Bringing {
  const { county, summary } = useCounty()
  const queries = useQueryClient()
  const [handed, setHanded] = useState<HandedOver>()
  const [outcomes, setOutcomes] = useState<ReadonlyMap<string, Outcome>>(new Map())
  const [progress, setProgress] = useState<number>()
  const [error, setError] = useState<unknown>()
  const records = handed?.manifest.records ?? []
  const read = async (file: File) => {
    setError(undefined)
    setOutcomes(new Map())
    setHanded(undefined)
    await readHandOver(file).then(setHanded, setError)
  }
  const start = async () => {
    if (!handed || progress !== undefined) return
    setError(undefined)
    const all = records.reduce((sum, record) => sum + stepsOf(record), 0)
    let done = 0
    const step = () => setProgress(Math.min(1, ++done / Math.max(1, all)))
    setProgress(0)
    try {
      for (const record of records) {
        const outcome = await bringIn({ county, handed, step }, record)
        setOutcomes((before) => new Map(before).set(record.id, outcome))
      }
    } catch (failure) {
      setError(failure)
    } finally {
      setProgress(undefined)
      await queries.invalidateQueries({ queryKey: [county] })
    }
  }
  return {
    lines: records.map((record) => {
      const outcome = outcomes.get(record.id)
      return { record, ...(outcome && { outcome }) }
    }),
    madeAt: handed?.manifest.madeAt,
    foreign: handed !== undefined && handed.manifest.owner.county !== summary.id,
    ...{ progress, error, read, start },
  }
}
