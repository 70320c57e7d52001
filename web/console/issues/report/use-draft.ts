import { useEffect, useState } from 'react'
import { sourcesOf } from '../../../../worker/domain/issues/sources.ts'
import { newUuid } from '../../../lib/request-key.ts'
import { useCounty } from '../../../lib/session.ts'
import { type Draft, draftIn, isWorthKeeping, newDraft } from './draft.ts'
import { read, remove, write } from './storage.ts'

/** What is being written, kept on this device until it is sent. `restored` says whether it was taken up again. */
export function useDraft() {
  const { county, member } = useCounty()
  const key = `issue-draft ${county} ${member.id}`
  const ownVillage = member.scope.kind === 'village' ? (member.scope.id ?? undefined) : undefined
  const fresh = () => newDraft(newUuid(), Date.now(), sourcesOf[member.role][0] ?? 'self_check', ownVillage)
  const [kept] = useState(() => draftIn(read(key)))
  const [restored, setRestored] = useState(kept !== undefined)
  const [draft, setDraft] = useState<Draft>(() => kept ?? fresh())
  useEffect(() => {
    if (isWorthKeeping(draft)) write(key, JSON.stringify(draft))
  }, [key, draft])
  const begin = () => {
    remove(key)
    setRestored(false)
    setDraft(fresh())
  }
  return {
    draft,
    restored,
    change: (changed: Partial<Draft>) => setDraft((before) => ({ ...before, ...begun(before), ...changed })),
    /** Lets the draft go: it was sent, or the writer begins again. */
    begin,
  }
}

/** A page may stand open for hours before anything is found. */
function begun(draft: Draft): Partial<Draft> {
  return isWorthKeeping(draft) ? {} : { foundAt: new Date().toISOString() }
}
