import { useDeferredValue, useMemo, useState } from 'react'
import type { Policy } from '../../../../schema/api/ranking.ts'
import { checkPolicy } from '../../../../worker/domain/ranking/policy.ts'
import { policyTexts } from '../../../i18n/policy.ts'
import { useTexts } from '../../../lib/language.tsx'
import { type PolicyValues, policyOf, valuesOf } from './policy-values.ts'

/** A policy while it is being designed. */
export type PolicyDraft = {
  values: PolicyValues
  change: (part: Partial<PolicyValues>) => void
  /** Begins anew with another policy. */
  restart: (policy: Policy) => void
  policy: Policy
  sound: boolean
  /** What is wrong at one place of the policy, in words: `at('sources.0.weight')`. */
  at: (path: string) => string | undefined
  /** The policy a moment later, for what takes longer than a keystroke. */
  settled: { policy: Policy; sound: boolean }
}

/** Holds a policy's fields and checks them at every keystroke by the rule the server checks by. */
export function usePolicy(initial: Policy): PolicyDraft {
  const t = useTexts(policyTexts)
  const [values, setValues] = useState(() => valuesOf(initial))
  const checked = useMemo(() => {
    const policy = policyOf(values)
    const problems = checkPolicy(policy)
    const named = values.sources.every(({ key }) => key.trim() !== '')
    return { policy, problems, sound: problems.length === 0 && named }
  }, [values])
  const settled = useDeferredValue(checked)
  return {
    values,
    change: (part) => setValues((before) => ({ ...before, ...part })),
    restart: (policy) => setValues(valuesOf(policy)),
    policy: checked.policy,
    sound: checked.sound,
    at: (path) => {
      const problem = checked.problems.find((one) => one.path.join('.') === path)
      return problem && t(`problem_${problem.code}`)
    },
    settled,
  }
}
