import { eq, sql } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import type { ReportOverview } from '../../schema/api/reports.ts'
import { round as roundTable } from '../../schema/tables/county.ts'
import { openDesk } from '../../worker/actions/reports/desk.ts'
import { handIn, sendReport } from '../../worker/actions/reports/send-report.ts'
import { countReport } from '../../worker/data/reports.ts'
import { findRound } from '../../worker/data/rounds.ts'
import { threeColourTemplate } from '../../worker/domain/ranking/template.ts'
import {
  aBoard,
  anOpenRound,
  aUnit,
  auditOf,
  clockAt,
  inOrder,
  sends,
  standingsOf,
  twoSources,
} from '../support/board.ts'
import type { Client } from '../support/client.ts'
import { aCounty, type TestCounty } from '../support/county.ts'

let jingtai: TestCounty
let township: string
let other: string
beforeAll(async () => {
  jingtai = await aCounty('620423', 1)
  township = jingtai.townships[0]?.id ?? ''
  other = jingtai.townships[1]?.id ?? ''
  await aUnit(jingtai, 'group-1', [township])
  await aUnit(jingtai, 'group-2')
})

const aRound = async (policy = twoSources) => anOpenRound(jingtai, await aBoard(jingtai, { policy }))
const scores = (of: string, value: number) =>
  jingtai.villagesOf(of).map(({ id }, at) => ({ subject: id, value: value + at }))

test('a township reports its own villages, sees its report and takes it back', async () => {
  const { at, member, villagesOf } = jingtai
  const round = await aRound()
  const reporter = await member('township_reporter', township)
  const sent = await sends(jingtai, reporter, round, 'township', township, inOrder(jingtai, township))
  expect(sent.status, sent.text).toBe(200)
  expect(sent.body).toMatchObject({
    ...{ round: round.id, source: 'township', reporter: township, onBehalf: false, warnings: [] },
    entries: villagesOf(township).length,
  })
  const path = at(`/rounds/${round.id}/reports/township/${township}`)
  const stored = await reporter.get(path)
  expect(stored.body).toMatchObject({ entries: inOrder(jingtai, township), onBehalf: false })
  expect((await reporter.delete(path)).status).toBe(204)
  expect((await reporter.get(path)).status).toBe(404)
  expect((await standingsOf(jingtai, jingtai.office, round)).standings).toEqual([])
  expect(await auditOf(jingtai, round.id)).toEqual(['round.open', 'report.send', 'report.withdraw'])
})

test('nobody reports for another township or another group; the office may, and it is recorded', async () => {
  const { office, member } = jingtai
  const round = await aRound()
  const reporter = await member('township_reporter', township)
  const inspector = await member('inspector', 'group-1')
  const foreign = await sends(jingtai, reporter, round, 'township', other, inOrder(jingtai, other))
  expect(foreign.status).toBe(403)
  const notHers = await sends(jingtai, reporter, round, 'inspection', 'group-1', scores(township, 80))
  expect(notHers.status).toBe(403)
  const notHis = await sends(jingtai, inspector, round, 'inspection', 'group-2', scores(township, 80))
  expect(notHis.status).toBe(403)
  const his = await sends(jingtai, inspector, round, 'inspection', 'group-1', scores(township, 80))
  expect(his.body).toMatchObject({ onBehalf: false })
  const paper = await sends(jingtai, office, round, 'township', other, inOrder(jingtai, other))
  expect(paper.body).toMatchObject({ onBehalf: true })
})

test('the same report again changes nothing, whatever the order of its rows; a new one replaces it whole', async () => {
  const { office, db } = jingtai
  const round = await aRound()
  const entries = inOrder(jingtai, township)
  const first = await sends(jingtai, office, round, 'township', township, entries)
  const version = (await findRound(db, round.id))?.version
  const again = await sends(jingtai, office, round, 'township', township, entries.toReversed())
  expect(again.body).toEqual(first.body)
  expect((await findRound(db, round.id))?.version).toBe(version)
  expect(await auditOf(jingtai, round.id)).toEqual(['round.open', 'report.send'])

  await sends(jingtai, office, round, 'township', township, entries.slice(0, 2))
  const standings = await standingsOf(jingtai, office, round)
  expect(standings.standings.map(({ subject }) => subject)).toEqual(
    entries.slice(0, 2).map(({ subject }) => subject),
  )
})

test('ties and gaps are told but taken', async () => {
  const { office, villagesOf } = jingtai
  const round = await aRound()
  const [a, b, c] = villagesOf(township).map(({ id }) => id)
  const entries = [
    { subject: a ?? '', value: 1 },
    { subject: b ?? '', value: 1 },
    { subject: c ?? '', value: 5 },
  ]
  const sent = await sends(jingtai, office, round, 'township', township, entries)
  expect(sent.status).toBe(200)
  expect(sent.body).toMatchObject({ warnings: [{ code: 'repeated_rank' }, { code: 'skipped_rank' }] })
})

test('every wrong row is named in the caller’s language, and nothing is stored', async () => {
  const { office, at, villagesOf } = jingtai
  const round = await aRound()
  const [mine, second] = villagesOf(township)
  const [theirs] = villagesOf(other)
  const entries = [
    { subject: mine?.id ?? '', value: 0 },
    { subject: second?.id ?? '', value: villagesOf(township).length + 1 },
    { subject: theirs?.id ?? '', value: 1 },
    { subject: 'nowhere', value: 1.5 },
    { subject: mine?.id ?? '', value: 3, exposure: 2 },
  ]
  const refused = await sends(jingtai, office, round, 'township', township, entries)
  expect(refused.status).toBe(422)
  expect(refused.body).toMatchObject({ type: '/problems/report-refused', title: '报送有误' })
  const { errors } = refused.body as { errors: { path: string; message: string }[] }
  expect(errors.map(({ path }) => path).sort()).toEqual([
    'entries.0.value',
    'entries.1.value',
    'entries.2.subject',
    'entries.3.subject',
    'entries.3.value',
    'entries.4.exposure',
    'entries.4.subject',
  ])
  expect(errors.find(({ path }) => path === 'entries.2.subject')?.message).toContain(theirs?.name)
  expect((await office.get(at(`/rounds/${round.id}/reports/township/${township}`))).status).toBe(404)

  office.language = 'en'
  const english = await sends(jingtai, office, round, 'township', township, entries.slice(3, 4))
  office.language = 'zh'
  expect(english.body).toMatchObject({
    title: 'Report refused',
    errors: [{ message: expect.stringContaining('roster') }, { message: expect.stringContaining('whole') }],
  })
})

test.each([
  ['a number beyond all numbers', '{"entries":[{"subject":"x","value":1e999}]}', 422],
  ['a value that is text', '{"entries":[{"subject":"x","value":"1"}]}', 422],
  ['a value that is null', '{"entries":[{"subject":"x","value":null}]}', 422],
  ['no entries at all', '{}', 422],
  ['a field of its own', '{"entries":[],"round":"x"}', 422],
  ['a field in an entry', '{"entries":[{"subject":"x","value":1,"band":"green"}]}', 422],
  ['broken JSON', '{"entries":[', 400],
  [
    'six thousand entries',
    `{"entries":[${'{"subject":"x","value":1},'.repeat(5999)}{"subject":"x","value":1}]}`,
    422,
  ],
  [
    'a million entries',
    `{"entries":[${'{"subject":"x","value":1},'.repeat(999_999)}{"subject":"x","value":1}]}`,
    413,
  ],
])('%s is refused', async (_, text, status) => {
  const { office, at } = jingtai
  const round = await aRound()
  const path = at(`/rounds/${round.id}/reports/township/${township}`)
  const answer = await office.send('PUT', path, new TextEncoder().encode(text), {
    'content-type': 'application/json',
  })
  expect(answer.status).toBe(status)
  expect(answer.headers.get('content-type')).toContain('application/problem+json')
  expect((await office.get(path)).status).toBe(404)
})

test('unknown sources, reporters and rounds, and a form instead of JSON, are refused', async () => {
  const { office, at } = jingtai
  const round = await aRound()
  const send = (path: string) => office.put(at(path), { entries: [] })
  expect((await send(`/rounds/${round.id}/reports/rumour/${township}`)).status).toBe(404)
  expect((await send(`/rounds/${round.id}/reports/township/620423999`)).status).toBe(404)
  expect((await send(`/rounds/${round.id}/reports/inspection/${township}`)).status).toBe(404)
  expect((await send(`/rounds/no-such-round/reports/township/${township}`)).status).toBe(404)
  const path = at(`/rounds/${round.id}/reports/township/${township}`)
  const form = await office.send('PUT', path, new TextEncoder().encode('entries=1'), {
    'content-type': 'application/x-www-form-urlencoded',
  })
  expect(form.status).toBe(415)
})

test('a report after the closing time is refused even before the clock has come by', async () => {
  const { office, db } = jingtai
  const round = await aRound()
  await db.write(db.update(roundTable, { closesAt: new Date().toISOString() }, eq(roundTable.id, round.id)))
  const refused = await sends(jingtai, office, round, 'township', township, inOrder(jingtai, township))
  expect(refused.status).toBe(409)
  expect(refused.body).toMatchObject({ type: '/problems/round-not-open' })
  expect((await findRound(db, round.id))?.state).toBe('open')
})

test('the closing time is also looked at in the very statement that counts a report', async () => {
  const { db } = jingtai
  const round = await aRound()
  const read = await findRound(db, round.id)
  if (!read) throw new Error('no round')
  const count = async (now: string) => (await db.write(countReport(db, read, now, sql`true`)))[0].length
  expect(await count(round.closesAt)).toBe(0)
  expect(await count(round.opensAt)).toBe(1)
})

test('two groups may not speak of the same village in one source, not even at the same moment', async () => {
  const { office, at } = jingtai
  const round = await aRound()
  const both = await Promise.all([
    sends(jingtai, office, round, 'inspection', 'group-1', scores(township, 80)),
    sends(jingtai, office, round, 'inspection', 'group-2', scores(township, 60)),
  ])
  expect(both.map(({ status }) => status).sort()).toEqual([200, 422])
  const loser = both.find(({ status }) => status === 422)
  const [village] = jingtai.villagesOf(township)
  expect(loser?.body).toMatchObject({
    errors: expect.arrayContaining([
      { path: 'entries.0.subject', message: expect.stringContaining(village?.name ?? '') },
    ]),
  })
  const overview = (await office.get(at(`/rounds/${round.id}/reports`))).body as ReportOverview
  const inspection = overview.sources.find(({ source }) => source === 'inspection')
  expect(inspection?.reporters.filter(({ state }) => state === 'reported')).toHaveLength(1)
})

test('who looked before another reported is refused by the database itself', async () => {
  const round = await aRound()
  const context = await clockAt(jingtai, new Date())
  const place = { round: round.id, source: 'inspection', reporter: 'group-2' }
  const desk = await openDesk(context, place, 'report.write')
  await sends(jingtai, jingtai.office, round, 'inspection', 'group-1', scores(township, 80))
  await expect(handIn(context, desk, scores(township, 60))).rejects.toMatchObject({ code: 'report_refused' })
  await jingtai.office.put(jingtai.at(`/rounds/${round.id}/closure`), {})
  await expect(handIn(context, desk, scores(other, 60))).rejects.toMatchObject({ code: 'round_not_open' })
  expect(await auditOf(jingtai, round.id)).toEqual(['round.open', 'report.send', 'round.close'])
})

test('of two reports at once the last accepted stands whole, never a mix', async () => {
  const { office, at } = jingtai
  const round = await aRound()
  const one = inOrder(jingtai, township)
  const two = inOrder(jingtai, township, true).slice(0, 3)
  const both = await Promise.all([
    sends(jingtai, office, round, 'township', township, one),
    sends(jingtai, office, round, 'township', township, two),
  ])
  expect(both.map(({ status }) => status)).toEqual([200, 200])
  const stored = await office.get(at(`/rounds/${round.id}/reports/township/${township}`))
  expect([one, two]).toContainEqual((stored.body as { entries: unknown }).entries)
  expect(await auditOf(jingtai, round.id)).toEqual(['round.open', 'report.send', 'report.send'])
})

test('the office sees who has not reported; a township sees only itself', async () => {
  const { office, at, member, townships, villagesOf } = jingtai
  const round = await aRound()
  await sends(jingtai, office, round, 'township', other, inOrder(jingtai, other))
  const all = (await office.get(at(`/rounds/${round.id}/reports`))).body as ReportOverview
  const [byTownship, inspection] = all.sources
  expect(byTownship).toMatchObject({ required: true, missingSubjects: 151 - villagesOf(other).length })
  expect(byTownship?.reporters).toHaveLength(townships.length)
  expect(byTownship?.reporters.filter(({ state }) => state === 'reported')).toMatchObject([
    {
      reporter: other,
      onBehalf: true,
      entries: villagesOf(other).length,
      expected: villagesOf(other).length,
    },
  ])
  expect(inspection?.reporters.map(({ reporter }) => reporter)).toEqual(['group-2'])

  const reporter = await member('township_reporter', township)
  const own = (await reporter.get(at(`/rounds/${round.id}/reports`))).body as ReportOverview
  expect(own.sources.map(({ reporters }) => reporters.map((one) => one.reporter))).toEqual([[township], []])
  const peek = await reporter.get(at(`/rounds/${round.id}/reports/township/${other}`))
  expect(peek.status).toBe(403)
})

test('groups that are compared within themselves are awaited where they are attached, until all villages are in', async () => {
  const { office, at, member, villagesOf, areas } = jingtai
  const round = await aRound(threeColourTemplate)
  const sourcesFor = async (who: Client) =>
    ((await who.get(at(`/rounds/${round.id}/reports`))).body as ReportOverview).sources.map(({ reporters }) =>
      reporters.map(({ reporter, expected, state }) => [reporter, expected, state]),
    )
  const [, inspection, drone] = await sourcesFor(office)
  expect(inspection).toEqual([['group-1', villagesOf(township).length, 'missing']])
  expect(drone).toEqual([['group-2', null, 'missing']])
  const inspector = await member('inspector', 'group-2')
  expect(await sourcesFor(inspector)).toEqual([
    [],
    [['group-2', null, 'missing']],
    [['group-2', null, 'missing']],
  ])

  const villages = areas.filter(({ level }) => level === 'village')
  const entries = villages.map(({ id }) => ({ subject: id, value: 0, exposure: 100 }))
  expect((await sends(jingtai, office, round, 'drone', 'group-1', entries)).status).toBe(200)
  expect((await sourcesFor(office))[2]).toEqual([['group-1', null, 'reported']])
})

test('a report costs two round trips to the shard, and one row a table beside the audit’s', async () => {
  const round = await aRound()
  const context = await clockAt(jingtai, new Date())
  const before = { ...context.db.cost }
  const place = { round: round.id, source: 'township', reporter: township }
  await sendReport(context, place, inOrder(jingtai, township))
  const { cost } = context.db
  // One trip more is the due clock's, in CONTROL.
  expect(cost.trips - before.trips).toBe(3)
  expect(cost.rowsRead - before.rowsRead).toBeLessThan(25)
  expect(cost.rowsWritten - before.rowsWritten).toBeLessThan(12)
})
