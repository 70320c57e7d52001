import { beforeAll, expect, test } from 'vitest'
import type { Round, RoundDetail } from '../../schema/api/boards.ts'
import type { ScoringSheet } from '../../schema/api/scoring-sheets.ts'
import type { Draw, DrawDetail, Visit } from '../../schema/api/visits.ts'
import { draw } from '../../worker/domain/inspections/draw.ts'
import { aBoard, anOpenRound, aUnit, auditOf } from '../support/board.ts'
import type { Client } from '../support/client.ts'
import { aCounty, type TestCounty } from '../support/county.ts'
import { closes } from '../support/friday.ts'
import {
  aboutNow,
  aDraw,
  anInspection,
  aSheet,
  inspected,
  inspectionsAlone,
  inspects,
} from '../support/inspections.ts'

let jingtai: TestCounty
let sheet: ScoringSheet
let round: Round
let roster: RoundDetail['roster']
let inspector: Client
const units = ['north', 'south', 'east']
beforeAll(async () => {
  jingtai = await aCounty('620423', 0)
  sheet = await aSheet(jingtai)
  for (const [n, id] of units.entries()) await aUnit(jingtai, id, [jingtai.townships[n]?.id ?? ''])
  round = await anOpenRound(jingtai, await aBoard(jingtai, { policy: inspectionsAlone }), aboutNow())
  roster = ((await jingtai.office.get(jingtai.at(`/rounds/${round.id}`))).body as RoundDetail).roster
  inspector = await jingtai.member('inspector', 'north')
})

const visitsOf = async (by: Client, query = '') => {
  const answer = await by.get(jingtai.at(`/visits?limit=500${query}`))
  expect(answer.status, answer.text).toBe(200)
  return (answer.body as { items: Visit[] }).items
}
const again = async (id: string) => (await jingtai.office.get(jingtai.at(`/draws/${id}`))).body as DrawDetail

test('a draw sends a group to every village, a tenth seen twice, and anybody can draw it again from its seed', async () => {
  const drawn = await aDraw(jingtai, round.id, sheet.id, units, { reach: 'elsewhere', note: '本周' })
  const rotation = drawn.assigned.filter(({ purpose }) => purpose === 'rotation')
  expect(rotation.map(({ subject }) => subject).toSorted()).toEqual(roster.map(({ id }) => id).toSorted())
  expect(drawn.assigned.filter(({ purpose }) => purpose === 'anchor')).toHaveLength(
    Math.round(roster.length / 10),
  )
  for (const { unit, township } of drawn.assigned)
    expect(jingtai.townships[units.indexOf(unit)]?.id).not.toBe(township)
  expect(drawn).toMatchObject({ left: [], note: '本周', roundNo: round.no, visits: drawn.assigned.length })
  expect(drawn.input.seed).toMatch(/^[0-9a-f]{32}$/)
  const redrawn = draw(drawn.input).visits.map(
    ({ subject, unit, purpose }) => `${subject} ${unit} ${purpose}`,
  )
  expect(redrawn.toSorted()).toEqual(
    drawn.assigned.map(({ subject, unit, purpose }) => `${subject} ${unit} ${purpose}`).toSorted(),
  )
  expect(await auditOf(jingtai, drawn.id)).toEqual(['draw.add'])
  const { items } = (await jingtai.office.get(jingtai.at('/draws'))).body as { items: Draw[] }
  expect(items.map(({ id }) => id)).toContain(drawn.id)
})

test('another draw for the round takes the place of what is still to be made, and no two have one seed', async () => {
  const first = await aDraw(jingtai, round.id, sheet.id, units, { perUnit: 2 })
  const second = await aDraw(jingtai, round.id, sheet.id, units, { perUnit: 2 })
  expect(second.input.seed).not.toBe(first.input.seed)
  const states = async (id: string) => new Set((await again(id)).assigned.map(({ state }) => state))
  expect(await states(first.id)).toEqual(new Set(['cancelled']))
  expect(await states(second.id)).toEqual(new Set(['planned']))
})

test('villages not seen for longest come first', async () => {
  const seen = roster.slice(0, 20).map(({ id }) => id)
  for (const id of seen) await inspected(jingtai, jingtai.office, anInspection(sheet, id))
  const { assigned } = await aDraw(jingtai, round.id, sheet.id, units, { perUnit: 40 })
  const drawn = new Set(assigned.map(({ subject }) => subject))
  expect(seen.filter((id) => drawn.has(id))).toEqual([])
})

test('an inspection of a drawn village is that visit, and the visit is done', async () => {
  const { assigned } = await aDraw(jingtai, round.id, sheet.id, units, { anchors: 0.1 })
  const [visit] = assigned.filter(({ unit, purpose }) => unit === 'north' && purpose === 'rotation')
  const made = await inspected(jingtai, inspector, anInspection(sheet, visit?.subject ?? '', 1))
  expect(made).toMatchObject({ visit: visit?.visit, purpose: 'rotation', unit: 'north' })
  const [done] = await visitsOf(inspector, '&state=done')
  expect(done).toMatchObject({ id: visit?.visit, inspection: made.id })
  const body = anInspection(sheet, visit?.subject ?? '', 2, { visit: visit?.visit ?? '' })
  expect((await inspects(jingtai, inspector, body)).body).toMatchObject({
    type: '/problems/visit-not-planned',
  })
  const elsewhere = assigned.find(({ unit }) => unit === 'south')
  const foreign = anInspection(sheet, elsewhere?.subject ?? '', 2, { visit: elsewhere?.visit ?? '' })
  expect((await inspects(jingtai, inspector, foreign)).body).toMatchObject({ errors: [{ path: 'visit' }] })
})

test('a second look reads to the group like any other visit, and is never a second value', async () => {
  const { office, at } = jingtai
  const { assigned } = await aDraw(jingtai, round.id, sheet.id, units, { anchors: 0.5 })
  const anchor = assigned.find(({ unit, purpose }) => unit === 'north' && purpose === 'anchor')
  const blind = roster.at(-1)?.id ?? ''
  const asked = await office.post(at('/visits'), {
    purpose: 'blind',
    subject: blind,
    unit: 'north',
    sheet: sheet.id,
    dueOn: '2026-01-01',
  })
  expect(asked.status, asked.text).toBe(201)
  expect(asked.body).toMatchObject({ purpose: 'blind', unit: 'north', state: 'planned' })

  const own = await visitsOf(inspector)
  expect(new Set(own.map(({ purpose }) => purpose))).toEqual(new Set(['rotation']))
  expect(new Set(own.map(({ unit }) => unit))).toEqual(new Set(['north']))
  expect(own[0]).toMatchObject({ subject: blind, draw: null, issue: null })
  expect((await visitsOf(office, '&unit=north')).map(({ purpose }) => purpose)).toContain('anchor')

  for (const subject of [blind, anchor?.subject ?? '']) {
    const made = await inspected(jingtai, inspector, anInspection(sheet, subject, 9))
    expect(made.purpose).toBe('rotation')
    const shown = await office.get(at(`/inspections/${made.id}`))
    expect(shown.body).toMatchObject({ purpose: subject === blind ? 'blind' : 'anchor' })
    const behind = await office.get(at(`/rounds/${round.id}/standings/${subject}/inspections`))
    expect((behind.body as { items: { id: string }[] }).items.map(({ id }) => id)).not.toContain(made.id)
  }
})

test('a planned visit is cancelled once, with a reason; a made one is not', async () => {
  const { office, at } = jingtai
  const subject = roster[3]?.id ?? ''
  const planned = (await office.post(at('/visits'), { purpose: 'revisit', subject, dueOn: '2026-12-01' }))
    .body as Visit
  const cancels = () => office.patch(at(`/visits/${planned.id}`), { state: 'cancelled', reason: '道路封闭' })
  expect((await cancels()).body).toMatchObject({ state: 'cancelled' })
  expect((await cancels()).body).toMatchObject({ type: '/problems/visit-not-planned' })
  expect(await auditOf(jingtai, planned.id)).toEqual(['visit.add', 'visit.cancel'])
  expect(
    (await inspector.post(at('/visits'), { purpose: 'blind', subject, dueOn: '2026-12-01' })).status,
  ).toBe(403)
})

test('visits are listed page by page, the first due first', async () => {
  const all = await visitsOf(jingtai.office)
  const pages: Visit[] = []
  for (let cursor: string | null = ''; cursor !== null; ) {
    const answer = await jingtai.office.get(jingtai.at(`/visits?limit=50${cursor && `&cursor=${cursor}`}`))
    const page = answer.body as { items: Visit[]; nextCursor: string | null }
    pages.push(...page.items)
    cursor = page.nextCursor
  }
  expect(pages.length).toBeGreaterThan(100)
  expect(pages).toEqual(all)
})

test('what cannot be drawn is refused: an unknown group or sheet, a closed round, groups that may go nowhere', async () => {
  const { office, at } = jingtai
  const draws = (more: object) =>
    office.post(at('/draws'), { round: round.id, sheet: sheet.id, units, dueOn: '2026-12-01', ...more })
  expect((await draws({ units: ['nobody'] })).body).toMatchObject({ errors: [{ path: 'units' }] })
  expect((await draws({ sheet: 'nothing' })).body).toMatchObject({ errors: [{ path: 'sheet' }] })
  expect((await draws({ round: 'nothing' })).status).toBe(404)
  const of = { owner: jingtai.townships[0]?.id ?? '', policy: inspectionsAlone }
  const small = await anOpenRound(jingtai, await aBoard(jingtai, of), aboutNow())
  const barred = await draws({ round: small.id, units: ['north'], reach: 'elsewhere' })
  expect(barred.body).toMatchObject({ type: '/problems/draw-empty' })
  await closes(jingtai, small)
  expect((await draws({ round: small.id })).body).toMatchObject({ type: '/problems/round-not-open' })
})
