import { env } from 'cloudflare:workers'
import { getTableName } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { aFullCounty, type Fixture } from './fixture.ts'
import { rowsOfCounty } from './rows.ts'
import { countyTables } from './watch.ts'

/** What the fixture leaves behind: only where its canary stands does looking for it prove anything. */

let own: Fixture
let other: Fixture
beforeAll(async () => {
  own = await aFullCounty('620423', 0, 'CANARY')
  other = await aFullCounty('410822', 0, 'OTHER')
})

/** Tables that hold no word anybody typed, and what they hold instead. */
const wordless: Record<string, string> = {
  area_merger: 'ids of areas',
  report: 'numbers by village',
  revision_input: 'numbers by village',
  history: 'colours by village',
  complaint_count: 'numbers',
  field_code: 'codes of areas',
  area_place: 'places of records',
  last_place: 'places of records',
  issue_rule: 'ids of categories, areas and units',
  issue_tally: 'numbers',
  audit_seal: 'hashes',
  notice_mark: 'ids of notices',
  photo: 'hashes and places; the canary is in the bytes',
  photo_use: 'ids of photos and what they show',
}

/** Tables that the fixture leaves empty, and why. */
const empty: Record<string, string> = {
  draft: 'made anew from the reports whenever it is missing',
  issue_assisting: 'ids of issues and units',
  issue_closure: 'ids of issues and members',
  audit_late: 'ids of rows that came after their block was sealed',
  erasure: 'a county that is being deleted answers nobody',
}

test('every table of a county has a row of the fixture, with the canary where people type', async () => {
  const rows = await rowsOfCounty(own)
  const names = countyTables.map(getTableName)
  const without = names.filter((name) => !JSON.stringify(rows[name]).includes(own.canary))
  const said = [...Object.keys(wordless), ...Object.keys(empty)]
  expect(
    without.filter((name) => !said.includes(name)),
    'give the fixture a row of these tables whose words carry the canary, or say here that nobody types into them',
  ).toEqual([])
  const none = Object.keys(wordless).filter((name) => rows[name]?.length === 0)
  expect(none, 'the fixture has no row of these').toEqual([])
  expect(said.filter((name) => !without.includes(name))).toEqual([])
})

test('every object in R2 stands below its county, and the canary in those of its own', async () => {
  const { objects } = await env.FILES.list()
  const keys = objects.map(({ key }) => key)
  expect(keys.filter((key) => !/^[0-9a-f-]{36}\//.test(key))).toEqual([])
  for (const { county, canary } of [own, other]) {
    const below = keys.filter((key) => key.startsWith(`${county.id}/`))
    const texts = await Promise.all(below.map(async (key) => (await env.FILES.get(key))?.text()))
    expect(texts.filter((text) => text?.includes(canary)).length).toBeGreaterThan(0)
    const foreign = canary === own.canary ? other.canary : own.canary
    expect(texts.filter((text) => text?.includes(foreign))).toEqual([])
  }
})
