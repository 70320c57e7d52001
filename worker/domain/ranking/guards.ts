import type { Band, Guards } from '../../../schema/api/ranking.ts'

/**
 * Absolute floors on the raw value (undefined or NaN: none), applied last: green must be earned, and a clean
 * subject is not red only by quota. Returns the bound that turns the band to yellow, if one does.
 */
export function guardAgainst(
  guards: Guards,
  band: Band,
  value: number | undefined,
): 'greenAtLeast' | 'redBelow' | undefined {
  const { greenAtLeast, redBelow } = guards
  if (band === 'green' && greenAtLeast !== undefined) {
    return value !== undefined && value >= greenAtLeast ? undefined : 'greenAtLeast'
  }
  if (band === 'red' && redBelow !== undefined) {
    return value !== undefined && value >= redBelow ? 'redBelow' : undefined
  }
  return undefined
}
