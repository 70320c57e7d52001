/** A part of the program that the first screen can do without. */
export type Later<Part> = {
  /** What there is of it; `missing` where it could not be fetched. */
  current(): { part?: Part; missing: boolean }
  subscribe(changed: () => void): () => void
  /** Fetches it, unless it is there or on its way; again where it could not be had before. */
  fetch(): Promise<void>
}

/** `fetchPart` imports it; it may be asked again after it has failed. */
export function later<Part>(fetchPart: () => Promise<Part>): Later<Part> {
  const listeners = new Set<() => void>()
  let state: { part?: Part; missing: boolean } = { missing: false }
  let running: Promise<void> | undefined
  const update = (next: typeof state) => {
    state = next
    for (const listener of [...listeners]) listener()
  }
  return {
    current: () => state,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    fetch: () => {
      if (state.part !== undefined) return Promise.resolve()
      running ??= fetchPart()
        .then(
          (part) => update({ part, missing: false }),
          () => update({ missing: true }),
        )
        .finally(() => {
          running = undefined
        })
      return running
    },
  }
}
