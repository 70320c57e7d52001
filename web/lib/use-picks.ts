import { useState } from 'react'

/** What somebody picked for the doubtful rows of a sheet, by the row's number; `undefined` takes a pick back. */
export function usePicks() {
  const [picked, setPicked] = useState<ReadonlyMap<number, string>>(new Map())
  const pick = (row: number, id: string | undefined) => {
    const next = new Map(picked)
    if (id === undefined) next.delete(row)
    else next.set(row, id)
    setPicked(next)
  }
  return { picked, pick, forget: () => setPicked(new Map()) }
}
