import { and, eq } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Round } from '../../schema/api/boards.ts'
import type { CountedInspection } from '../../schema/api/inspections.ts'
import type { Policy, Source } from '../../schema/api/ranking.ts'
import type { ReportOverview } from '../../schema/api/reports.ts'
import type { ScoringSheet } from '../../schema/api/scoring-sheets.ts'
import type { StandingExplanation } from '../../schema/api/standings.ts'
import { issue, round as rounds } from '../../schema/tables/county.ts'
import { putInspection } from '../../worker/actions/inspections/put-inspection.ts'
import { computeDraft } from '../../worker/actions/rounds/draft.ts'
import { newId } from '../../worker/data/new-id.ts'
import { selectOwnedRound } from '../../worker/data/rounds.ts'
import { aBoard, anOpenRound, aUnit, clockAt, inOrder, sends, standingsOf } from '../support/board.ts'
import type { Client } from '../support/client.ts'
import { aCounty, type TestCounty } from '../support/county.ts'
import { closes } from '../support/friday.ts'
import {
  aboutNow,
  anInspection,
  aSheet,
  inspected,
  inspectionsAlone,
  minutesAgo,
} from '../support/inspections.ts'
import { raised, withCatalogue } from '../support/issues.ts'
import { anIssueRow } from '../support/photos.ts'

let jingtai: TestCounty
let sheet: ScoringSheet
let groups: Client[]
let township: string
let villages: string[]
beforeAll(async () => {
  jingtai = await aCounty('620423', 3)
  township = jingtai.townships[0]?.id ?? ''
  villages = jingtai.villagesOf(township).map(({ id }) => id)
  sheet = await aSheet(jingtai)
  groups = await Promise.all(
    ['g1', 'g2'].map(async (id) => jingtai.member('inspector', await aUnit(jingtai, id))),
  )
})

const village = (n: number) => villages[n] ?? ''
const group = (n: number) => groups[n] as Client
/** A board of one township's villages, so that every village counts. */
async function aRound(policy: Policy = inspectionsAlone, subject = 'village'): Promise<Round> {
  const board = await aBoard(jingtai, {
    policy,
    subject,
    ...(subject === 'village' ? { owner: township } : {}),
  })
  return anOpenRound(jingtai, board, aboutNow())
}
const versionOf = async ({ id }: Round) =>
  (await jingtai.db.first(rounds, eq(rounds.id, id), { pick: ['version'] }))?.version ?? -1
const whyOf = async (round: Round, subject: string) => {
  const answer = await jingtai.office.get(jingtai.at(`/rounds/${round.id}/standings/${subject}`))
  expect(answer.status, answer.text).toBe(200)
  return (answer.body as StandingExplanation).explanation.sources
}
const behind = async (round: Round, subject: string) => {
  const answer = await jingtai.office.get(jingtai.at(`/rounds/${round.id}/standings/${subject}/inspections`))
  expect(answer.status, answer.text).toBe(200)
  return (answer.body as { items: CountedInspection[] }).items
}
const overviewOf = async (round: Round) =>
  ((await jingtai.office.get(jingtai.at(`/rounds/${round.id}/reports`))).body as ReportOverview).sources

describe('a board fed by inspections', () => {
  test('is ranked by them as they come in, without anybody typing', async () => {
    const round = await aRound()
    const before = await versionOf(round)
    const [good] = [
      await inspected(jingtai, group(0), anInspection(sheet, village(0), 1)),
      await inspected(jingtai, group(1), anInspection(sheet, village(1), 5)),
    ]
    expect(await versionOf(round)).toBe(before + 2)
    const { standings, unranked } = await standingsOf(jingtai, jingtai.office, round)
    expect(standings.map(({ subject, band }) => [subject, band])).toEqual([
      [village(0), 'green'],
      [village(1), 'red'],
    ])
    expect(unranked).toHaveLength(villages.length - 2)
    expect((await whyOf(round, village(0)))[0]).toMatchObject({ value: 98, reporter: 'g1' })
    expect(await behind(round, village(0))).toMatchObject([
      { source: 'inspection', id: good?.id, unit: 'g1', score: 98, late: false },
    ])
    const [source] = await overviewOf(round)
    expect(source).toMatchObject({ missingSubjects: villages.length - 2, reporters: [] })
    expect(source?.derived).toMatchObject({ from: 'inspections', subjects: 2, inspections: 2, late: 0 })
  })

  test('takes the mean of several, and nothing from the township’s own or from nobody’s', async () => {
    const round = await aRound()
    const [third] = [village(2)]
    const own = await jingtai.member('township_leader', township)
    await inspected(jingtai, group(0), anInspection(sheet, third, 1, { endedAt: minutesAgo(20) }))
    await inspected(jingtai, group(1), anInspection(sheet, third, 4))
    await inspected(jingtai, own, anInspection(sheet, third, 0))
    await inspected(jingtai, jingtai.office, anInspection(sheet, third, 0))
    expect((await whyOf(round, third))[0]).toMatchObject({ value: 95, reporter: 'g1' })
    expect(await behind(round, third)).toHaveLength(2)
  })

  test('takes only its own sheet, where it names one', async () => {
    const other = await aSheet(jingtai)
    const named = (of: string) => ({
      ...inspectionsAlone,
      sources: inspectionsAlone.sources.map((source) => ({ ...source, sheet: of })),
    })
    const round = await aRound(named(other.id))
    const before = await versionOf(round)
    await inspected(jingtai, group(0), anInspection(sheet, village(3), 1))
    expect(await versionOf(round)).toBe(before)
    await inspected(jingtai, group(0), anInspection(other, village(3), 2))
    expect(await versionOf(round)).toBe(before + 1)
    expect((await whyOf(round, village(3)))[0]?.value).toBe(96)
    const { office, at } = jingtai
    const refused = await office.patch(at(`/boards/${round.board}`), { policy: named('nothing') })
    expect(refused.body).toMatchObject({ errors: [{ path: 'policy.sources.0.sheet' }] })
  })

  test('loses what is annulled, until it is published', async () => {
    const round = await aRound()
    const { office, at } = jingtai
    const annuls = async (id: string) => {
      const answer = await office.put(at(`/inspections/${id}/annulment`), { reason: '走错了村' })
      expect(answer.status).toBe(200)
    }
    const wrong = await inspected(jingtai, group(0), anInspection(sheet, village(4), 9))
    await inspected(jingtai, group(0), anInspection(sheet, village(4), 1))
    const valueNow = async () => (await whyOf(round, village(4)))[0]?.value
    expect(await valueNow()).toBe(90)
    await annuls(wrong.id)
    expect(await valueNow()).toBe(98)
    const early = await inspected(jingtai, group(1), anInspection(sheet, village(4), 3))
    await closes(jingtai, round)
    const version = await versionOf(round)
    await annuls(early.id)
    expect(await versionOf(round)).toBe(version + 1)
    expect(await valueNow()).toBe(98)

    const published = await office.put(at(`/rounds/${round.id}/publication`), { waive: '只查了几个村' })
    expect(published.status, published.text).toBe(200)
    const [kept] = (await behind(round, village(4))).filter(({ score }) => score === 98)
    await annuls(kept?.id ?? '')
    expect(await valueNow()).toBe(98)
    expect((await behind(round, village(4))).map(({ id }) => id)).toContain(kept?.id)
    const check = await office.get(at(`/rounds/${round.id}/revisions/1/recomputation`))
    expect(check.body).toMatchObject({ matches: true })
  })

  test('lists what came in after the end as late and does not count it', async () => {
    const round = await aRound()
    const closed = await closes(jingtai, round)
    const context = await clockAt(jingtai, new Date(Date.parse(closed.closedAt ?? '') + 3_600_000))
    const member = {
      id: 'offline',
      role: 'inspector',
      scope: { kind: 'unit', id: 'g1', township: null },
    } as const
    await putInspection({ ...context, member }, newId(), anInspection(sheet, village(5), 1))
    expect((await whyOf(round, village(5)))[0]?.value).toBeNull()
    expect(await behind(round, village(5))).toMatchObject([{ late: true, score: 98 }])
    expect((await overviewOf(round))[0]?.derived).toMatchObject({ late: 1 })
  })

  test('takes no report: nobody types a score twice', async () => {
    const round = await aRound()
    const sent = await sends(jingtai, jingtai.office, round, 'inspection', 'g1', [
      { subject: village(0), value: 90 },
    ])
    expect([sent.status, (sent.body as { type: string }).type]).toEqual([409, '/problems/source-derived'])
  })

  test('of townships takes the mean of their villages, each village once', async () => {
    const round = await aRound(inspectionsAlone, 'township')
    await inspected(jingtai, group(0), anInspection(sheet, village(6), 1))
    await inspected(jingtai, group(1), anInspection(sheet, village(6), 3))
    await inspected(jingtai, group(0), anInspection(sheet, village(7), 10))
    const [found] = await whyOf(round, township)
    const scores = (await behind(round, township)).map(({ subject, score }) => [subject, score] as const)
    const means = [...new Set(scores.map(([subject]) => subject))].map((subject) => {
      const own = scores.filter(([one]) => one === subject).map(([, score]) => score)
      return own.reduce((sum, score) => sum + score, 0) / own.length
    })
    expect(found?.value).toBeCloseTo(means.reduce((sum, mean) => sum + mean, 0) / means.length, 1)
  })
})

describe('a board that looks at the issue ledger', () => {
  const typed: Source = { key: 'township', kind: 'rank', scope: 'township', weight: 1 }
  const rectified: Source = {
    key: 'rectified',
    kind: 'score',
    scope: 'county',
    weight: 1,
    derivedFrom: 'rectifiedOnTime',
  }
  const overdue: Source = {
    key: 'overdue',
    kind: 'count',
    scope: 'county',
    weight: 0,
    derivedFrom: 'openOverdue',
  }
  const policy: Policy = {
    ...{
      sources: [typed, rectified, overdue],
      method: 'percentile',
      minSources: 1,
      tieBreakers: ['overdue'],
    },
    bands: { green: { top: 1 }, red: { bottom: 1 } },
  }

  test('knows who rectified in time and what is overdue at its end', async () => {
    const round = await aRound(policy)
    const lies = async (area: string, set: Partial<typeof issue.$inferSelect>) => {
      const id = await anIssueRow(jingtai, area, township)
      await jingtai.db.write(
        jingtai.db.update(issue, { source: 'inspection', village: area, ...set }, eq(issue.id, id)),
      )
    }
    const due = minutesAgo(60)
    await lies(village(0), { dueAt: due, rectifiedAt: minutesAgo(90) })
    await lies(village(0), { dueAt: due, rectifiedAt: minutesAgo(30) })
    await lies(village(1), { dueAt: due })
    await lies(village(1), { dueAt: minutesAgo(9 * 1440) })
    await lies(village(1), { dueAt: due, state: 'rejected', settled: true })
    await lies(village(2), { dueAt: due, rectifiedAt: minutesAgo(90), source: 'self_check' })
    await lies(village(3), { dueAt: minutesAgo(-9 * 1440) })
    const values = async (subject: string) => (await whyOf(round, subject)).slice(1).map(({ value }) => value)
    expect(await values(village(0))).toEqual([50, 0])
    expect(await values(village(1))).toEqual([0, 2])
    expect(await values(village(2))).toEqual([null, 0])
    expect(await values(village(3))).toEqual([null, 0])
    const [, ...derived] = await overviewOf(round)
    expect(derived.map((source) => source.derived)).toMatchObject([
      { from: 'rectifiedOnTime', subjects: 2 },
      { from: 'openOverdue', subjects: villages.length },
    ])
  })

  test('is reckoned anew when an issue is raised or moves on', async () => {
    await withCatalogue(jingtai)
    const round = await aRound(policy)
    const before = await versionOf(round)
    const { id } = await raised(jingtai, { area: village(4), dueAt: minutesAgo(-60) })
    expect(await versionOf(round)).toBe(before + 1)
    const values = async () => (await whyOf(round, village(4))).slice(1).map(({ value }) => value)
    expect(await values()).toEqual([0, 1])
    const rectified = await jingtai.office.put(jingtai.at(`/issues/${id}/steps/${newId()}`), {
      ...{ kind: 'rectified', note: '已清运' },
    })
    expect(rectified.status, rectified.text).toBeLessThan(300)
    expect(await versionOf(round)).toBe(before + 2)
    expect(await values()).toEqual([100, 0])
  })

  test('breaks ties by what is overdue, and by nothing else', async () => {
    const tied: Policy = { ...policy, sources: [typed, overdue] }
    const round = await aRound(tied)
    const entries = villages.map((subject) => ({ subject, value: 1 }))
    expect((await sends(jingtai, jingtai.office, round, 'township', township, entries)).status).toBe(200)
    const { standings } = await standingsOf(jingtai, jingtai.office, round)
    expect(standings.at(-1)).toMatchObject({ subject: village(1), rank: villages.length })
    expect(new Set(standings.map(({ key }) => key)).size).toBe(1)
  })
})

test('a draft with inspections costs their rows and no further round trip', async () => {
  const round = await aRound({
    ...inspectionsAlone,
    sources: [...inspectionsAlone.sources, { key: 'township', kind: 'rank', scope: 'township', weight: 1 }],
  })
  await sends(jingtai, jingtai.office, round, 'township', township, inOrder(jingtai, township))
  const context = await clockAt(jingtai, new Date())
  const [[owned]] = await jingtai.db.together(selectOwnedRound(jingtai.db, round.id))
  if (!owned) throw new Error('no round')
  const answer = await jingtai.office.get(jingtai.at('/inspections?limit=500'))
  const made = (answer.body as { items: unknown[] }).items.length
  expect(made).toBeGreaterThan(10)
  await computeDraft(context, owned.round)
  console.log('draft with a derived source', JSON.stringify({ inspections: made, ...context.db.cost }))
  expect(context.db.cost.trips).toBe(2)
  // Beside the report, the draft itself and the round before: one row an inspection of the round.
  expect(context.db.cost.rowsRead).toBeLessThanOrEqual(made + 10)
})

test('a source that fills itself cannot be changed into a typed one while nobody looks', async () => {
  const round = await aRound({
    ...inspectionsAlone,
    sources: [{ key: 'inspection', kind: 'score', scope: 'county', weight: 1 }],
  })
  await sends(jingtai, jingtai.office, round, 'inspection', 'g1', [{ subject: village(0), value: 90 }])
  const answer = await jingtai.office.patch(jingtai.at(`/boards/${round.board}`), {
    policy: inspectionsAlone,
  })
  expect(answer.body).toMatchObject({ type: '/problems/policy-in-use' })
  const kept = and(eq(rounds.id, round.id), eq(rounds.state, 'open'))
  const frozen = await jingtai.db.first(rounds, kept ?? eq(rounds.id, round.id))
  expect(frozen?.policy.sources[0]?.derivedFrom).toBeUndefined()
})
