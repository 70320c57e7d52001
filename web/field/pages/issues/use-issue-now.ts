import { useEffect, useState } from 'react'
import type { IssueDetail } from '../../../../schema/api/issues.ts'
import { answer, api } from '../../../lib/api.ts'
import { useField, useNow } from '../../field-context.tsx'

/** The issue as the service has it this moment, history and photos included; undefined without signal. */
export function useIssueNow(id: string): IssueDetail | undefined {
  const { session, sending } = useField()
  const { connected, bundleAt } = useNow(sending)
  const { owner } = useNow(session)
  const county = owner?.county
  const [issue, setIssue] = useState<IssueDetail>()
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked again after each sync
  useEffect(() => {
    if (!connected || county === undefined) return
    let gone = false
    answer(api.counties[':county'].issues[':id'].$get({ param: { county, id } })).then(
      (found) => !gone && setIssue(found),
      // What the last sync brought is on screen already.
      () => {},
    )
    return () => {
      gone = true
    }
  }, [connected, county, id, bundleAt])
  return issue
}
