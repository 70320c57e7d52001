import type { Cells } from './cells.ts'

/** `base` is when the report was sent that the draft was begun from, null where there was none. */
export type KeptDraft = { at: string; base: string | null; cells: Cells }

/** The draft kept on this device, if there is one that can be read. */
export function readDraft(key: string): KeptDraft | undefined {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(key) ?? 'null')
    return isKept(kept) ? kept : undefined
  } catch {
    return undefined
  }
}

/** False where storage is full or closed: what is typed then stands in the page alone. */
export function keepDraft(key: string, draft: KeptDraft): boolean {
  try {
    localStorage.setItem(key, JSON.stringify(draft))
    return true
  } catch {
    return false
  }
}

export function forgetDraft(key: string): void {
  try {
    localStorage.removeItem(key)
  } catch {
    // Closed storage kept nothing.
  }
}

function isKept(value: unknown): value is KeptDraft {
  return typeof value === 'object' && value !== null && 'at' in value && 'cells' in value && 'base' in value
}

const PAUSE = 300

/** One thing to do once nobody has typed for a moment, or at once when the page goes. */
export class Later {
  #timer: ReturnType<typeof setTimeout> | undefined
  #todo: (() => void) | undefined

  plan(todo: () => void): void {
    this.never()
    this.#todo = todo
    this.#timer = setTimeout(() => this.now(), PAUSE)
  }

  now(): void {
    const todo = this.#todo
    this.never()
    todo?.()
  }

  never(): void {
    clearTimeout(this.#timer)
    this.#todo = undefined
  }
}
