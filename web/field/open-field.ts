import { readyToShrink } from '../lib/photos/shrink-file.ts'
import { openSession } from './session/open-session.ts'
import type { FieldSession } from './session/session.ts'
import { Changes } from './store/changes.ts'
import { FieldDatabase } from './store/database.ts'
import { fieldStore } from './store/field-store.ts'
import { ownerKey } from './store/owner.ts'
import type { Owner } from './store/records.ts'
import type { FieldStore } from './store/store.ts'
import { fieldSending } from './sync/field-sending.ts'
import type { FieldSending } from './sync/sending.ts'
import { byRequest } from './sync/transport.ts'
import { wheneverItMaySend } from './sync/triggers.ts'
import { type Offline, openOffline, sendInBackground } from './worker/offline.ts'

export type OpenedField = {
  session: FieldSession
  sending: FieldSending
  offline: Offline
  /** The store of one owner; the same one each time. */
  storeOf(owner: Owner): FieldStore
  /** What the first screen need not wait for, to be done in this order. */
  forLater: readonly (() => unknown)[]
}

/** How long the first screen waits for the service where the phone does not know anybody yet, in ms. */
const patience = 3000

/** Opens what is kept on this phone, before the first screen is drawn, and starts sending. */
export async function openField(): Promise<OpenedField> {
  const db = new FieldDatabase()
  const changes = new Changes()
  const session = await openSession(db)
  const progress = new Map<string, number>()
  const sending = fieldSending({ db, changes, session, progress, transport: byRequest })
  const wake = () => {
    sendInBackground()
    sending.wake()
  }
  const stores = new Map<string, FieldStore>()
  const storeOf = (owner: Owner) => {
    const key = ownerKey(owner)
    const known = stores.get(key)
    if (known) return known
    const countyName = () => session.current().countyName
    const store = fieldStore({ db, changes, owner, countyName, wake, progress })
    stores.set(key, store)
    // Whatever an earlier run left is put in order, then sent.
    store.resume().then(wake, wake)
    return store
  }

  const checked = session.check()
  if (!session.current().owner)
    await Promise.race([checked, new Promise((resolve) => setTimeout(resolve, patience))])
  session.subscribe(wake)
  wheneverItMaySend(wake)
  const offline = openOffline()
  return { session, sending, offline, storeOf, forLater: [offline.begin, readyToShrink] }
}
