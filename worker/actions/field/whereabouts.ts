import type { SQL } from 'drizzle-orm'
import { addPlaceFlags, type PlaceFlagRow } from '../../data/place-flags.ts'
import type { Statement } from '../../data/statement.ts'
import {
  type AreaPlaceRow,
  type LastPlaceRow,
  noteLastPlace,
  notePlaceOf,
  selectLastPlace,
  selectPlacesAbout,
} from '../../data/whereabouts.ts'
import { clockOddity, type Made, type Oddity, odditiesOf } from '../../domain/field/oddities.ts'
import type { CountyContext } from '../context.ts'

/** A record just being stored. */
export type Recorded = Made & { target: PlaceFlagRow['target']; id: string }

/** A place known no better than this says nothing of where a village is (metres). */
const vague = 1000

/** Where records of an area and of what it lies in were made, and the member's own last one. */
export type KnownPlaces = readonly [readonly AreaPlaceRow[], readonly LastPlaceRow[]]

/** What `whereabouts` compares a record with, for whoever reads other things in the same round trip. */
export function placeReads({ db, member }: Pick<CountyContext, 'db' | 'member'>, area: string) {
  return [selectPlacesAbout(db, area), selectLastPlace(db, member.id)] as const
}

/**
 * What a record's batch needs so that what is odd about its time and place is flagged for a human, and so that the next
 * one can be compared with it. Reads (one round trip) only where it has a place and the places are not `known`. What somebody else's phone handed over
 * is not compared with what the member did itself. `when` repeats the record's own precondition.
 */
export async function whereabouts(
  context: CountyContext,
  recorded: Recorded,
  when?: SQL,
  known?: KnownPlaces,
): Promise<Statement<unknown>[]> {
  const { db, member, now, deviceAt, handedOver } = context
  const clock = clockOddity(deviceAt, now).map((oddity) =>
    flagOf(context, recorded, oddity, dailyId(context)),
  )
  const { place, at } = recorded
  if (!place) return addPlaceFlags(db, clock, when)
  const area = recorded.village ?? recorded.area
  const [about, [last]] = known ?? (await db.together(...placeReads(context, recorded.area)))
  const places = about.find((one) => one.area === area)?.places ?? []
  const odd = odditiesOf(recorded, { places, last: handedOver ? undefined : last })
  const precise = (place.accuracy ?? 0) <= vague
  const met = [...new Set([recorded.area, area])]
  return [
    ...addPlaceFlags(
      db,
      [...clock, ...odd.map((one) => flagOf(context, recorded, one, `${recorded.id}-${one.kind}`))],
      when,
    ),
    ...(precise ? met.map((one) => notePlaceOf(db, one, place, when)) : []),
    ...(handedOver ? [] : [noteLastPlace(db, { member: member.id, area, place, at }, when)]),
  ]
}

/** A wrong clock is one thing to look at however many records a phone sends on a day. */
function dailyId({ member, now }: CountyContext): string {
  return `clock-${member.id}-${now.toISOString().slice(0, 10)}`
}

function flagOf(
  { now }: CountyContext,
  { target, id: targetId, area }: Recorded,
  { kind, detail }: Oddity,
  id: string,
): PlaceFlagRow {
  return {
    ...{ id, kind, target, targetId, area, detail, state: 'open' as const },
    ...{ note: null, at: now.toISOString(), settledBy: null, settledAt: null },
  }
}

/** A day, beyond which a phone's clock is not believed at all. */
const mostAhead = 24 * 60 * 60_000

/**
 * The latest time that a record may name: now, or as the phone's clock has it where that is ahead. Refusing what was
 * made by a fast clock would only lose it; it is flagged instead.
 */
export function latest({ now, deviceAt }: Pick<CountyContext, 'now' | 'deviceAt'>): Date {
  const ahead = (deviceAt?.getTime() ?? 0) - now.getTime()
  return ahead > 0 && ahead <= mostAhead ? new Date(now.getTime() + ahead) : now
}
