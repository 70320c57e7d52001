import { useState } from 'react'
import type { Consequence } from '../../../schema/api/consequences.ts'
import { firstValues, isRecordValues, type RecordValues } from './record-values.ts'

/**
 * A record as it is being written, kept in this browser until it is saved: a closed tab loses nothing. `restored`
 * says that it began with what was kept; `forget` after saving, `restart` to begin anew.
 */
export function useRecordDraft(consequence: Consequence) {
  const key = `interview-record ${consequence.id}`
  const [kept] = useState(() => read(key))
  const [values, setValues] = useState(() => kept ?? firstValues(consequence, Date.now()))
  const [restored, setRestored] = useState(kept !== undefined)
  return {
    values,
    restored,
    set: (changed: Partial<RecordValues>) => {
      const next = { ...values, ...changed }
      setValues(next)
      keep(key, next)
    },
    forget: () => forget(key),
    restart: () => {
      forget(key)
      setRestored(false)
      setValues(firstValues(consequence, Date.now()))
    },
  }
}

function read(key: string): RecordValues | undefined {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(key) ?? 'null')
    return isRecordValues(kept) ? kept : undefined
  } catch {
    return undefined
  }
}

function keep(key: string, values: RecordValues): void {
  try {
    localStorage.setItem(key, JSON.stringify(values))
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
