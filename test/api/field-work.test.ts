import { beforeAll, describe, expect, test } from 'vitest'
import type { FieldCode, Grid, GridPoint, Patrol } from '../../schema/api/field.ts'
import { newId } from '../../worker/data/new-id.ts'
import type { Client } from '../support/client.ts'
import { aCounty, type TestCounty } from '../support/county.ts'
import { aGrid, aPatrol, bundleOf, points, walks } from '../support/field.ts'

let county: TestCounty
let [township, elsewhere, village, neighbour] = ['', '', '', '']
let people: Record<'secretary' | 'stranger' | 'reporter' | 'inspector', Client>
beforeAll(async () => {
  county = await aCounty()
  township = county.townships[0]?.id ?? ''
  elsewhere = county.townships[1]?.id ?? ''
  village = county.villagesOf(township)[0]?.id ?? ''
  neighbour = county.villagesOf(elsewhere)[0]?.id ?? ''
  await county.office.post(county.at('/units'), { id: 'group', name: '包抓组', kind: 'group' })
  people = {
    secretary: await county.member('village_secretary', village),
    stranger: await county.member('village_secretary', neighbour),
    reporter: await county.member('township_reporter', township),
    inspector: await county.member('inspector', 'group'),
  }
})

const itemsOf = <Item>({ body }: { body: unknown }) => (body as { items: Item[] }).items
const placesOf = (body: unknown) => (body as { errors: { path: string }[] }).errors.map(({ path }) => path)

describe('points of a grid', () => {
  test('are put in order by whoever answers for it; one left out is no longer passed', async () => {
    const grid = await aGrid(county, village)
    const path = county.at(`/grids/${grid}/points`)
    const [bin = '', corner = '', ditch = ''] = await points(county, grid, ['垃圾箱', '墙角', '水渠'])
    const wanted = [
      { id: ditch, name: '南水渠', place: { lat: 35.1, lng: 107.2 } },
      { id: bin, name: '垃圾箱' },
    ]
    const changed = await people.secretary.put(path, { points: wanted, seen: [bin, corner, ditch] })
    expect(changed.status, changed.text).toBe(200)
    const now = itemsOf<GridPoint>(await people.secretary.get(path))
    expect(now.map(({ name, position }) => [name, position])).toEqual([
      ['南水渠', 0],
      ['垃圾箱', 1],
    ])
    const late = await county.office.put(path, { points: wanted, seen: [bin, corner, ditch] })
    expect(late.status).toBe(409)
    expect((await people.stranger.put(path, { points: [], seen: [ditch, bin] })).status).toBe(403)
    expect((await people.stranger.get(path)).status).toBe(404)
    const twice = await county.office.put(path, { points: [wanted[0], wanted[0]], seen: [ditch, bin] })
    expect([twice.status, placesOf(twice.body)]).toEqual([422, ['points.1.id']])
    const other = await aGrid(county, neighbour, '别村网格')
    const stolen = await county.office.put(county.at(`/grids/${other}/points`), { points: wanted, seen: [] })
    expect(stolen.status).toBe(409)
    expect((await county.office.get(county.at(`/grids/${village}/points`))).status).toBe(404)
  })
})

describe('a patrol', () => {
  test('is stored once under its id, and shows what it found and for whom, not by whom', async () => {
    const grid = await aGrid(county, village, '二组网格')
    const cleaner = await county.member('grid_member', grid)
    const [bin = '', ditch = ''] = await points(county, grid, ['垃圾箱', '水渠'])
    const [patrol, id] = [aPatrol(grid, { [bin]: true, [ditch]: false }), newId()]
    const first = await walks(county, cleaner, patrol, id)
    expect(first.status, first.text).toBe(201)
    const shown = first.body as Patrol
    expect(shown).toMatchObject({ id, gridName: '二组网格', byName: '二组网格', points: patrol.points })
    expect((await walks(county, cleaner, patrol, id)).status).toBe(200)
    expect((await walks(county, cleaner, { ...patrol, note: '另一次' }, id)).status).toBe(409)
    expect((await walks(county, county.office, patrol, id)).status).toBe(200)
    expect(itemsOf<Patrol>(await cleaner.get(county.at('/patrols')))).toEqual([shown])
    const [listed] = itemsOf<Grid>(await people.secretary.get(county.at('/grids'))).filter(
      (one) => one.id === grid,
    )
    expect(listed).toMatchObject({ village, township, points: 2, last: { good: 1, bad: 1 } })
  })

  test('is made only of the grid’s own points, each once, and not ahead of time', async () => {
    const grid = await aGrid(county, village, '三组网格')
    const [bin = ''] = await points(county, grid, ['垃圾箱'])
    const patrol = aPatrol(grid, { [bin]: true })
    const refused = async (more: object) => {
      const answer = await walks(county, people.secretary, { ...patrol, ...more })
      return [answer.status, placesOf(answer.body)]
    }
    const twice = [...patrol.points, ...patrol.points]
    expect(await refused({ points: twice })).toEqual([422, ['points.1.point']])
    expect(await refused({ points: [{ point: newId(), good: true }] })).toEqual([422, ['points.0.point']])
    const later = new Date(Date.now() + 3_600_000).toISOString()
    expect(await refused({ endedAt: later })).toEqual([422, ['endedAt']])
    expect(await refused({ startedAt: patrol.endedAt, endedAt: patrol.startedAt })).toEqual([
      422,
      ['endedAt'],
    ])
  })

  test('is walked in one’s own grid, and seen by those whose area it lies in', async () => {
    const grid = await aGrid(county, village, '四组网格')
    const other = await county.member('grid_member', await aGrid(county, village, '五组网格'))
    const id = newId()
    expect((await walks(county, other, aPatrol(grid), id)).status).toBe(403)
    expect((await walks(county, people.stranger, aPatrol(grid), id)).status).toBe(403)
    expect((await walks(county, people.inspector, aPatrol(grid), id)).status).toBe(403)
    expect((await walks(county, people.secretary, aPatrol(village), id)).status).toBe(404)
    expect((await walks(county, people.reporter, aPatrol(grid), id)).status).toBe(201)
    const seen = async (by: Client, query = `?grid=${grid}`) =>
      itemsOf<Patrol>(await by.get(county.at(`/patrols${query}`))).map((one) => one.id)
    expect(await seen(people.secretary)).toEqual([id])
    expect(await seen(people.inspector)).toEqual([id])
    expect(await seen(people.stranger)).toEqual([])
    expect(await seen(other)).toEqual([])
    expect(await seen(county.office, `?grid=${grid}&to=2000-01-01`)).toEqual([])
    expect((await seen(county.office, '?limit=1')).length).toBe(1)
  })
})

describe('codes', () => {
  const make = (by: Client, body: object) => by.post(county.at('/field-codes'), body)
  const open = (by: Client, code: string | undefined) => by.get(county.at(`/field-codes/${code}`))

  test('are made for many at once, stay as they are, and open their area to anybody of the county', async () => {
    const areas = county.villagesOf(township).map(({ id }) => id)
    const first = await make(county.office, { areas })
    expect(first.status, first.text).toBe(200)
    const codes = itemsOf<FieldCode>(first)
    expect(codes.map(({ area }) => area).sort()).toEqual([...areas].sort())
    expect(codes.every(({ code }) => /^[\w-]{22}$/.test(code))).toBe(true)
    expect(new Set(codes.map(({ code }) => code)).size).toBe(areas.length)
    expect(itemsOf(await make(people.reporter, { areas }))).toEqual(codes)
    const [own] = codes.filter(({ area }) => area === village)
    const target = { area: village, name: county.villagesOf(township)[0]?.name, level: 'village' }
    expect((await open(people.stranger, own?.code)).body).toEqual(target)
    expect((await bundleOf(county, people.secretary)).codes).toEqual([{ code: own?.code, area: village }])
    const listed = await people.reporter.get(county.at('/field-codes?limit=2'))
    expect(itemsOf(listed)).toEqual(codes.slice(0, 2))
  })

  test('renewed or revoked no longer open anything', async () => {
    const [old] = itemsOf<FieldCode>(await make(county.office, { areas: [village] }))
    const [fresh] = itemsOf<FieldCode>(await make(county.office, { areas: [village], renew: true }))
    expect(fresh?.code).not.toBe(old?.code)
    expect([
      (await open(county.office, old?.code)).status,
      (await open(county.office, fresh?.code)).status,
    ]).toEqual([404, 200])
    const path = county.at(`/field-codes/${fresh?.code}`)
    expect((await people.reporter.delete(path)).status).toBe(204)
    expect((await people.reporter.delete(path)).status).toBe(404)
    expect((await open(county.office, fresh?.code)).status).toBe(404)
  })

  test('are a township’s own business in its own villages alone, and only for villages and grids', async () => {
    expect((await make(people.reporter, { areas: [neighbour] })).status).toBe(403)
    const wrong = await make(county.office, { areas: [village, township, 'nothing'] })
    expect([wrong.status, placesOf(wrong.body)]).toEqual([422, ['areas.1', 'areas.2']])
    const [foreign] = itemsOf<FieldCode>(await make(county.office, { areas: [neighbour] }))
    expect((await people.reporter.delete(county.at(`/field-codes/${foreign?.code}`))).status).toBe(403)
    expect(itemsOf(await people.reporter.get(county.at(`/field-codes?township=${elsewhere}`)))).toEqual([])
  })

  test('of a merged village open the one it was merged into', async () => {
    const [into = '', merged = ''] = county.villagesOf(county.townships[2]?.id ?? '').map(({ id }) => id)
    const [code] = itemsOf<FieldCode>(await make(county.office, { areas: [merged] }))
    expect((await county.office.put(county.at(`/areas/${merged}/merger`), { into })).status).toBe(200)
    expect((await open(county.office, code?.code)).body).toMatchObject({ area: into })
  })
})
