import type { Tie, TieStep } from '../../../schema/api/explanation.ts'
import type { Policy } from '../../../schema/api/ranking.ts'
import type { Merged } from './merge.ts'
import { positionKey } from './positions.ts'

/** What the tie-breakers did, in turn, among those with this subject's key; undefined where nobody else has it. */
export function explainTie(policy: Policy, merged: Merged, subject: number): Tie | undefined {
  const { keys, order, rank, tieBreakers } = merged
  const key = keys[subject]
  let group = Array.from(order.filter((other) => keys[other] === key))
  const sameKey = group.length
  if (sameKey === 1) return undefined
  const steps: TieStep[] = []
  for (const source of policy.tieBreakers) {
    if (group.length === 1) break
    const breaker = tieBreakers.find((positions) => positions.key === source)
    if (!breaker || group.some((other) => breaker.twice[other] === 0)) {
      steps.push({ source, outcome: 'passed_over' })
      continue
    }
    const own = positionKey(breaker, subject)
    const equal = group.filter((other) => positionKey(breaker, other) === own)
    steps.push({ source, outcome: equal.length < group.length ? 'split' : 'equal' })
    group = equal
  }
  return { sameKey, sameRank: order.filter((other) => rank[other] === rank[subject]).length, steps }
}
