import { useCallback, useEffect, useState } from 'react'
import { CellStore } from './cell-store.ts'
import type { Cells } from './cells.ts'
import { forgetDraft, keepDraft, Later, readDraft } from './kept-draft.ts'

/**
 * What is being typed, kept on this device until it is sent: a closed tab or a dead battery loses nothing. Begins
 * with the kept draft, else with `start`, the report sent at `base`. `restoredAt` says when a restored draft was last
 * typed in; `unsent` whether there is anything that was not sent; `kept` is false where the device keeps nothing.
 */
export function useDraft(key: string, start: Cells, base: string | null) {
  const [found] = useState(() => readDraft(key))
  const [store] = useState(() => new CellStore(found?.cells ?? start))
  const [later] = useState(() => new Later())
  const [state, setState] = useState({
    base: found ? found.base : base,
    restoredAt: found?.at,
    unsent: found !== undefined,
    kept: true,
  })
  const { base: from } = state

  useEffect(() => {
    const save = () => {
      const kept = keepDraft(key, { at: new Date().toISOString(), base: from, cells: store.all() })
      setState((before) => (before.kept === kept ? before : { ...before, kept }))
    }
    const stop = store.onEdit(() => {
      setState((before) => (before.unsent ? before : { ...before, unsent: true }))
      later.plan(save)
    })
    const now = () => later.now()
    window.addEventListener('pagehide', now)
    document.addEventListener('visibilitychange', now)
    return () => {
      stop()
      later.now()
      window.removeEventListener('pagehide', now)
      document.removeEventListener('visibilitychange', now)
    }
  }, [key, store, later, from])

  /** After sending, or to begin again from the report sent at `at`. */
  const settle = useCallback(
    (cells: Cells, at: string | null) => {
      later.never()
      forgetDraft(key)
      store.begin(cells)
      setState({ base: at, restoredAt: undefined, unsent: false, kept: true })
    },
    [key, store, later],
  )
  /** The draft goes on over the report sent at `at`, which was looked at. */
  const goOn = useCallback((at: string | null) => setState((before) => ({ ...before, base: at })), [])
  return { store, settle, goOn, ...state }
}
