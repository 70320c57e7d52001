import { env } from 'cloudflare:workers'
import type { D1Database, D1PreparedStatement } from '@cloudflare/workers-types'
import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { consequence, report } from '../../schema/tables/county.ts'
import type { CountyContext } from '../../worker/actions/context.ts'
import { publicSnapshot } from '../../worker/actions/publication/public-snapshot.ts'
import { publish } from '../../worker/actions/publication/publish.ts'
import { sendReport } from '../../worker/actions/reports/send-report.ts'
import { closeRound } from '../../worker/actions/rounds/close-round.ts'
import { computeDraft } from '../../worker/actions/rounds/draft.ts'
import { requireRound } from '../../worker/actions/rounds/require-round.ts'
import { systemContext } from '../../worker/actions/tick.ts'
import { ControlDb } from '../../worker/data/control-db.ts'
import { CountyDb } from '../../worker/data/county-db.ts'
import { type Cost, charge, noCost } from '../../worker/data/meter.ts'
import { shardOf } from '../../worker/data/shards.ts'
import { aCounty, type TestCounty } from '../support/county.ts'
import { aFullBoard } from '../support/full-board.ts'

// Rows as D1 bills them, in the county's own database. It bills an insert a row read for the row it makes, and every
// index as one more row written, so an action (a row with five indexes) is one read and six written.
const perAction = 6

describe.each([
  ['the county of 151 villages', '620423', 151],
  // Pudong has the most villages of all counties.
  ['the largest county, 1,526 villages', '310115', 1526],
])('a week of %s', { timeout: 60_000 }, (_, code, villages) => {
  test('is cheap to recompute, close, publish and read', async () => {
    const county = await aCounty(code)
    const board = await aFullBoard(await metered(county).context())
    expect(board.villages).toBe(villages)
    // The second week is the dearer one: villages red again bring their township's leaders in too.
    await publishedWeek(county, board, 1)
    const costs = await publishedWeek(county, board, 2)
    const { reports, actions, draft, close, reading, writing } = costs
    console.log(code, JSON.stringify(costs))

    expect(actions).toBeGreaterThan(30)
    // Each report is a row; roster, last standings, board and owner are one row each.
    expect(draft.rowsRead).toBeLessThanOrEqual(reports + 10)
    expect(draft.rowsWritten).toBeLessThanOrEqual(2)
    expect(close.rowsRead).toBeLessThanOrEqual(10)
    expect(close.rowsWritten).toBeLessThanOrEqual(7)
    // Before anything is written: as for a draft, and one row for each place whose post an action needs.
    expect(reading.rowsRead).toBeLessThanOrEqual(reports + 10 + actions)
    expect(writing.trips).toBe(1)
    expect(writing.rowsRead).toBeLessThanOrEqual(30 + actions)
    expect(writing.rowsWritten).toBeLessThanOrEqual(20 + actions * perAction)
    if (villages > 1000) expect(writing.rowsWritten + close.rowsWritten).toBeLessThanOrEqual(villages + 20)

    const control = new ControlDb(env.CONTROL)
    const shown = await publicSnapshot({ control, env, now: new Date() }, county.id, board.id)
    expect(JSON.parse(new TextDecoder().decode(shown.body))).toMatchObject({ no: 2 })
    // The tenant's own row and the snapshot's; whoever comes right after costs nothing.
    expect(control.cost).toMatchObject({ trips: 2, rowsRead: 2 })
    await publicSnapshot({ control, env, now: new Date() }, county.id, board.id)
    expect(control.cost).toMatchObject({ trips: 2, rowsRead: 2 })
  })
})

test('a report of 151 entries is two round trips to the county’s database', async () => {
  const county = await aCounty('620423')
  const board = await aFullBoard(await metered(county).context())
  const { id } = await board.week(await metered(county).context(), 1)
  const [flown] = await county.db.find(report, eq(report.source, 'drone'))
  expect(flown?.entries).toHaveLength(151)
  const entries = flown?.entries.map((entry) => ({ ...entry, value: entry.value + 1 })) ?? []

  const { context, cost } = metered(county)
  await sendReport(await context(), { round: id, source: 'drone', reporter: 'drone-team' }, entries)
  console.log('report of 151 entries', JSON.stringify(cost))
  expect(cost.trips).toBeLessThanOrEqual(3)
  expect(cost.rowsWritten).toBeLessThanOrEqual(8)
})

/** Opens a round, lets everybody report, closes and publishes it; what each step cost in the county's database. */
async function publishedWeek(
  county: TestCounty,
  board: Awaited<ReturnType<typeof aFullBoard>>,
  week: number,
) {
  const { id, reports } = await board.week(await metered(county).context(), week)
  const draft = metered(county)
  const context = await draft.context()
  const { round } = await requireRound(context, id, 'round.read')
  await computeDraft(context, round)
  const close = metered(county)
  await closeRound(await close.context(), id)
  const freeze = metered(county)
  await publish(await freeze.context(), id, {})
  const { cost, writing } = freeze
  const reading = {
    trips: cost.trips - writing.trips,
    statements: cost.statements - writing.statements,
    rowsRead: cost.rowsRead - writing.rowsRead,
  }
  const actions = await county.db.count(consequence, eq(consequence.round, id))
  return { reports, actions, draft: draft.cost, close: close.cost, reading, writing }
}

/** A county's context whose own database is metered apart from CONTROL, its writing batches once more. */
function metered({ id, shard }: TestCounty) {
  const cost = noCost()
  const writing = noCost()
  const context = async (): Promise<CountyContext> => {
    const found = await systemContext(env, id, new Date())
    if (!found) throw new Error('the county is gone')
    return { ...found, db: new CountyDb(writesApart(shardOf(env, shard), writing), id, cost) }
  }
  return { context, cost, writing }
}

function writesApart(d1: D1Database, writing: Cost): D1Database {
  const batch = async <T>(statements: D1PreparedStatement[]) => {
    const results = await d1.batch<T>(statements)
    if (results.some(({ meta }) => meta.rows_written > 0)) charge(writing, results)
    return results
  }
  return Object.assign(Object.create(null), { prepare: (query: string) => d1.prepare(query), batch })
}
