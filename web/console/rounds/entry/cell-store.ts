import { useSyncExternalStore } from 'react'
import { type Cell, type Cells, emptyCell } from './cells.ts'

type Step = { before: Cells; after: Cells; field: string | undefined }

const MOST_STEPS = 200

/**
 * What stands in the fields, outside of React: a keystroke then draws its own row again and no other. Keeps the steps
 * taken, so that a paste, a drag or a typed value can be undone.
 */
export class CellStore {
  #cells: Cells
  #past: Step[] = []
  #undone: Step[] = []
  readonly #listeners = new Set<() => void>()
  readonly #editors = new Set<() => void>()

  constructor(cells: Cells) {
    this.#cells = cells
  }

  readonly all = (): Cells => this.#cells
  readonly cell = (village: string): Cell => this.#cells[village] ?? emptyCell
  readonly canUndo = (): boolean => this.#past.length > 0
  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** Told of what somebody does, and not of a beginning from stored cells. */
  readonly onEdit = (listener: () => void): (() => void) => {
    this.#editors.add(listener)
    return () => this.#editors.delete(listener)
  }

  /** One step. Keystrokes one after the other in the same `field` are one step together. */
  change(part: Cells, field?: string): void {
    const before = Object.fromEntries(Object.keys(part).map((village) => [village, this.cell(village)]))
    const last = this.#past.at(-1)
    if (field !== undefined && last?.field === field) last.after = part
    else this.#past = [...this.#past, { before, after: part, field }].slice(-MOST_STEPS)
    this.#undone = []
    this.#edit({ ...this.#cells, ...part })
  }

  /** Takes the last step back; whether there was one. */
  undo(): boolean {
    const step = this.#past.pop()
    if (!step) return false
    this.#undone.push(step)
    this.#edit({ ...this.#cells, ...step.before })
    return true
  }

  redo(): boolean {
    const step = this.#undone.pop()
    if (!step) return false
    this.#past.push({ ...step, field: undefined })
    this.#edit({ ...this.#cells, ...step.after })
    return true
  }

  /** Begins again from other cells; no step leads back. */
  begin(cells: Cells): void {
    this.#past = []
    this.#undone = []
    this.#set(cells)
  }

  #edit(cells: Cells): void {
    this.#set(cells)
    for (const listener of this.#editors) listener()
  }

  #set(cells: Cells): void {
    this.#cells = cells
    for (const listener of this.#listeners) listener()
  }
}

export function useCell(store: CellStore, village: string): Cell {
  return useSyncExternalStore(store.subscribe, () => store.cell(village))
}

export function useCells(store: CellStore): Cells {
  return useSyncExternalStore(store.subscribe, store.all)
}
