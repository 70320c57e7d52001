/** Tells of changes of one kind, here and in the other tabs and the service worker of this origin. */
export class Changes {
  readonly #word: string
  readonly #listeners = new Set<() => void>()
  readonly #channel: BroadcastChannel | undefined

  constructor(of: 'records' | 'session' = 'records') {
    this.#word = `xiangbang-field-${of}`
    if (typeof BroadcastChannel !== 'undefined') {
      this.#channel = new BroadcastChannel(this.#word)
      this.#channel.onmessage = () => this.here()
      // Safari before 15.4 has no channels, but tells other tabs of what is stored.
    } else if (typeof window !== 'undefined')
      window.addEventListener('storage', ({ key }) => key === this.#word && this.here())
  }

  subscribe = (changed: () => void): (() => void) => {
    this.#listeners.add(changed)
    return () => this.#listeners.delete(changed)
  }

  everywhere(): void {
    this.here()
    if (this.#channel) this.#channel.postMessage('')
    else tellTabs(this.#word)
  }

  /** What other tabs need not hear, such as how far an upload is. */
  here(): void {
    for (const listener of [...this.#listeners]) listener()
  }

  close(): void {
    this.#channel?.close()
    this.#listeners.clear()
  }
}

function tellTabs(word: string): void {
  try {
    localStorage.setItem(word, String(Math.random()))
  } catch {
    // No room, or not allowed: the other tabs see it when they are looked at again.
  }
}
