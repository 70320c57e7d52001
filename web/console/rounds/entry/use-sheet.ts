import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { SheetReceipt } from '../../../../schema/api/reports.ts'
import { upload } from '../../../lib/api.ts'
import { newUuid } from '../../../lib/request-key.ts'

type State = { file?: File; receipt?: SheetReceipt; error?: unknown; progress?: number }

/** A sheet on its way in: `look` asks what would happen, `apply` hands it in with the rows the user settled. */
export function useSheet(path: string, renews: readonly unknown[]) {
  const queries = useQueryClient()
  const [state, setState] = useState<State>({})
  const send = async (file: File, query: URLSearchParams) => {
    setState((before) => ({ ...(before.receipt ? { receipt: before.receipt } : {}), file, progress: 0 }))
    try {
      const receipt = await upload<SheetReceipt>(`${path}?${query}`, file, {
        idempotencyKey: newUuid(),
        progress: (progress) => setState((before) => ({ ...before, progress })),
      })
      setState({ file, receipt })
      return receipt
    } catch (error) {
      setState((before) => ({ ...(before.receipt ? { receipt: before.receipt } : {}), file, error }))
      return undefined
    }
  }
  return {
    ...state,
    look: (file: File) => send(file, new URLSearchParams({ dryRun: 'true' })),
    apply: async (picks: readonly (readonly [row: number, subject: string])[]) => {
      if (!state.file) return undefined
      const query = new URLSearchParams(picks.map(([row, subject]) => ['pick', `${row}:${subject}`]))
      const receipt = await send(state.file, query)
      if (receipt?.applied) await queries.invalidateQueries({ queryKey: renews })
      return receipt
    },
    reset: () => setState({}),
  }
}
