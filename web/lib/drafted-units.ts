import type { Area } from '../../schema/api/areas.ts'

/** A unit about to be added. */
export type DraftedUnit = { name: string; covers: string[] }

/**
 * One unit per pasted line, each name once. Where a name contains a township's name, or that name without its last
 * character (喜泉 of 喜泉镇), the unit covers it.
 */
export function draftUnits(pasted: string, townships: readonly Area[]): DraftedUnit[] {
  const names = pasted
    .split(/[\n\t]/)
    .map((line) => line.trim().slice(0, 100))
    .filter((line) => line !== '')
  return [...new Set(names)].map((name) => ({ name, covers: townshipsIn(name, townships) }))
}

function townshipsIn(name: string, townships: readonly Area[]): string[] {
  const active = townships.filter((township) => township.active)
  const whole = active.filter((township) => name.includes(township.name))
  if (whole.length > 0) return whole.map(({ id }) => id)
  return active
    .filter((township) => township.name.length > 2 && name.includes(township.name.slice(0, -1)))
    .map(({ id }) => id)
}
