import { useState } from 'react'
import { upload } from '../../../lib/api.ts'
import { newUuid } from '../../../lib/request-key.ts'
import { useCounty } from '../../../lib/session.ts'
import type { PreviewRow } from '../../../ui/sheet-preview.tsx'

/** A line of an imported ledger, as the server read it. */
export type ImportedIssue = PreviewRow & { text?: string | undefined; name?: string | undefined }
type Answer = { applied: boolean; rows: ImportedIssue[] }
type State = { file?: File; rows?: ImportedIssue[]; error?: unknown; progress?: number }

/** A ledger on its way in: `check` asks what would happen, `apply` takes it with the villages that were picked. */
export function useIssueImport() {
  const { county } = useCounty()
  const [state, setState] = useState<State>({})
  const send = async (file: File, query: URLSearchParams): Promise<Answer | undefined> => {
    const before = state.rows && state.file === file ? { rows: state.rows } : {}
    setState({ ...before, file, progress: 0 })
    try {
      const answered = await upload<Answer>(`/counties/${county}/issues/imports?${query}`, file, {
        idempotencyKey: newUuid(),
        progress: (progress) => setState({ ...before, file, progress }),
      })
      setState({ file, rows: answered.rows })
      return answered
    } catch (error) {
      setState({ ...before, file, error })
      return undefined
    }
  }
  return {
    ...state,
    check: (file: File) => send(file, new URLSearchParams({ dryRun: 'true' })),
    /** How many issues were taken; undefined where none were. */
    apply: async (picked: ReadonlyMap<number, string>): Promise<number | undefined> => {
      if (!state.file) return undefined
      const query = new URLSearchParams([...picked].map(([row, subject]) => ['pick', `${row}:${subject}`]))
      const answered = await send(state.file, query)
      return answered?.applied ? answered.rows.length : undefined
    },
  }
}
