import { useState } from 'react'
import type { Place } from '../../../schema/api/common.ts'
import { metresBetween } from '../../../worker/domain/issues/duplicates.ts'

type Known = { place: Place; at: number }
type Asked = 'idle' | 'asking' | 'refused'

const fresh = 15 * 60_000
let last: Known | undefined

/** Where the phone was when its owner last asked for it, at most a quarter of an hour ago; it is never followed. */
export function knownPlace(now: number): Place | null {
  return last && now - last.at < fresh ? last.place : null
}

/** Asks the phone once where it is, on its owner's tap alone. */
export function usePlace() {
  const [place, setPlace] = useState(() => knownPlace(Date.now()))
  const [state, setState] = useState<Asked>('idle')
  const ask = async (): Promise<Place | null> => {
    setState('asking')
    const found = await whereabouts()
    setState(found ? 'idle' : 'refused')
    if (found) setPlace(found)
    return found
  }
  return { place, state, ask }
}

/** Null where the phone does not know, or its owner does not want it told. */
function whereabouts(): Promise<Place | null> {
  if (!('geolocation' in navigator)) return Promise.resolve(null)
  return new Promise((resolve) => {
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        const place = {
          lat: coords.latitude,
          lng: coords.longitude,
          accuracy: Math.min(100_000, Math.round(coords.accuracy)),
        }
        last = { place, at: Date.now() }
        resolve(place)
      },
      () => resolve(null),
      { enableHighAccuracy: true, timeout: 15_000, maximumAge: 60_000 },
    )
  })
}

/** The nearest first; what has no place keeps its order, at the end. Distances in metres, null where unknown. */
export function nearestFirst<Item>(
  items: readonly Item[],
  here: Place | null,
  placeOf: (item: Item) => Place | null,
): { item: Item; metres: number | null }[] {
  const measured = items.map((item) => {
    const there = placeOf(item)
    return { item, metres: here && there ? metresBetween(here, there) : null }
  })
  return here ? measured.sort((a, b) => (a.metres ?? Infinity) - (b.metres ?? Infinity) || 0) : measured
}

/** `{ metres: 350 }` or `{ km: '2.4' }`, as a distance is read. */
export function readable(metres: number): { metres: number } | { km: string } {
  return metres < 1000 ? { metres: Math.round(metres / 10) * 10 } : { km: (metres / 1000).toFixed(1) }
}
