import { env } from 'cloudflare:workers'
import type { D1Database, D1PreparedStatement } from '@cloudflare/workers-types'
import { eq, inArray } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { area, consequence, post, report } from '../../schema/tables/county.ts'
import type { CountyContext } from '../../worker/actions/context.ts'
import { publicSnapshot } from '../../worker/actions/publication/public-snapshot.ts'
import { publish } from '../../worker/actions/publication/publish.ts'
import { sendReport } from '../../worker/actions/reports/send-report.ts'
import { closeRound } from '../../worker/actions/rounds/close-round.ts'
import { refreshDraft } from '../../worker/actions/rounds/draft.ts'
import { systemContext } from '../../worker/actions/tick.ts'
import { ControlDb } from '../../worker/data/control-db.ts'
import { CountyDb } from '../../worker/data/county-db.ts'
import { selectStale } from '../../worker/data/drafts.ts'
import { type Cost, charge, noCost } from '../../worker/data/meter.ts'
import { shardOf } from '../../worker/data/shards.ts'
import { aCounty, type TestCounty } from '../support/county.ts'
import { aFullBoard } from '../support/full-board.ts'

// Rows as D1 bills them, in the county's own database: of an insert, one more written for the key and each index.

/**
 * What the end of a round reads beside its reports. Its closing: the row, and the row for the answer. Its draft: the
 * round, and the past. Its publication: the round, its board, the past and the draft; the round as it is marked, and the
 * snapshot as it is replaced.
 */
const around = 10

describe.each([
  ['the county of 151 villages', '620423', 151],
  // Pudong has the most villages of all counties.
  ['the largest county, 1,526 villages', '310115', 1526],
])('a week of %s', { timeout: 60_000 }, (_, code, villages) => {
  test('is cheap to close, recompute, publish and read', async () => {
    const county = await aCounty(code)
    const board = await aFullBoard(await metered(county).context())
    expect(board.villages).toBe(villages)
    // The second week is the dearer one: villages red again bring their township's leaders in too.
    await endedWeek(county, board, 1)
    const { reports, actions, close, draft, freeze, all } = await endedWeek(county, board, 2)
    console.log(code, JSON.stringify({ reports, actions, all }))
    expect(actions).toBeGreaterThan(30)
    // Each report is read once, for the draft: what was said then stands in one row.
    expect(all.rowsRead).toBeLessThanOrEqual(reports + around)
    expect(all.rowsWritten).toBeLessThanOrEqual(villages + 20)
    expect(close).toMatchObject({ trips: 1, rowsRead: 2 })
    expect(close.rowsWritten).toBeLessThanOrEqual(7)
    expect(draft).toMatchObject({ trips: 2, rowsRead: reports + 2, rowsWritten: 2 })
    expect(freeze.cost).toMatchObject({ trips: 3, rowsRead: 6 })
    expect(freeze.writing.trips).toBe(1)
    // Its own row of each of seven kinds, and an action: one row, to be found by stage and by township.
    expect(freeze.writing.rowsWritten).toBeLessThanOrEqual(20 + actions * 3)

    await everyHolder(county)
    const third = await endedWeek(county, board, 3)
    const frozen = await county.db.find(consequence, eq(consequence.round, third.id), { pick: ['posts'] })
    const holders = new Set(frozen.flatMap(({ posts }) => posts.map(({ area, post }) => `${area} ${post}`)))
    expect(frozen.flatMap(({ posts }) => posts).every(({ holder }) => holder !== null)).toBe(true)
    // Each holder is found by place and post, which D1 counts twice: the entry, and that none follows.
    expect(third.all.rowsRead).toBeLessThanOrEqual(third.reports + around + 2 * holders.size)
    expect(third.all.rowsWritten).toBeLessThanOrEqual(villages + 20)

    const control = new ControlDb(env.CONTROL)
    const shown = await publicSnapshot({ control, env, now: new Date() }, county.id, board.id)
    expect(JSON.parse(new TextDecoder().decode(shown.body))).toMatchObject({ no: 3 })
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
  expect(cost.rowsWritten).toBeLessThanOrEqual(6)
})

/** Opens a round, lets everybody report, closes and publishes it; what each step cost in the county's database. */
async function endedWeek(county: TestCounty, board: Awaited<ReturnType<typeof aFullBoard>>, week: number) {
  const { id, reports } = await board.week(await metered(county).context(), week)
  const close = metered(county)
  await closeRound(await close.context(), id)
  const draft = metered(county)
  const [stale] = await county.db.together(selectStale(county.db, new Date().toISOString()))
  for (const of of stale) await refreshDraft(await draft.context(), of)
  const freeze = metered(county)
  await publish(await freeze.context(), id, {})
  const steps = [close.cost, draft.cost, freeze.cost]
  const sum = (pick: (cost: Cost) => number) => steps.map(pick).reduce((total, one) => total + one)
  const all = {
    trips: sum(({ trips }) => trips),
    rowsRead: sum(({ rowsRead }) => rowsRead),
    rowsWritten: sum(({ rowsWritten }) => rowsWritten),
  }
  const actions = await county.db.count(consequence, eq(consequence.round, id))
  return { id, reports, actions, close: close.cost, draft: draft.cost, freeze, all }
}

/** Names whoever holds a post that an interview may speak to. */
async function everyHolder(county: TestCounty) {
  const places = await county.db.find(area, inArray(area.level, ['township', 'village']))
  const posts = { township: ['deputy_lead', 'top_lead'], village: ['village_lead', 'village_head'] } as const
  const held = places.flatMap(({ id, level }) =>
    (level === 'township' ? posts.township : posts.village).map((of) => ({
      ...{ id: `${id}-${of}`, area: id, post: of, holder: '某甲', startsOn: '2020-01-01' },
    })),
  )
  await county.db.write(...county.db.insertAll(post, held))
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
