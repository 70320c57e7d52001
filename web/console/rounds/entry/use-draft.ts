import { useEffect, useState } from 'react'
import type { Cells } from './cells.ts'

type Kept = { at: string; cells: Cells }

/**
 * What is being typed, kept on this device until it is sent: a closed tab or a dead battery loses nothing. Begins
 * with the kept draft, else with `start`. `restoredAt` says when a restored draft was last typed in.
 */
export function useDraft(key: string, start: Cells) {
  const [kept] = useState(() => read(key))
  const [restoredAt, setRestoredAt] = useState(kept?.at)
  const [cells, setCells] = useState(kept?.cells ?? start)
  const [touched, setTouched] = useState(false)
  useEffect(() => {
    if (touched) keep(key, { at: new Date().toISOString(), cells })
  }, [key, cells, touched])
  const change = (part: Cells) => {
    setTouched(true)
    setCells((before) => ({ ...before, ...part }))
  }
  /** After sending, or to begin again from `next`. */
  const settle = (next: Cells) => {
    forget(key)
    setTouched(false)
    setRestoredAt(undefined)
    setCells(next)
  }
  return { cells, change, settle, restoredAt, unsent: touched || restoredAt !== undefined }
}

function read(key: string): Kept | undefined {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(key) ?? 'null')
    return isKept(kept) ? kept : undefined
  } catch {
    return undefined
  }
}

function keep(key: string, draft: Kept): void {
  try {
    localStorage.setItem(key, JSON.stringify(draft))
  } catch {
    // Storage is full or closed: what is typed still stands in the page.
  }
}

function forget(key: string): void {
  try {
    localStorage.removeItem(key)
  } catch {
    // Closed storage kept nothing.
  }
}

function isKept(value: unknown): value is Kept {
  return typeof value === 'object' && value !== null && 'at' in value && 'cells' in value
}
