import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { z } from 'zod'
import type { BoardHistory } from '../../../schema/api/boards.ts'
import type { HistoryImport } from '../../../schema/api/history.ts'
import { answer, api, upload } from '../../lib/api.ts'
import { newUuid } from '../../lib/request-key.ts'
import { useCounty } from '../../lib/session.ts'

type State = { file?: Blob; read?: HistoryImport; error?: unknown; progress?: number }

/** Past colours on their way in: `check` asks what a sheet says, `apply` stores it, or the weeks corrected by hand. */
export function useHistoryImport(board: string, done: () => void) {
  const { county } = useCounty()
  const queries = useQueryClient()
  const [state, setState] = useState<State>({})
  const send = (file: Blob, dryRun: boolean) =>
    upload<HistoryImport>(`/counties/${county}/boards/${board}/history/imports?dryRun=${dryRun}`, file, {
      idempotencyKey: newUuid(),
      progress: (progress) => setState((before) => ({ ...before, progress })),
    })
  const check = async (file: Blob) => {
    setState({ progress: 0 })
    try {
      setState({ file, read: await send(file, true) })
    } catch (error) {
      setState({ error })
    }
  }
  const apply = async (weeks: z.infer<typeof BoardHistory> | undefined) => {
    const { file, read } = state
    if (!file || !read) return
    setState({ file, read, progress: 1 })
    try {
      if (weeks) await post(county, board, weeks)
      else await send(file, false)
      setState({})
      await queries.invalidateQueries({ queryKey: [county, 'boards', board] })
      done()
    } catch (error) {
      setState({ file, read, error })
    }
  }
  return { ...state, check, apply }
}

function post(county: string, board: string, json: z.infer<typeof BoardHistory>) {
  return answer(
    api.counties[':county'].boards[':id'].history.$post(
      { param: { county, id: board }, json },
      { headers: { 'idempotency-key': newUuid() } },
    ),
  )
}
