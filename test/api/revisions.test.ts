import { eq } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import type { Board, Round } from '../../schema/api/boards.ts'
import { RoundInput } from '../../schema/api/ranking.ts'
import type { Revision, RevisionEffect } from '../../schema/api/revisions.ts'
import { history, snapshot } from '../../schema/tables/county.ts'
import { canonicalJson } from '../../worker/domain/canonical.ts'
import { rank } from '../../worker/domain/ranking/rank.ts'
import { checkRound } from '../../worker/domain/ranking/round.ts'
import { aBoard, anOpenRound, inOrder, sends, standingsOf } from '../support/board.ts'
import { aCounty, type TestCounty } from '../support/county.ts'
import {
  aClosedWeek,
  aPublishedWeek,
  closes,
  consequencesOf,
  publishes,
  ranksAlone,
} from '../support/friday.ts'

let county: TestCounty
let township: string
let villages: string[]
beforeAll(async () => {
  county = await aCounty('620423')
  township = county.townships[2]?.id ?? ''
  villages = county.villagesOf(township).map(({ id }) => id)
})

/** A township's board with three published weeks; the same two villages red, the same one green each time. */
async function threeWeeks(): Promise<{ board: Board; weeks: [Round, Round, Round] }> {
  const board = await aBoard(county, { policy: ranksAlone, owner: township })
  const weeks: [Round, Round, Round] = [
    await aPublishedWeek(county, board),
    await aPublishedWeek(county, board),
    await aPublishedWeek(county, board),
  ]
  return { board, weeks }
}

/** The last village turns out to have been the best, and the first the last. */
function swapped() {
  const [first, last] = [villages[0] ?? '', villages.at(-1) ?? '']
  return {
    reason: '报表抄反了',
    amendments: [
      { source: 'township', subject: last, value: 1 },
      { source: 'township', subject: first, value: villages.length },
    ],
  }
}

function corrects(round: { id: string }, body: object, query = '') {
  return county.office.post(county.at(`/rounds/${round.id}/revisions${query}`), body)
}

async function standingIn(round: { id: string }, subject: string | undefined) {
  const { standings } = await standingsOf(county, county.office, round)
  const found = standings.find((standing) => standing.subject === subject)
  return found && { band: found.band, streak: found.streak }
}

test('a correction is a new revision, also of the later weeks whose streaks it changes; a dry run says so before', async () => {
  const { weeks } = await threeWeeks()
  const [first, second, third] = weeks
  const last = villages.at(-1)
  expect(await standingIn(third, last)).toEqual({ band: 'red', streak: 3 })

  const dry = await corrects(first, swapped(), '?dryRun=true')
  expect(dry.status, dry.text).toBe(200)
  expect((await standingsOf(county, county.office, first)).revision).toBe(1)

  const done = await corrects(first, swapped())
  expect(done.status, done.text).toBe(201)
  expect(done.body).toEqual(dry.body)
  const effect = done.body as RevisionEffect
  expect(effect.rounds.map(({ round, revision }) => ({ round, revision }))).toEqual(
    weeks.map(({ id }) => ({ round: id, revision: 2 })),
  )
  const changeOf = (at: number) => effect.rounds[at]?.changes.find(({ subject }) => subject === last)
  expect(changeOf(0)).toMatchObject({
    before: { band: 'red', streak: 1 },
    after: { band: 'green', streak: 1 },
  })
  expect(changeOf(2)).toMatchObject({ before: { band: 'red', streak: 3 }, after: { band: 'red', streak: 2 } })

  expect(await standingIn(first, last)).toEqual({ band: 'green', streak: 1 })
  expect(await standingIn(second, last)).toEqual({ band: 'red', streak: 1 })
  expect(await standingIn(third, last)).toEqual({ band: 'red', streak: 2 })
  for (const [at, round] of weeks.entries()) {
    const { revision, sha256 } = await standingsOf(county, county.office, round)
    expect({ revision, sha256 }).toEqual({ revision: 2, sha256: effect.rounds[at]?.sha256 })
  }
})

test('a correction that leaves the streaks of later weeks alone leaves those weeks alone', async () => {
  const { weeks } = await threeWeeks()
  const [first, , third] = weeks
  const middle = villages[Math.floor(villages.length / 2)]
  const effect = await corrects(first, {
    reason: '笔误',
    amendments: [{ source: 'township', subject: middle, value: 2 }],
  })
  expect((effect.body as RevisionEffect).rounds.map(({ round }) => round)).toEqual([first.id])
  expect((await standingsOf(county, county.office, third)).revision).toBe(1)
})

test('what a withdrawn value no longer says is carried past the week that did not rank the village', async () => {
  const { weeks } = await threeWeeks()
  const [first, second, third] = weeks
  const last = villages.at(-1)
  const withdrawn = await corrects(second, {
    reason: '未实地检查',
    amendments: [{ source: 'township', subject: last, value: null }],
  })
  expect(withdrawn.status, withdrawn.text).toBe(201)
  // Unranked in the second week: skipped, not broken.
  expect(await standingIn(second, last)).toBeUndefined()
  expect(await standingIn(third, last)).toEqual({ band: 'red', streak: 2 })
  const effect = await corrects(first, swapped())
  expect(await standingIn(third, last)).toEqual({ band: 'red', streak: 1 })
  expect((effect.body as RevisionEffect).rounds.at(-1)).toMatchObject({ round: third.id, revision: 3 })
})

test('amendments add up over revisions, and every revision stays readable and recomputes to the same bytes', async () => {
  const { weeks } = await threeWeeks()
  const [, , round] = weeks
  const path = county.at(`/rounds/${round.id}/revisions`)
  const [second, third] = [villages[1] ?? '', villages[2] ?? '']
  await corrects(round, { reason: '一', amendments: [{ source: 'township', subject: second, value: 9 }] })
  await corrects(round, { reason: '二', amendments: [{ source: 'township', subject: third, value: 9 }] })

  const list = await county.office.get(path)
  expect(list.body).toMatchObject({
    items: [
      { no: 1, reason: null },
      { no: 2, reason: '一' },
      { no: 3, reason: '二' },
    ],
    nextCursor: null,
  })
  const inputs = await county.office.get(`${path}/3/inputs`)
  expect(inputs.headers.get('content-disposition')).toContain('attachment')
  const input = RoundInput.parse(inputs.body)
  expect(input.amendments?.map(({ subject }) => subject)).toEqual([second, third])
  expect(checkRound(input)).toEqual([])

  const hashes = new Set<string>()
  for (const no of [1, 2, 3]) {
    const stored = (await county.office.get(`${path}/${no}`)).body as Revision
    const again = await county.office.get(`${path}/${no}/recomputation`)
    expect(again.body).toEqual({
      ...{ round: round.id, no, sha256: stored.sha256, matches: true, result: stored.result },
    })
    hashes.add(stored.sha256)
  }
  expect(hashes.size).toBe(3)
  const newest = (await county.office.get(`${path}/3`)).body as Revision
  expect(canonicalJson(rank(input))).toBe(canonicalJson(newest.result))
  expect((await county.office.get(`${path}/4`)).status).toBe(404)
})

test('a correction cancels the actions whose band it takes away, and a later one that gives it back revives them', async () => {
  const { weeks } = await threeWeeks()
  const [first, second] = weeks
  const last = villages.at(-1) ?? ''
  const interviews = async (round: Round) => {
    const actions = await consequencesOf(county, county.office, `round=${round.id}&kind=interview`)
    return actions.map(({ subjects, posts, state, reason }) => ({
      ...{ subjects, grouped: posts.some(({ post }) => post === 'top_lead'), state, reason },
    }))
  }
  const effect = (await corrects(first, swapped())).body as RevisionEffect
  // First week: the village's own interview, and the commendation of the village that was first. Second week: none of
  // its own, but the township's leaders have one village less to speak of.
  expect(effect.consequences).toEqual({ created: 0, cancelled: 2 })
  expect(await interviews(first)).toContainEqual({
    ...{ subjects: [last], grouped: false, state: 'cancelled', reason: '报表抄反了' },
  })
  const grouped = (await interviews(second)).filter((action) => action.grouped)
  expect(grouped).toEqual([{ subjects: [villages.at(-2)], grouped: true, state: 'proposed', reason: null }])
  // A village that a correction turned red is not called in: actions are made with the first revision.
  expect((await interviews(first)).flatMap(({ subjects }) => subjects)).not.toContain(villages[0])

  const back = await corrects(first, {
    reason: '原表无误',
    amendments: [
      { source: 'township', subject: villages[0], value: 1 },
      { source: 'township', subject: last, value: villages.length },
    ],
  })
  expect((back.body as RevisionEffect).consequences).toEqual({ created: 2, cancelled: 0 })
  expect(await interviews(first)).toContainEqual({
    ...{ subjects: [last], grouped: false, state: 'proposed', reason: null },
  })
  const again = (await interviews(second)).filter((action) => action.grouped)
  expect(again[0]?.subjects).toEqual([villages.at(-2), last])
})

test('a recorded interview keeps its record when a correction takes the band away', async () => {
  const board = await aBoard(county, { policy: ranksAlone, owner: township })
  const round = await aPublishedWeek(county, board)
  const last = villages.at(-1) ?? ''
  const actions = await consequencesOf(county, county.office, `round=${round.id}&kind=interview`)
  const own = actions.find(({ subjects }) => subjects[0] === last)
  const record = {
    ...{ heldAt: '2026-03-07T02:00:00.000Z', attendees: ['某甲'], summary: '谈了' },
    ...{ commitments: [], followUpOn: null },
  }
  const recorded = await county.office.put(county.at(`/consequences/${own?.id}/record`), record)
  expect(recorded.status, recorded.text).toBe(200)
  await corrects(round, swapped())
  const shown = await county.office.get(county.at(`/consequences/${own?.id}`))
  expect(shown.body).toMatchObject({ state: 'recorded', reason: '报表抄反了', record })
})

test('a correction needs a published round, sources and subjects that exist, and values that can stand', async () => {
  const board = await aBoard(county, { policy: ranksAlone, owner: township })
  const round = await aClosedWeek(county, board)
  const early = await corrects(round, swapped())
  expect(early.status).toBe(409)
  expect(early.body).toMatchObject({ type: '/problems/not-published' })
  await publishes(county, round)
  const wrong = await corrects(round, {
    reason: '错',
    amendments: [
      { source: 'drone', subject: villages[0], value: 1 },
      { source: 'township', subject: 'nobody', value: 1 },
      { source: 'township', subject: villages[0], value: 0 },
      { source: 'township', subject: villages[0], value: 1, exposure: 5 },
    ],
  })
  expect(wrong.status).toBe(422)
  const { errors } = wrong.body as { errors: { path: string }[] }
  expect(errors.map(({ path }) => path).sort()).toEqual([
    'amendments.0.source',
    'amendments.1.subject',
    'amendments.2.value',
    'amendments.3.exposure',
  ])
  expect((await standingsOf(county, county.office, round)).revision).toBe(1)
  const reporter = await county.member('township_reporter', township)
  expect((await reporter.post(county.at(`/rounds/${round.id}/revisions`), swapped())).status).toBe(403)
})

test('two corrections at once are two revisions, the second with the amendments of both', async () => {
  const board = await aBoard(county, { policy: ranksAlone, owner: township })
  const round = await aPublishedWeek(county, board)
  const amend = (subject: string | undefined) =>
    corrects(round, { reason: '同时', amendments: [{ source: 'township', subject, value: 3 }] })
  const answers = await Promise.all([amend(villages[0]), amend(villages[1])])
  expect(answers.map(({ status }) => status)).toEqual([201, 201])
  const inputs = await county.office.get(county.at(`/rounds/${round.id}/revisions/3/inputs`))
  const { amendments = [] } = RoundInput.parse(inputs.body)
  expect(amendments.map(({ subject }) => subject).sort()).toEqual([villages[0], villages[1]].sort())
})

test('the drafts of weeks not yet published follow a correction', async () => {
  const board = await aBoard(county, { policy: ranksAlone, owner: township })
  const first = await aPublishedWeek(county, board)
  const open = await anOpenRound(county, board)
  await sends(county, county.office, open, 'township', township, inOrder(county, township))
  const last = villages.at(-1)
  expect(await standingIn(open, last)).toEqual({ band: 'red', streak: 2 })
  await corrects(first, swapped())
  expect(await standingIn(open, last)).toEqual({ band: 'red', streak: 1 })
  await closes(county, open)
  await publishes(county, open)
  const past = await county.db.find(history, eq(history.board, board.id), { orderBy: history.no })
  expect(past.at(-1)?.standings[last ?? '']).toMatchObject({ band: 'red', streak: 1 })
})

test('the newest snapshot tells the ranks of the week before as they are after its correction', async () => {
  const board = await aBoard(county, { policy: ranksAlone, owner: township })
  const first = await aPublishedWeek(county, board)
  await aPublishedWeek(county, board)
  const previousRank = async () => {
    const row = await county.db.first(snapshot, eq(snapshot.board, board.id))
    const body = JSON.parse(row?.body ?? '') as { standings: { subject: string; previousRank: number }[] }
    const found = body.standings.find(({ subject }) => subject === villages.at(-1))
    return { rank: found?.previousRank, etag: row?.sha256 }
  }
  const before = await previousRank()
  await corrects(first, swapped())
  const after = await previousRank()
  expect([before.rank, after.rank]).toEqual([villages.length, 1])
  expect(after.etag).not.toBe(before.etag)
})

test('a correction sent twice under one key is one revision', async () => {
  const board = await aBoard(county, { policy: ranksAlone, owner: township })
  const round = await aPublishedWeek(county, board)
  const send = () =>
    county.office.post(county.at(`/rounds/${round.id}/revisions`), swapped(), { 'idempotency-key': round.id })
  const first = await send()
  const again = await send()
  expect([first.status, again.status]).toEqual([201, 201])
  expect(again.body).toEqual(first.body)
  expect((await standingsOf(county, county.office, round)).revision).toBe(2)
})

test('the roster is frozen by id: who lives where stands in no hashed revision', async () => {
  const board = await aBoard(county, { policy: ranksAlone, owner: township })
  const round = await aPublishedWeek(county, board)
  const inputs = await county.office.get(county.at(`/rounds/${round.id}/revisions/1/inputs`))
  const { subjects } = RoundInput.parse(inputs.body)
  expect(subjects.map(({ code }) => code)).toEqual(villages)
  expect(new Set(subjects.map(({ name }) => name))).toEqual(new Set(['']))
})
