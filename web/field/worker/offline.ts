import { packing, unpacking } from '../store/packing.ts'

/** How far the program itself is at home on this phone. */
export type OfflineState = {
  /** Opens without signal too. Where not, the page must not be closed while there is none. */
  ready: boolean
  /** A newer version of the program is here and waits for `update`. */
  update: boolean
}

export type Offline = {
  current(): OfflineState
  subscribe(changed: () => void): () => void
  /** Changes to the newer version and loads the page again; only by its user's own hand. */
  update(): void
}

const address = '/field-worker.js'
const scope = '/field/'
/** How often an open page looks for a newer version, in ms. */
const lookEvery = 60 * 60_000

type OpenOffline = Offline & {
  /** Brings the service worker in; once the first screen stands, as it fetches the whole program. */
  begin(): Promise<void>
}

/** Where the browser has service workers (not on plain HTTP, nor in most chat apps), the app is made to open offline. */
export function openOffline(): OpenOffline {
  const listeners = new Set<() => void>()
  // A page that came through it has it.
  const ready = 'serviceWorker' in navigator && navigator.serviceWorker.controller !== null
  let state: OfflineState = { ready, update: false }
  let registration: ServiceWorkerRegistration | undefined
  const look = () => {
    const { active, waiting } = registration ?? {}
    // The very first one waits too, for a moment, and is nobody's update.
    const next = { ready: Boolean(active), update: Boolean(active && waiting) }
    if (next.ready === state.ready && next.update === state.update) return
    state = next
    for (const listener of [...listeners]) listener()
  }
  const watch = (worker: ServiceWorker | null) => worker?.addEventListener('statechange', look)
  const register = async () => {
    if (!('serviceWorker' in navigator)) return undefined
    try {
      return await navigator.serviceWorker.register(address, { scope, updateViaCache: 'none' })
    } catch {
      // Without it the page goes on; it only must not be closed.
      return undefined
    }
  }

  return {
    begin: async () => {
      registration = await register()
      if (!registration) return fetchRest()
      const registered = registration
      watch(registered.installing)
      registered.addEventListener('updatefound', () => watch(registered.installing))
      setInterval(() => registered.update().catch(() => {}), lookEvery)
      look()
    },
    current: () => state,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    update: () => {
      if (!registration?.waiting) return
      navigator.serviceWorker.addEventListener('controllerchange', () => location.reload(), { once: true })
      registration.waiting.postMessage('take-over')
    },
  }
}

/** What the worker would have kept: fetched before the signal goes, as whoever needs it has none. */
async function fetchRest(): Promise<void> {
  await Promise.all([packing(), unpacking()])
}

type WithSync = ServiceWorkerRegistration & { sync?: { register(tag: string): Promise<void> } }

/** Asks for a turn in the background once there is a network, in browsers that give one. */
export function sendInBackground(): void {
  if (!('serviceWorker' in navigator) || !navigator.serviceWorker.controller) return
  navigator.serviceWorker.ready
    .then((registration: WithSync) => registration.sync?.register('send'))
    .catch(() => {})
}
