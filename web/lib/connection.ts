import { useSyncExternalStore } from 'react'

let connected = true
const listeners = new Set<() => void>()
let probe: ReturnType<typeof setInterval> | undefined

/** Called by the client after each request: whether the server answered at all. */
export function reportConnection(answered: boolean): void {
  if (answered === connected) return
  connected = answered
  if (connected) clearInterval(probe)
  else probe = setInterval(askAgain, 5000)
  for (const listener of listeners) listener()
}

/** Whether the last request reached the server; while it did not, a small one is tried every five seconds. */
export function useConnection(): boolean {
  return useSyncExternalStore(subscribe, () => connected)
}

/** Calls `back` each time the connection has returned. Answers how to stop. */
export function onReconnected(back: () => void): () => void {
  return subscribe(() => {
    if (connected) back()
  })
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

function askAgain() {
  fetch('/healthz', { cache: 'no-store' }).then(
    () => reportConnection(true),
    () => {},
  )
}

if (typeof window !== 'undefined') {
  window.addEventListener('offline', () => reportConnection(false))
  window.addEventListener('online', askAgain)
}
