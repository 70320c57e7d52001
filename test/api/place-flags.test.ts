import { beforeEach, describe, expect, test } from 'vitest'
import type { PlaceFlag } from '../../schema/api/field.ts'
import { newId } from '../../worker/data/new-id.ts'
import type { Client } from '../support/client.ts'
import { aCounty, type TestCounty } from '../support/county.ts'
import { aGrid, aPatrol } from '../support/field.ts'
import { anInspection, aSheet } from '../support/inspections.ts'
import { anIssue, raised, withCatalogue } from '../support/issues.ts'

let county: TestCounty
let sheet: { id: string; version: number }
let inspector: Client
let [village, neighbour] = ['', '']
beforeEach(async () => {
  county = await aCounty()
  await withCatalogue(county)
  sheet = await aSheet(county)
  const township = county.townships[0]?.id ?? ''
  village = county.villagesOf(township)[0]?.id ?? ''
  neighbour = county.villagesOf(township)[1]?.id ?? ''
  await county.office.post(county.at('/units'), { id: 'group', name: '包抓组', kind: 'group' })
  inspector = await county.member('inspector', 'group')
})

const ago = (minutes: number) => new Date(Date.now() - minutes * 60_000).toISOString()
const at = (lat: number, accuracy = 12) => ({ lat, lng: 107.5, accuracy })

async function flags(state = 'open'): Promise<PlaceFlag[]> {
  const answer = await county.office.get(county.at(`/place-flags?state=${state}`))
  expect(answer.status, answer.text).toBe(200)
  return (answer.body as { items: PlaceFlag[] }).items
}

/** An inspection made there and then, sent by a phone that says what time it is. */
async function inspects(by: Client, subject: string, more: object, headers = {}): Promise<string> {
  const id = newId()
  const answer = await by.put(county.at(`/inspections/${id}`), anInspection(sheet, subject, 0, more), headers)
  expect(answer.status, answer.text).toBe(201)
  return id
}

/** Three records of others have said where the village is. */
async function known(area: string, lat: number): Promise<void> {
  for (const off of [0, 0.001, -0.001]) await raised(county, { area, place: at(lat + off) })
  expect(await flags()).toEqual([])
}

describe('what is odd about a record’s place', () => {
  test('far from where the village has been met is stored like any other, and flagged once', async () => {
    await known(village, 35.1)
    const body = anInspection(sheet, village, 0, { place: at(35.2) })
    const id = newId()
    for (const status of [201, 200]) {
      expect((await inspector.put(county.at(`/inspections/${id}`), body)).status).toBe(status)
    }
    const [flag, ...others] = await flags()
    expect(others).toEqual([])
    expect(flag).toMatchObject({
      kind: 'far',
      target: 'inspection',
      targetId: id,
      area: village,
      state: 'open',
    })
    expect(flag?.detail.metres).toBeGreaterThan(11_000)
    expect(JSON.stringify(flag)).not.toContain('inspector')
  })

  test('without inaccuracy, repeated in another village, or reached too fast', async () => {
    const perfect = await raised(county, { area: village, place: at(35.1, 0) })
    expect((await flags()).map(({ kind, targetId }) => [kind, targetId])).toEqual([['accuracy', perfect.id]])
    await inspects(inspector, village, { place: at(35.1), startedAt: ago(70), endedAt: ago(60) })
    const copied = await inspects(inspector, neighbour, {
      place: at(35.1),
      startedAt: ago(50),
      endedAt: ago(40),
    })
    const fast = await inspects(inspector, village, { place: at(36), startedAt: ago(39), endedAt: ago(38) })
    const found = await flags()
    expect(found.filter(({ targetId }) => targetId === copied).map(({ kind }) => kind)).toEqual(['repeated'])
    expect(found.filter(({ targetId }) => targetId === fast).map(({ kind }) => kind)).toEqual(['speed'])
  })

  test('handed over by another is not compared with what the bringer did, and the record says so', async () => {
    await inspects(county.office, village, { place: at(35.1), endedAt: ago(10) })
    const brought = { place: at(36), startedAt: ago(12), endedAt: ago(11) }
    const id = await inspects(county.office, neighbour, brought, { 'x-handed-over': 'true' })
    expect(await flags()).toEqual([])
    const audit = await county.office.get(county.at(`/audit?target=${id}`))
    const [entry] = (audit.body as { items: { detail: object }[] }).items
    expect(entry?.detail).toMatchObject({ handedOver: true })
  })
})

describe('a phone’s clock', () => {
  const clock = (minutes: number) => ({ 'x-device-time': ago(-minutes) })

  test('that is wrong is one thing to look at a day, whatever it sends', async () => {
    const grid = await aGrid(county, village)
    const cleaner = await county.member('grid_member', grid)
    const first = newId()
    const walk = { ...aPatrol(grid), startedAt: ago(90), endedAt: ago(80) }
    for (const id of [first, newId()]) {
      const answer = await cleaner.put(county.at(`/patrols/${id}`), walk, clock(-45))
      expect(answer.status, answer.text).toBe(201)
    }
    expect(await flags()).toMatchObject([{ kind: 'clock', targetId: first, detail: { minutes: -45 } }])
    expect((await cleaner.put(county.at(`/patrols/${newId()}`), walk, clock(9))).status).toBe(201)
  })

  test('that is ahead does not lose the record', async () => {
    await inspects(inspector, village, { startedAt: ago(-20), endedAt: ago(-50) }, clock(60))
    const issue = anIssue(county, { area: village, foundAt: ago(-55) })
    const sent = await inspector.put(county.at(`/issues/${newId()}`), issue, clock(60))
    expect(sent.status, sent.text).toBe(201)
    expect((await flags()).map(({ kind }) => kind)).toEqual(['clock'])
    const honest = anInspection(sheet, village, 0, { startedAt: ago(-20), endedAt: ago(-50) })
    expect((await inspector.put(county.at(`/inspections/${newId()}`), honest)).status).toBe(422)
    const days = clock(3 * 24 * 60)
    expect((await inspector.put(county.at(`/inspections/${newId()}`), honest, days)).status).toBe(422)
  })
})

test('the office settles what it has looked at, with a note; nobody else sees it', async () => {
  await raised(county, { area: village, place: at(35.1, 0) })
  const [flag] = await flags()
  const path = county.at(`/place-flags/${flag?.id}`)
  const settled = await county.office.patch(path, { state: 'cleared', note: '手机没有报精度' })
  expect(settled.body).toMatchObject({ state: 'cleared', note: '手机没有报精度' })
  expect([await flags(), (await flags('cleared')).length]).toEqual([[], 1])
  expect((await county.office.patch(county.at('/place-flags/nothing'), { state: 'cleared' })).status).toBe(
    404,
  )
  expect((await inspector.get(county.at('/place-flags'))).status).toBe(403)
})
