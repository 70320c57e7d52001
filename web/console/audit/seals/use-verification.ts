import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import type { AuditVerification } from '../../../../schema/api/audit.ts'
import { answer, api } from '../../../lib/api.ts'
import { useCounty } from '../../../lib/session.ts'
import { added } from './added.ts'

/** Checks every block, step by step; `soFar` grows meanwhile. */
export function useVerification() {
  const { county } = useCounty()
  const [soFar, setSoFar] = useState<AuditVerification>()
  const checking = useMutation({
    mutationFn: async () => {
      let whole: AuditVerification | undefined
      for (let from: number | null = 1; from !== null; from = whole.next) {
        const query: { from: string } = { from: String(from) }
        whole = added(
          whole,
          await answer(api.counties[':county'].audit.verification.$get({ param: { county }, query })),
        )
        setSoFar(whole)
      }
      return whole
    },
    onMutate: () => setSoFar(undefined),
  })
  return { checking, soFar }
}
