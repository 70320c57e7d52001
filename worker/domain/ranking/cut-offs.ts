import type { CutOff } from '../../../schema/api/explanation.ts'
import type { Policy } from '../../../schema/api/ranking.ts'
import { compositeShown } from './composite.ts'
import type { Merged } from './merge.ts'

/** Where green ends and red begins, and how far from there a subject is; a side the policy lacks is left out. */
export function cutOffs(policy: Policy, merged: Merged, subject: number): { green?: CutOff; red?: CutOff } {
  const { quota, order, rank, reverse } = merged
  const { green, red } = policy.bands
  const lastGreen = order[quota.green - 1]
  const firstRed = order[order.length - quota.red]
  const insideGreen = (rank[subject] as number) <= quota.green
  const insideRed = (reverse[subject] as number) <= quota.red
  return {
    ...(green ? { green: cutOff(policy, merged, subject, quota.green, lastGreen, insideGreen, 1) } : {}),
    ...(red ? { red: cutOff(policy, merged, subject, quota.red, firstRed, insideRed, -1) } : {}),
  }
}

function cutOff(
  policy: Policy,
  merged: Merged,
  subject: number,
  places: number,
  edge: number | undefined,
  inside: boolean,
  sign: 1 | -1,
): CutOff {
  if (edge === undefined) return { places, inside, composite: null, key: null, gap: null }
  const key = merged.keys[edge] as number
  const gap = (merged.keys[subject] as number) - key
  return {
    places,
    inside,
    composite: compositeShown(merged.sources, policy.method, edge),
    key,
    gap: gap === 0 ? 0 : sign * gap,
  }
}
