import { beforeAll, describe, expect, test } from 'vitest'
import type { Activity, OutreachTotals, Team } from '../../schema/api/outreach.ts'
import { newId } from '../../worker/data/new-id.ts'
import { auditOf } from '../support/board.ts'
import type { Client } from '../support/client.ts'
import { aCounty, type TestCounty } from '../support/county.ts'
import { aPhoto } from '../support/photos.ts'
import { aJpeg } from '../support/pictures.ts'

let donghua: TestCounty
let township = ''
let other = ''
let village = ''
let reporter: Client
beforeAll(async () => {
  donghua = await aCounty('620423')
  township = donghua.townships[0]?.id ?? ''
  other = donghua.townships[1]?.id ?? ''
  village = donghua.villagesOf(township)[0]?.id ?? ''
  reporter = await donghua.member('township_reporter', township)
})

const notes = (by: Client, body: Record<string, unknown>, id = newId()) =>
  by.put(donghua.at(`/activities/${id}`), { area: township, day: '2022-09-16', ...body })
const totals = async (by: Client, query = 'from=2022-09-01&to=2022-09-30') =>
  (await by.get(donghua.at(`/outreach/totals?${query}`))).body as OutreachTotals

describe('the mobilisation log', () => {
  test('adds up to what the township reported: 6 场次、2000 余份、200 余场次、1500 场次、3000 余人、400 余条', async () => {
    const entries = [
      ...[1, 2, 3].map((day) => ({ kind: 'booth', day: `2022-09-0${day}`, times: 2 })),
      ...[1200, 800].map((items) => ({ kind: 'brochure', items })),
      ...[120, 80].map((times, at) => ({ kind: 'household_meeting', times, day: `2022-09-1${at}` })),
      ...[900, 600].map((times) => ({ kind: 'home_visit', times, people: times * 2 })),
      { kind: 'message', items: 400 },
    ]
    for (const entry of entries) expect((await notes(reporter, entry)).status).toBe(201)
    const { sentence, total, townships, weeks } = await totals(reporter)
    expect(sentence).toBe(
      '设点宣传6场次，发放宣传册2000份，召开户长会200场次，入户座谈1500场次，发送微信、短信400条，受教育人数3000人。',
    )
    expect(townships).toEqual([
      { township, name: donghua.townships[0]?.name, sums: expect.arrayContaining(total) },
    ])
    expect(weeks.map(({ monday }) => monday)).toEqual(['2022-08-29', '2022-09-05', '2022-09-12'])
    const booths = weeks.map(({ sums }) => sums.find(({ kind }) => kind === 'booth')?.times ?? 0)
    expect(booths).toEqual([6, 0, 0])
  })

  test('costs one row read an entry', async () => {
    const { db } = donghua
    const before = db.cost.rowsRead
    const { selectSums } = await import('../../worker/data/activities.ts')
    await db.together(selectSums(db, { from: '2022-09-01', to: '2022-09-30' }))
    const entries = 10
    // The index names the row and the row is read.
    expect(db.cost.rowsRead - before).toBeLessThanOrEqual(2 * entries)
  })

  test('knows the same entry again, and no other under its id', async () => {
    const id = newId()
    const body = { kind: 'broadcast', area: village, day: '2022-10-03', times: 4, note: '<b>大喇叭</b>' }
    expect((await notes(reporter, body, id)).status).toBe(201)
    const again = await notes(reporter, body, id)
    expect(again.status).toBe(200)
    expect(again.body).toMatchObject({
      note: '<b>大喇叭</b>',
      times: 4,
      areaName: donghua.areas.find((a) => a.id === village)?.name,
    })
    expect((await notes(reporter, { ...body, times: 5 }, id)).status).toBe(409)
    expect(await auditOf(donghua, id)).toEqual(['activity.add'])
  })

  test('is changed only as it was seen, and taken back with a reason', async () => {
    const id = newId()
    await notes(reporter, { kind: 'banner', items: 20, day: '2022-10-04' }, id)
    const path = donghua.at(`/activities/${id}`)
    const changed = await reporter.patch(path, { version: 1, items: 30 })
    expect(changed.body).toMatchObject({ items: 30, version: 2, day: '2022-10-04' })
    expect((await reporter.patch(path, { version: 1, items: 40 })).body).toMatchObject({
      type: expect.stringContaining('activity-changed'),
    })
    const back = await reporter.put(`${path}/retraction`, { reason: '记重了' })
    expect((back.body as Activity).retracted).toMatchObject({ reason: '记重了' })
    expect((await reporter.put(`${path}/retraction`, { reason: '再来一次' })).body).toEqual(back.body)
    expect((await reporter.patch(path, { version: 2, items: 50 })).status).toBe(409)
    expect((await totals(reporter, 'from=2022-10-04&to=2022-10-04')).total).toEqual([])
  })

  test('takes a team’s head-count where none is given, and keeps photos', async () => {
    const team = (
      await reporter.post(donghua.at('/teams'), { name: '党员志愿服务队', area: township, members: 45 })
    ).body as Team
    const photo = await aPhoto(donghua, reporter, aJpeg(64, 48))
    const id = newId()
    const body = { kind: 'volunteer_cleanup', team: team.id, hours: 2, day: '2022-10-07', photos: [photo] }
    expect((await notes(reporter, body, id)).body).toMatchObject({
      ...{ volunteers: 45, teamName: '党员志愿服务队', photos: [{ id: photo, role: 'evidence' }] },
    })
    await reporter.patch(donghua.at(`/teams/${team.id}`), { members: 60 })
    expect((await notes(reporter, body, id)).status).toBe(200)
    expect((await totals(reporter, 'from=2022-10-07&to=2022-10-07')).total).toMatchObject([
      { kind: 'volunteer_cleanup', volunteers: 45, hours: 90 },
    ])
    await reporter.patch(donghua.at(`/teams/${team.id}`), { active: false })
    expect((await notes(reporter, body)).status).toBe(422)
  })

  test('belongs to its township', async () => {
    const stranger = await donghua.member('township_leader', other)
    const secretary = await donghua.member('village_secretary', village)
    const id = newId()
    await notes(reporter, { kind: 'booth', day: '2022-11-01' }, id)
    expect((await notes(reporter, { kind: 'booth', area: other })).status).toBe(403)
    expect((await stranger.patch(donghua.at(`/activities/${id}`), { version: 1, times: 3 })).status).toBe(404)
    expect((await stranger.get(donghua.at(`/activities?township=${township}`))).status).toBe(403)
    expect((await totals(stranger, 'from=2022-11-01&to=2022-11-30')).total).toEqual([])
    expect((await notes(secretary, { kind: 'door_to_door', area: village, day: '2022-11-02' })).status).toBe(
      201,
    )
    expect((await notes(secretary, { kind: 'door_to_door', day: '2022-11-02' })).status).toBe(403)
    const seen = (await secretary.get(donghua.at('/activities?from=2022-11-01'))).body as {
      items: Activity[]
    }
    expect(seen.items.map(({ kind }) => kind)).toEqual(['door_to_door'])
    const leader = await donghua.member('county_leader')
    const log = (await leader.get(donghua.at('/activities?from=2022-11-01&limit=1'))).body
    expect(log).toMatchObject({ items: [{ kind: 'door_to_door' }], nextCursor: expect.any(String) })
    const { nextCursor } = log as { nextCursor: string }
    const rest = await leader.get(donghua.at(`/activities?from=2022-11-01&limit=1&cursor=${nextCursor}`))
    expect(rest.body).toMatchObject({ items: [{ kind: 'booth' }], nextCursor: null })
  })

  test.each([
    ['a day to come', { kind: 'booth', day: '2999-01-01' }, 'day'],
    ['an unknown place', { kind: 'booth', area: 'nowhere' }, 'area'],
    ['an unknown team', { kind: 'booth', team: 'nobody' }, 'team'],
    ['an unknown kind', { kind: 'karaoke' }, 'kind'],
    ['half a meeting', { kind: 'booth', times: 0.5 }, 'times'],
  ])('refuses %s', async (_, body, path) => {
    const answer = await notes(reporter, body)
    expect(answer.status).toBe(422)
    expect(answer.body).toMatchObject({ errors: [{ path }] })
  })

  test.each([
    ['from=2022-09-30&to=2022-09-01', 'to'],
    ['from=2020-01-01&to=2022-01-01', 'to'],
  ])('adds up days of a year at most: %s', async (query, path) => {
    const answer = await reporter.get(donghua.at(`/outreach/totals?${query}`))
    expect([answer.status, answer.body]).toMatchObject([422, { errors: [{ path }] }])
  })
})
