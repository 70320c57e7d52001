import type { Place } from '../../../schema/api/common.ts'
import type { PlaceFlagDetail, PlaceFlagKind } from '../../../schema/api/field.ts'
import { metresBetween } from '../issues/duplicates.ts'
import { medianPlace, type Point } from './median-place.ts'

/** Minutes by which a phone's clock may be wrong without anybody looking at it. */
export const clockMinutes = 10
/** Metres, beyond what the device says of its accuracy, that a record may lie from where its area has been met. */
export const farMetres = 3000
/** So many earlier records say where an area is. */
export const enoughPlaces = 3
/** Kilometres an hour that nobody drives on a county's roads, and metres below which no speed is reckoned. */
export const fastest = 150
const moved = 2000

/** A record made somewhere: `at` by the device's clock. `village` tells one place of work from another. */
export type Made = { area: string; village: string | null; place: Place | null; at: string }
/** What is known beforehand: where the area was met, and the member's last record. */
export type Known = {
  places: readonly Point[]
  last: { area: string; place: Place; at: string } | undefined
}
export type Oddity = { kind: PlaceFlagKind; detail: PlaceFlagDetail }

/** What is odd about where and when a record was made. Nothing of it stops the record: a human looks. */
export function odditiesOf(made: Made, known: Known): Oddity[] {
  const { place } = made
  if (!place) return []
  return [
    ...farFromEarlier(place, known.places),
    ...(place.accuracy === 0 ? [{ kind: 'accuracy' as const, detail: {} }] : []),
    ...comparedWithLast({ ...made, place }, known.last),
  ]
}

/** How wrong a phone's clock is, in minutes ahead, where that is worth a look. */
export function clockOddity(deviceAt: Date | undefined, now: Date): Oddity[] {
  if (!deviceAt) return []
  const minutes = Math.round((deviceAt.getTime() - now.getTime()) / 60_000)
  return Math.abs(minutes) > clockMinutes ? [{ kind: 'clock', detail: { minutes } }] : []
}

function farFromEarlier(place: Place, places: readonly Point[]): Oddity[] {
  const middle = places.length < enoughPlaces ? null : medianPlace(places)
  if (!middle) return []
  const metres = Math.round(metresBetween(place, middle))
  return metres - (place.accuracy ?? 0) > farMetres ? [{ kind: 'far', detail: { metres } }] : []
}

function comparedWithLast(made: Made & { place: Place }, last: Known['last']): Oddity[] {
  if (!last) return []
  const { place } = made
  const elsewhere = last.area !== (made.village ?? made.area)
  // A receiver never says the same twice to the last digit, unless nothing moved at all.
  if (elsewhere && last.place.lat === place.lat && last.place.lng === place.lng) {
    return [{ kind: 'repeated', detail: {} }]
  }
  const unsure = (place.accuracy ?? 0) + (last.place.accuracy ?? 0)
  const metres = Math.round(metresBetween(place, last.place))
  if (metres - unsure < moved) return []
  const hours = Math.abs(Date.parse(made.at) - Date.parse(last.at)) / 3_600_000
  const speed = (metres - unsure) / 1000 / Math.max(hours, 1 / 60)
  return speed > fastest ? [{ kind: 'speed', detail: { metres, speed: Math.round(speed) } }] : []
}
