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

/** Brings the service worker in, where the browser has such a thing (not on plain HTTP, nor in most chat apps). */
export function openOffline(): Offline {
  const listeners = new Set<() => void>()
  let state: OfflineState = { ready: false, update: false }
  let registration: ServiceWorkerRegistration | undefined
  const look = () => {
    const next = { ready: Boolean(registration?.active), update: Boolean(registration?.waiting) }
    if (next.ready === state.ready && next.update === state.update) return
    state = next
    for (const listener of [...listeners]) listener()
  }
  const watch = (worker: ServiceWorker | null) => worker?.addEventListener('statechange', look)

  if ('serviceWorker' in navigator)
    navigator.serviceWorker.register(address, { scope, updateViaCache: 'none' }).then(
      (registered) => {
        registration = registered
        watch(registered.installing)
        registered.addEventListener('updatefound', () => watch(registered.installing))
        setInterval(() => registered.update().catch(() => {}), lookEvery)
        look()
      },
      // Without it the page goes on; it only must not be closed.
      () => {},
    )

  return {
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

type WithSync = ServiceWorkerRegistration & { sync?: { register(tag: string): Promise<void> } }

/** Asks for a turn in the background once there is a network, in browsers that give one. */
export function sendInBackground(): void {
  if (!('serviceWorker' in navigator) || !navigator.serviceWorker.controller) return
  navigator.serviceWorker.ready
    .then((registration: WithSync) => registration.sync?.register('send'))
    .catch(() => {})
}
