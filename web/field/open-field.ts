import type { FieldSession } from './session/session.ts'
import type { Owner } from './store/records.ts'
import type { FieldStore } from './store/store.ts'
import type { FieldSending } from './sync/sending.ts'
import type { Offline } from './worker/offline.ts'

export type OpenedField = {
  session: FieldSession
  sending: FieldSending
  offline: Offline
  /** The store of one owner; the same one each time. */
  storeOf(owner: Owner): FieldStore
}

/** Opens what is kept on this phone, before the first screen is drawn. */
export async function openField(): Promise<OpenedField> {
  throw new Error('not yet open')
}
