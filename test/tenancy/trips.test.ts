import { beforeAll, describe, expect, test } from 'vitest'
import { forgetAllRecent } from '../../worker/data/recent.ts'
import { Client } from '../support/client.ts'
import { type Trip, Trips } from '../support/trips.ts'
import { aFullCounty, type Fixture } from './fixture.ts'
import { aPublicCounty, type PublicFixture } from './fixture-public.ts'
import { pages, pathOf } from './public-routes.ts'
import { call, reads, writes } from './routes.ts'
import { type MoreTrips, morePages, moreReads, moreWrites } from './trips-allowed.ts'

/**
 * A round trip to a database is what a request waits for longest. One to CONTROL finds the caller and the county, one
 * to the county's shard reads all there is to say, and one more writes; whoever needs more says why in
 * trips-allowed.ts.
 */

const trips = new Trips()

describe('a read of a county', () => {
  let own: Fixture
  beforeAll(async () => {
    own = await aFullCounty('620423', 0, 'CANARY')
  })

  test.for(reads)('$name makes one trip to CONTROL and one to its shard, or says why not', async (route) => {
    const office = own.county.office.by(trips.asked)
    trips.taken()
    const answer = await call(office, route, own.county.id, own)
    expect(answer.status).toBe(200)
    judge(route.name, trips.taken(), moreReads, { CONTROL: 1, shard: 1 })
  })

  test('whoever may have more is a route', () => {
    const names = reads.map(({ name }) => name)
    expect(Object.keys(moreReads).filter((name) => !names.includes(name))).toEqual([])
  })
})

describe('a write of a county', () => {
  let own: Fixture
  beforeAll(async () => {
    own = await aFullCounty('410822', 1, 'OTHER')
  })

  test.for(writes)('$name makes three trips in all, or says why not', async (route) => {
    const office = own.county.office.by(trips.asked)
    trips.taken()
    await call(office, route, own.county.id, own)
    const made = trips.taken()
    const { most, why } = moreWrites[route.name] ?? { most: 3, why: 'the caller, a read and a write' }
    expect(made.length > most ? made : [], `${made.length} trips instead of ${most}: ${why}`).toEqual([])
  })

  test('whoever may have more is a route', () => {
    const names = writes.map(({ name }) => name)
    expect(Object.keys(moreWrites).filter((name) => !names.includes(name))).toEqual([])
  })
})

describe('what the public reads, where no copy of it is kept', () => {
  let own: PublicFixture
  beforeAll(async () => {
    own = await aPublicCounty('620423', 2, 'PUBLIC')
  })

  const named = Object.keys(pages).filter((name) => name.startsWith('GET') && !pages[name]?.open)
  test.for(named)('%s finds the county, the version of the page, and what it shows', async (name) => {
    forgetAllRecent()
    trips.taken()
    const answer = await new Client().by(trips.asked).get(pathOf(name, own.county.id, own))
    expect(answer.status).toBe(200)
    judge(name, trips.taken(), morePages, { CONTROL: 1, shard: 2 })
  })
})

/** Holds the trips that were made to what is usual, or exactly to what the exception says. */
function judge(name: string, made: Trip[], more: Record<string, MoreTrips>, usual: Counts): void {
  const counts = { CONTROL: to(made, 'CONTROL'), shard: to(made, 'shard') }
  const allowed = more[name]
  const beyond = counts.CONTROL > usual.CONTROL || counts.shard > usual.shard
  if (allowed) expect(counts, allowed.why).toEqual(allowed.trips)
  else expect(beyond ? made : [], `${counts.CONTROL} to CONTROL and ${counts.shard} to the shard`).toEqual([])
}

type Counts = MoreTrips['trips']

function to(made: readonly Trip[], database: Trip['to']): number {
  return made.filter((trip) => trip.to === database).length
}
