import { env } from 'cloudflare:workers'
import type { D1Database, D1PreparedStatement } from '@cloudflare/workers-types'
import { eq } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { draft, history, revision, round as rounds, snapshot } from '../../schema/tables/county.ts'
import { publish } from '../../worker/actions/publication/publish.ts'
import { close } from '../../worker/actions/rounds/close-round.ts'
import { CountyDb } from '../../worker/data/county-db.ts'
import { keepDraft } from '../../worker/data/drafts.ts'
import { shardOf } from '../../worker/data/shards.ts'
import { aBoard, anOpenRound, auditOf, clockAt, inOrder, sends, standingsOf } from '../support/board.ts'
import { aCounty, type TestCounty } from '../support/county.ts'
import { aClosedWeek, aPublishedWeek, closes, objects, publishes, ranksAlone } from '../support/friday.ts'

let county: TestCounty
let township: string
let villages: string[]
beforeAll(async () => {
  county = await aCounty('620423')
  township = county.townships[0]?.id ?? ''
  villages = county.villagesOf(township).map(({ id }) => id)
})

const aTownshipBoard = () => aBoard(county, { policy: ranksAlone, owner: township })

describe('what happens between the reads of a publication and its writes', () => {
  test('another publishes it: the later is refused and writes nothing', async () => {
    const round = await aClosedWeek(county, await aTownshipBoard())
    const late = publishAfter(round.id, () => publishes(county, round))
    await expect(late).rejects.toMatchObject({ code: 'round_published' })
    expect(await county.db.count(revision, eq(revision.round, round.id))).toBe(1)
    expect((await auditOf(county, round.id)).filter((verb) => verb === 'round.publish')).toHaveLength(1)
  })

  test('a later round of the board is published: its streaks follow from this one all the same', async () => {
    const board = await aTownshipBoard()
    const first = await aClosedWeek(county, board)
    const second = await aClosedWeek(county, board)
    await publishAfter(first.id, () => publishes(county, second))
    // The second was published without a past, and once more with the first week's red before its own.
    const { standings, revision: no } = await standingsOf(county, county.office, second)
    expect(no).toBe(2)
    const last = standings.find(({ subject }) => subject === villages.at(-1))
    expect(last).toMatchObject({ band: 'red', streak: 2 })
    const past = await county.db.find(history, eq(history.board, board.id), { orderBy: history.no })
    expect(past.map(({ round }) => round)).toEqual([first.id, second.id])
  })

  test('a ruling changes the round: what it changed is published', async () => {
    const round = await aClosedWeek(county, await aTownshipBoard())
    const last = villages.at(-1) ?? ''
    await publishAfter(round.id, async () => {
      const objection = await objects(county, county.office, round, last)
      const amendments = [
        { source: 'township', subject: last, value: 1 },
        { source: 'township', subject: villages[0], value: villages.length },
      ]
      const ruling = { upheld: true, reason: '照片确属邻村', amendments }
      expect((await county.office.put(county.at(`/objections/${objection.id}/ruling`), ruling)).status).toBe(
        200,
      )
    })
    const { standings } = await standingsOf(county, county.office, round)
    expect(standings.find(({ subject }) => subject === last)?.band).toBe('green')
  })

  test('somebody objects: it is held up', async () => {
    const round = await aClosedWeek(county, await aTownshipBoard())
    const late = publishAfter(round.id, () => objects(county, county.office, round, villages[0] ?? ''))
    await expect(late).rejects.toMatchObject({ code: 'publication_blocked' })
    expect(await county.db.first(rounds, eq(rounds.id, round.id))).toMatchObject({
      state: 'closed',
      revision: 0,
    })
  })

  test.each(['first', 'second'])('the board is hidden: its %s snapshot is too', async (which) => {
    const board = await aBoard(county, { policy: ranksAlone, owner: township, visibility: 'public' })
    if (which === 'second') await aPublishedWeek(county, board)
    const round = await aClosedWeek(county, board)
    await publishAfter(round.id, async () => {
      const hidden = await county.office.patch(county.at(`/boards/${board.id}`), { visibility: 'members' })
      expect(hidden.status, hidden.text).toBe(200)
    })
    const shown = await county.db.first(snapshot, eq(snapshot.board, board.id))
    expect(shown).toMatchObject({ round: round.id, visibility: 'members' })
  })
})

test('a publication makes the drafts after it stale, of rounds that somebody has touched', async () => {
  const board = await aTownshipBoard()
  const round = await aClosedWeek(county, board)
  const touched = await anOpenRound(county, board)
  await sends(county, county.office, touched, 'township', township, inOrder(county, township))
  await closes(county, touched)
  const untouched = await anOpenRound(county, board)
  // As the clock opens it: nobody has looked at it yet.
  await county.db.write(county.db.update(rounds, { version: 0 }, eq(rounds.id, untouched.id)))
  const versions = async () => {
    const found = await county.db.find(rounds, eq(rounds.board, board.id), { orderBy: rounds.no })
    return found.map(({ version, state, revision: no }) => ({ version, state, revision: no }))
  }
  const [first, second, third] = await versions()
  await publishes(county, round)
  expect(await versions()).toEqual([
    { ...first, state: 'published', revision: 1 },
    { ...second, version: (second?.version ?? 0) + 1 },
    third,
  ])
})

test('closing what is closed writes nothing', async () => {
  const round = await aClosedWeek(county, await aTownshipBoard())
  const clock = await clockAt(county, new Date())
  expect(await close(clock, round.id, new Date(0).toISOString())).toBeUndefined()
  expect((await county.db.first(rounds, eq(rounds.id, round.id)))?.closedAt).toBe(round.closedAt)
  expect((await auditOf(county, round.id)).filter((verb) => verb === 'round.close')).toHaveLength(1)
})

test('a draft that was computed slowly does not take the place of a newer one', async () => {
  const round = await aClosedWeek(county, await aTownshipBoard())
  await standingsOf(county, county.office, round)
  const stored = () => county.db.first(draft, eq(draft.round, round.id))
  const newest = await stored()
  const version = newest?.version ?? 0
  const slow = { result: { bandsClamped: false, unranked: [], standings: [] }, computedAt: '', said: null }
  await county.db.together(keepDraft(county.db, { id: round.id, version: version - 1 }, slow))
  expect(await stored()).toEqual(newest)
  await county.db.together(keepDraft(county.db, { id: round.id, version: version + 1 }, slow))
  expect(await stored()).toMatchObject({ version: version + 1, computedAt: '' })
})

/** Publishes as the county's own clock would, with something happening once, just before it writes. */
async function publishAfter(id: string, meanwhile: () => Promise<unknown>): Promise<void> {
  const context = await clockAt(county, new Date())
  const d1 = interrupted(shardOf(env, county.shard), meanwhile)
  await publish({ ...context, db: new CountyDb(d1, county.id) }, id, {})
}

/** The database, where something happens once before a batch is written. */
function interrupted(d1: D1Database, meanwhile: () => Promise<unknown>): D1Database {
  const writes = new WeakSet<D1PreparedStatement>()
  let happened = false
  const prepare = (query: string) => ({
    bind: (...values: unknown[]) => {
      const made = d1.prepare(query).bind(...values)
      if (/^(insert|update)/i.test(query.trim())) writes.add(made)
      return made
    },
  })
  const batch = async (statements: D1PreparedStatement[]) => {
    if (!happened && statements.some((each) => writes.has(each))) {
      happened = true
      await meanwhile()
    }
    return d1.batch(statements)
  }
  return Object.assign(Object.create(null), { prepare, batch })
}
