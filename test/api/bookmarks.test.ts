import { beforeAll, expect, test } from 'vitest'
import type { Answer } from '../support/client.ts'
import { aCounty, type TestCounty } from '../support/county.ts'
import { Trips } from '../support/trips.ts'

// D1 on this machine has no replicas: what can be shown is that the bookmarks travel.
let county: TestCounty
beforeAll(async () => {
  county = await aCounty('620423', 1)
})

test('a write hands back what it has seen, for five minutes, out of reach of scripts', async () => {
  const { office, at, townships } = county
  const written = await office.patch(at(`/areas/${townships[0]?.id}`), { name: '改名镇' })
  expect(written.status, written.text).toBe(200)
  const carried = written.headers.get('x-bookmark') ?? ''
  expect(carried).toMatch(/(^|\|)1:[0-9a-f-]{20,}/)
  const cookie = written.headers.getSetCookie().find((line) => line.startsWith('xb-seen=')) ?? ''
  expect(cookie).toMatch(/Max-Age=300/)
  expect(cookie).toMatch(/HttpOnly/)
  expect(decodeURIComponent(office.cookie('xb-seen') ?? '')).toBe(carried)
})

test('a read hands back nothing, so that it may be cached', async () => {
  const read = await county.office.get(county.at('/areas?limit=1'))
  expect(read.status).toBe(200)
  expect(read.headers.get('x-bookmark')).toBeNull()
  expect(read.headers.getSetCookie()).toEqual([])
})

test('a reader may be served by any replica; a write begins at the primary, and what it saw is where the next read begins', async () => {
  const { at, townships } = county
  const trips = new Trips()
  const person = (await county.member('county_admin')).by(trips.asked)
  const opened = async (asked: Promise<Answer>) => {
    expect((await asked).status).toBe(200)
    return trips.opened()
  }
  const read = () => opened(person.get(at('/areas?limit=1')))
  const anywhere = 'first-unconstrained'
  expect(await read()).toEqual([
    { to: 'CONTROL', from: anywhere },
    { to: 'shard', from: anywhere },
  ])
  const written = await opened(person.patch(at(`/areas/${townships[0]?.id}`), { name: '又改名镇' }))
  expect(new Set(written.map(({ from }) => from))).toEqual(new Set(['first-primary']))
  const carried = new Map(
    decodeURIComponent(person.cookie('xb-seen') ?? '')
      .split('|')
      .map((one) => [one.slice(0, one.indexOf(':')), one.slice(one.indexOf(':') + 1)]),
  )
  expect(await read()).toEqual([
    { to: 'CONTROL', from: carried.get('CONTROL') ?? anywhere },
    { to: 'shard', from: carried.get('1') },
  ])
})

test('whoever carries bookmarks, made up or cut off, is answered all the same', async () => {
  const { office, at } = county
  const path = at('/areas?limit=1')
  const before = office.cookie('xb-seen') ?? ''
  for (const carried of [decodeURIComponent(before), 'x', '1:', '1:not a bookmark', '9999:0-0-0', '|||'])
    expect((await office.get(path, { 'x-bookmark': carried })).status, carried).toBe(200)
})
