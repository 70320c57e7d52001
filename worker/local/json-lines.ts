import { stripVTControlCharacters } from 'node:util'

/** Something the host says, as one line of JSON among those of the Worker. */
export function jsonLine(message: string, level: 'info' | 'error' = 'info', now = new Date()): string {
  return JSON.stringify({
    ...{ level, at: now.toISOString() },
    message: stripVTControlCharacters(message).trim(),
  })
}

/** What the Worker wrote: a line of JSON as it is, anything else wrapped in one. */
export function workerLine(message: string, now = new Date()): string {
  return isRecord(message) ? message : jsonLine(message, 'info', now)
}

function isRecord(text: string): boolean {
  if (!text.startsWith('{')) return false
  try {
    return typeof JSON.parse(text) === 'object' && !text.includes('\n')
  } catch {
    return false
  }
}
