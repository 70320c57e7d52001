import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { AreaImport } from '../../../../schema/api/area-imports.ts'
import { upload } from '../../../lib/api.ts'
import { areasKey } from '../../../lib/county-areas.ts'
import { newUuid } from '../../../lib/request-key.ts'
import { useCounty } from '../../../lib/session.ts'

export type ImportedRow = AreaImport['rows'][number]
type Picks = ReadonlyMap<number, string>
type State = { file?: File; rows?: ImportedRow[]; progress?: number | undefined; error?: unknown }

/** Sends a sheet first to be checked, then, with what was settled, to be saved; `imported` gets the rows saved. */
export function useAreaImport(imported: (rows: readonly ImportedRow[]) => void) {
  const { county } = useCounty()
  const queries = useQueryClient()
  const [state, setState] = useState<State>({})
  const send = async (file: File, dryRun: boolean, picks: Picks) => {
    setState((before) => ({ ...before, progress: 0, error: undefined }))
    const settled = [...picks].map(([row, area]) => `&pick=${row}:${encodeURIComponent(area)}`).join('')
    try {
      const { applied, rows } = await upload<AreaImport>(
        `/counties/${encodeURIComponent(county)}/areas/imports?dryRun=${dryRun}${settled}`,
        file,
        {
          idempotencyKey: newUuid(),
          progress: (progress) => setState((before) => ({ ...before, progress })),
        },
      )
      setState({ file, rows })
      if (!applied) return
      await Promise.all(
        [areasKey(county), [county, 'setup']].map((queryKey) => queries.invalidateQueries({ queryKey })),
      )
      imported(rows)
    } catch (error) {
      setState((before) => ({ ...before, progress: undefined, error }))
    }
  }
  return {
    ...state,
    check: (file: File, picks: Picks = new Map()) => send(file, true, picks),
    apply: (file: File, picks: Picks) => send(file, false, picks),
  }
}
