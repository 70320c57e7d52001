import { useState } from 'react'
import type { IssueStep } from '../../../../schema/api/issues.ts'
import { answer, api } from '../../../lib/api.ts'
import { newUuid } from '../../../lib/request-key.ts'
import { useCounty } from '../../../lib/session.ts'
import { useChange } from '../../../lib/use-change.ts'
import { issuesKey } from '../queries.ts'

/**
 * Takes a step. The step's id is made here and kept with its words, so that the same step sent again after a lost
 * answer is one step; changed words are a step of their own.
 */
export function useStep(issue: string, done: () => void) {
  const { county } = useCounty()
  const [made] = useState(() => new Map<string, string>())
  const idOf = (step: IssueStep) => {
    const words = JSON.stringify(step)
    const id = made.get(words) ?? newUuid()
    made.set(words, id)
    return id
  }
  return useChange({
    send: (json: IssueStep, options) =>
      answer(
        api.counties[':county'].issues[':id'].steps[':step'].$put(
          { param: { county, id: issue, step: idOf(json) }, json },
          options,
        ),
      ),
    renews: [issuesKey(county), [county, 'visits']],
    done,
  })
}
