import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { z } from 'zod'
import type { PostImport } from '../../../schema/api/areas.ts'
import { upload } from '../../lib/api.ts'
import { newUuid } from '../../lib/request-key.ts'
import { useCounty } from '../../lib/session.ts'
import type { ImportedRow } from './post-sheets.ts'
import { postsKey } from './posts.ts'

type State = { file?: File; rows?: ImportedRow[]; progress?: number | undefined; error?: unknown }

/** Sends a sheet first to be checked, then to be saved; `imported` gets the number of rows saved. */
export function usePostImport(imported: (rows: number) => void) {
  const { county } = useCounty()
  const queries = useQueryClient()
  const [state, setState] = useState<State>({})
  const send = (file: File, dryRun: boolean) => {
    setState((before) => ({ ...before, progress: 0, error: undefined }))
    return upload<z.infer<typeof PostImport>>(
      `/counties/${encodeURIComponent(county)}/posts/imports?dryRun=${dryRun}`,
      file,
      {
        idempotencyKey: newUuid(),
        progress: (progress) => setState((before) => ({ ...before, progress })),
      },
    )
  }
  const check = async (file: File) => {
    try {
      const { rows } = await send(file, true)
      setState({ file, rows })
    } catch (error) {
      setState({ error })
    }
  }
  const apply = async (file: File) => {
    try {
      const { applied, rows } = await send(file, false)
      if (applied) {
        await queries.invalidateQueries({ queryKey: postsKey(county) })
        imported(rows.length)
      } else {
        setState((before) => ({ ...before, rows, progress: undefined }))
      }
    } catch (error) {
      setState((before) => ({ ...before, progress: undefined, error }))
    }
  }
  return { ...state, check, apply }
}
