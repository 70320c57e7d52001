import type { Place } from '../../../schema/api/common.ts'

/** Latitude and longitude. */
export type Point = readonly [number, number]

/** Where most of some points lie: their middle latitude and longitude, which a few strays do not move. Null of none. */
export function medianPlace(points: readonly Point[]): Pick<Place, 'lat' | 'lng'> | null {
  const lat = median(points.map(([one]) => one))
  const lng = median(points.map(([, one]) => one))
  return lat === undefined || lng === undefined ? null : { lat: rounded(lat), lng: rounded(lng) }
}

function median(values: readonly number[]): number | undefined {
  const sorted = [...values].sort((a, b) => a - b)
  const [low, high] = [
    sorted[Math.floor((sorted.length - 1) / 2)],
    sorted[Math.ceil((sorted.length - 1) / 2)],
  ]
  return low === undefined || high === undefined ? undefined : (low + high) / 2
}

/** To a metre: nobody needs more of a village. */
function rounded(degrees: number): number {
  return Math.round(degrees * 1e5) / 1e5
}
