/** What the sending is about, for the screen. A snapshot is replaced at each change, never altered. */
export type SendingState = {
  sending: boolean
  /** Epoch ms of the next attempt by itself, where something waits for it. */
  nextAt: number | null
  /** Whether the service was reached the last time it was tried. */
  connected: boolean
  /** Epoch ms at which the county's data was last known to be new; null before the first time. */
  bundleAt: number | null
}

export type FieldSending = {
  current(): SendingState
  subscribe(changed: () => void): () => void
  /** Fetches and sends at once whatever there is, as at every return of the signal. */
  now(): Promise<void>
}
