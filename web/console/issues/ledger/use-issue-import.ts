import { useState } from 'react'
import type { ImportedIssue, IssueImport } from '../../../../schema/api/issue-sheets.ts'
import { upload } from '../../../lib/api.ts'
import { newUuid } from '../../../lib/request-key.ts'
import { useCounty } from '../../../lib/session.ts'
import { picksIn, type Settled } from './import-picks.ts'

type State = { file?: File; answered?: IssueImport; error?: unknown; progress?: number }

/** A ledger on its way in: `look` asks what would happen, `apply` takes it with what was settled by hand. */
export function useIssueImport() {
  const { county } = useCounty()
  const [state, setState] = useState<State>({})
  const send = async (
    file: File,
    settled: Settled,
    category: string | undefined,
    dryRun: boolean,
  ): Promise<IssueImport | undefined> => {
    const before = state.answered && state.file === file ? { answered: state.answered } : {}
    const query = new URLSearchParams([
      ...picksIn(settled).map((pick): [string, string] => ['pick', pick]),
      ...(category === undefined ? [] : [['category', category] as [string, string]]),
      ...(dryRun ? [['dryRun', 'true'] as [string, string]] : []),
    ])
    setState({ ...before, file, progress: 0 })
    try {
      const answered = await upload<IssueImport>(
        `/counties/${county}/issues/imports?${query}`,
        // The server reads the bytes and not what the system calls their kind.
        new Blob([file], { type: 'application/octet-stream' }),
        { idempotencyKey: newUuid(), progress: (progress) => setState({ ...before, file, progress }) },
      )
      setState({ file, answered })
      return answered
    } catch (error) {
      setState({ ...before, file, error })
      return undefined
    }
  }
  return {
    ...state,
    rows: state.answered?.rows as ImportedIssue[] | undefined,
    look: (file: File, category: string | undefined) => send(file, new Map(), category, true),
    apply: (settled: Settled, category: string | undefined) =>
      state.file ? send(state.file, settled, category, false) : Promise.resolve(undefined),
  }
}
