import type { RevisitRule } from '../../../schema/api/issues.ts'

/** What holds until a county sets its own: a fifth of all after a week; two relapses in a quarter make an offender. */
export const usualRevisits: RevisitRule = { afterDays: 7, share: 0.2, relapses: 2, withinDays: 90 }

/**
 * Whether an issue is drawn for a revisit: a number in [0, 1) made of the draw's seed and the issue's id falls below
 * the share. Anybody with the seed draws the same again (FNV-1a over both, then finished as in MurmurHash3).
 */
export function drawn(seed: string, issue: string, share: number): boolean {
  return fraction(`${seed} ${issue}`) < share
}

function fraction(text: string): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return ((hash ^ (hash >>> 16)) >>> 0) / 2 ** 32
}
