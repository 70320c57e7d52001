import type { Policy } from '../../../schema/api/ranking.ts'
import { checkPolicy } from '../../domain/ranking/policy.ts'
import { policyMessages } from '../../problems/policy-messages.ts'
import { Problem } from '../../problems/problem.ts'

/** Refuses a policy that cannot mean anything, naming every place. Errors: policy_unsound. */
export function requireSoundPolicy(policy: Policy): void {
  const problems = checkPolicy(policy)
  if (problems.length === 0) return
  const fields = (language: 'zh' | 'en') =>
    problems.map(({ code, path }) => ({
      path: ['policy', ...path].join('.'),
      message: policyMessages[code][language],
    }))
  throw new Problem('policy_unsound', {}, { fields })
}
