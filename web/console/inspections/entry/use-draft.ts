import { useState } from 'react'
import { newUuid } from '../../../lib/request-key.ts'
import { useCounty } from '../../../lib/session.ts'
import { type Draft, draftIn, isWorthKeeping, newDraft } from './draft.ts'

/**
 * The inspection being made, kept on this device with every tap. One that was begun is taken up again, unless the page
 * is asked for another place.
 */
export function useDraft(wanted: Partial<Draft>) {
  const { county, member } = useCounty()
  const key = `inspection:${county}:${member.id}`
  const [kept] = useState(() => {
    const found = draftIn(read(key))
    const asked = wanted.subject !== undefined && wanted.subject !== found?.subject
    return found && !asked && isWorthKeeping(found) ? found : undefined
  })
  const [draft, setDraft] = useState(() => kept ?? newDraft(newUuid(), Date.now(), wanted))
  const [restored, setRestored] = useState(kept !== undefined)
  const change = (part: Partial<Draft>) =>
    setDraft((before) => {
      const next = { ...before, ...part, at: Date.now() }
      write(key, next)
      return next
    })
  const forget = () => write(key, undefined)
  const startOver = () => {
    forget()
    setRestored(false)
    setDraft(newDraft(newUuid(), Date.now(), wanted))
  }
  return { draft, change, forget, startOver, restoredAt: restored ? kept?.at : undefined }
}

function read(key: string): string | null {
  try {
    return localStorage.getItem(key)
  } catch {
    return null
  }
}

function write(key: string, draft: Draft | undefined): void {
  try {
    if (draft) localStorage.setItem(key, JSON.stringify(draft))
    else localStorage.removeItem(key)
  } catch {
    // Storage is full or closed: what is filled in still stands in the page.
  }
}
