import { env } from 'cloudflare:workers'
import { eq } from 'drizzle-orm'
import { beforeEach, expect, test } from 'vitest'
import { draft, round } from '../../schema/tables/county.ts'
import { systemContext, tick } from '../../worker/actions/tick.ts'
import { meteredEnv } from '../bench/national/metered.ts'
import { aCounty, type TestCounty } from '../support/county.ts'
import { aFullBoard } from '../support/full-board.ts'

/** 151 villages, eleven townships, the county. */
const areas = 163

let county: TestCounty
let week: { id: string; reports: number }
beforeEach(async () => {
  county = await aCounty('620423')
  const board = await aFullBoard(await context())
  week = await board.week(await context(), 1)
})

test('a look at a county in which nothing is due costs a few index entries', async () => {
  await look(new Date())
  const { control, shard, messages } = await look(new Date())
  expect(messages).toBe(0)
  // Who it is and since when it is due, then that it has been looked at.
  expect(control.trips).toBe(2)
  // Its entry in the due clock, of which there is no index.
  expect(control.rowsWritten).toBe(1)
  // Alarms, boards with open and stale rounds, rounds of this period, bulletins.
  expect(shard.trips).toBe(4)
  expect(shard.statements).toBeLessThanOrEqual(9)
  expect(shard.rowsRead).toBeLessThanOrEqual(20)
  expect(shard.rowsWritten).toBe(0)
})

test('the look that ends a week closes, computes the draft and opens the next in five more trips', async () => {
  await look(new Date())
  const closing = await county.db.first(round, eq(round.id, week.id))
  await county.db.write(county.db.remove(draft, eq(draft.round, week.id)))
  const { control, shard } = await look(new Date(closing?.closesAt ?? ''))

  expect(await county.db.first(round, eq(round.id, week.id))).toMatchObject({ state: 'closed' })
  expect(await county.db.first(draft, eq(draft.round, week.id))).toMatchObject({ version: closing?.version })
  expect(control.trips).toBe(2)
  // Closing; the roster as it is now and the next round; everything the draft follows from, and the draft.
  expect(shard.trips).toBe(9)
  expect(shard.statements).toBeLessThanOrEqual(20)
  // The next round's roster walks the area tree, three rows an area as D1 counts them; a report is a row.
  expect(shard.rowsRead).toBeLessThanOrEqual(week.reports + 3 * areas + 60)
  expect(shard.rowsWritten).toBeLessThanOrEqual(20)
})

async function look(now: Date) {
  const { env: counted, spent } = meteredEnv(env)
  await tick(counted, county.id, now)
  return spent
}

async function context() {
  const found = await systemContext(env, county.id, new Date())
  if (!found) throw new Error('the county is gone')
  return found
}
