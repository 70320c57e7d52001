import { createContext, useContext, useSyncExternalStore } from 'react'
import type { FieldSession } from './session/session.ts'
import type { FieldStore } from './store/store.ts'
import type { FieldSending } from './sync/sending.ts'
import type { Offline } from './worker/offline.ts'

export type Field = { store: FieldStore; session: FieldSession; sending: FieldSending; offline: Offline }

export const FieldContext = createContext<Field | undefined>(undefined)

/** What stands behind every screen of the field app. */
export function useField(): Field {
  const field = useContext(FieldContext)
  if (!field) throw new Error('useField outside the field app')
  return field
}

/** The state of one of them, kept up to date: `useNow(useField().session)`. */
export function useNow<State>(of: { current(): State; subscribe(changed: () => void): () => void }): State {
  return useSyncExternalStore(of.subscribe, of.current)
}
