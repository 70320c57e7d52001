import { beforeAll, expect, test } from 'vitest'
import type { RoundInput, Standings } from '../../schema/api/ranking.ts'
import type { RoundStandings } from '../../schema/api/standings.ts'
import { history } from '../../schema/tables/county.ts'
import { carry } from '../../worker/domain/ranking/streaks.ts'
import { readSheet } from '../../worker/files/sheet-bytes.ts'
import week from '../cases/ranking/02-jingtai-week.json'
import harder from '../cases/ranking/03-jingtai-ties-history-guards.json'
import {
  aBoard,
  anOpenRound,
  aUnit,
  bare,
  inOrder,
  sends,
  standingsOf,
  twoSources,
} from '../support/board.ts'
import { aCounty, type TestCounty } from '../support/county.ts'

let jingtai: TestCounty
beforeAll(async () => {
  jingtai = await aCounty('620423')
  await aUnit(jingtai, 'group-1')
  await aUnit(jingtai, 'drone-team')
})

test.each([
  ['an ordinary week', week],
  ['a week with ties, gaps, a past and floors', harder],
])('%s of real villages, sent in report by report, stands as computed by hand', async (_, golden) => {
  const { input, expect: expected } = golden as unknown as { input: RoundInput; expect: Standings }
  const board = await aBoard(jingtai, { policy: input.policy })
  const past = input.history ?? []
  if (past.length > 0) {
    const row = { board: board.id, no: past.length, round: null, closedAt: '2026-01-02T10:00:00.000Z' }
    const { db } = jingtai
    await db.write(db.insert(history, { ...row, standings: {}, carried: carry({}, ...past) }))
  }
  const round = await anOpenRound(jingtai, board)
  expect(round.no).toBe(past.length + 1)
  for (const { code } of input.subjects.filter(({ exempt }) => exempt)) {
    const path = jingtai.at(`/rounds/${round.id}/exemptions/${code}`)
    const exempted = await jingtai.office.put(path, { reason: '搬迁' })
    expect(exempted.status, exempted.text).toBe(200)
  }
  for (const { source, reporter, entries } of input.reports) {
    const answer = await sends(jingtai, jingtai.office, round, source, reporter, entries)
    expect(answer.status, answer.text).toBe(200)
  }
  const standings = await standingsOf(jingtai, jingtai.office, round)
  expect(bare(standings)).toEqual(expected)
  expect(standings.standings[0]).toMatchObject({ townshipName: expect.stringMatching(/.镇|.乡/) })
})

test('a draft is the office’s, a closed round its townships’ and villages’; an unchanged one is not sent twice', async () => {
  const { office, at, townships, member, villagesOf } = jingtai
  const township = townships[0]?.id ?? ''
  const reporter = await member('township_reporter', township)
  const inspector = await member('inspector', 'group-1')
  const secretary = await member('village_secretary', villagesOf(township)[0]?.id)
  const round = await anOpenRound(jingtai, await aBoard(jingtai, { policy: twoSources }))
  const path = at(`/rounds/${round.id}/standings`)
  await sends(jingtai, office, round, 'township', township, inOrder(jingtai, township))

  const draft = await office.get(path)
  expect(draft.body).toMatchObject({ state: 'open', revision: 0, sha256: null })
  const etag = draft.headers.get('etag') ?? ''
  expect((await office.get(path, { 'if-none-match': etag })).status).toBe(304)
  expect((await reporter.get(path)).status).toBe(403)

  await sends(jingtai, office, round, 'township', township, inOrder(jingtai, township, true))
  const after = await office.get(path, { 'if-none-match': etag })
  expect(after.status).toBe(200)
  const [first] = (after.body as RoundStandings).standings
  expect(first?.subject).toBe(villagesOf(township).at(-1)?.id)

  await office.put(at(`/rounds/${round.id}/closure`), {})
  for (const client of [reporter, secretary]) expect((await client.get(path)).status).toBe(200)
  expect((await inspector.get(path)).status).toBe(403)
})

test('a village’s standing explains itself from what was reported, with its past', async () => {
  const { office, at, db, townships, villagesOf } = jingtai
  const township = townships[1]?.id ?? ''
  const village = villagesOf(township)[0]?.id ?? ''
  const board = await aBoard(jingtai, { policy: twoSources })
  const standings = { [village]: { band: 'red' as const, streak: 2, rank: 140, score: 12.5 } }
  const carried = { [village]: { band: 'red' as const, streak: 2 } }
  const closedAt = '2026-01-02T10:00:00.000Z'
  await db.write(db.insert(history, { board: board.id, no: 4, round: null, closedAt, standings, carried }))
  const round = await anOpenRound(jingtai, board)
  await sends(jingtai, office, round, 'township', township, inOrder(jingtai, township, true))

  const shown = await office.get(at(`/rounds/${round.id}/standings/${village}`))
  const n = villagesOf(township).length
  expect(shown.body).toMatchObject({
    ...{ round: round.id, revision: 0, subject: village, township },
    explanation: {
      ...{ ranked: true, before: { band: 'red', streak: 2 } },
      sources: [{ source: 'township', value: n, r: n, n, reporter: township }, { value: null }],
    },
    history: [{ no: 4, closedAt, band: 'red', rank: 140, score: 12.5 }],
  })
  const all = await standingsOf(jingtai, office, round)
  expect(all.standings.find(({ subject }) => subject === village)).toMatchObject({ previousRank: 140 })
  expect((await office.get(at(`/rounds/${round.id}/standings/nobody`))).status).toBe(404)
})

test('the standings download as a spreadsheet that reads back the same', async () => {
  const { office, at, townships, villagesOf } = jingtai
  const township = townships[2]?.id ?? ''
  const round = await anOpenRound(jingtai, await aBoard(jingtai, { policy: twoSources }))
  await sends(jingtai, office, round, 'township', township, inOrder(jingtai, township))
  const answer = await office.get(at(`/rounds/${round.id}/sheet`))
  expect(answer.headers.get('content-type')).toContain('spreadsheetml')
  const read = await readSheet(answer.bytes)
  const rows = read.ok ? (read.sheets[0]?.rows ?? []) : []
  const best = rows.find(([rank]) => rank === 1)
  expect(rows.flat()).toContain('名次')
  expect(best?.slice(0, 2)).toEqual([1, villagesOf(township)[0]?.name])
  expect(best?.[7]).toBe(1)
})
