/** What is said in passing: that something was done, perhaps with a way back, or why it was not. */
export type Saying = {
  /** Saying the same again renews it. */
  key: string
  kind: 'success' | 'error'
  text: string
  way?: { label: string; go: () => void }
}

let said: readonly Saying[] = []
const listeners = new Set<() => void>()
const ends = new Map<string, ReturnType<typeof setTimeout>>()

/** Says something at the top of the screen for so many seconds. */
export function say(saying: Saying, seconds: number): void {
  unsay(saying.key)
  change([...said, saying])
  ends.set(
    saying.key,
    setTimeout(() => unsay(saying.key), seconds * 1000),
  )
}

/** Takes it away before its time. */
export function unsay(key: string): void {
  clearTimeout(ends.get(key))
  ends.delete(key)
  if (said.some((one) => one.key === key)) change(said.filter((one) => one.key !== key))
}

/** What stands there now; for React's store. */
export const saidNow = (): readonly Saying[] => said

export function onSaid(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

function change(next: readonly Saying[]) {
  said = next
  for (const listener of listeners) listener()
}
