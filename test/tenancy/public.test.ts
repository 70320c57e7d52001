import { beforeAll, describe, expect, test } from 'vitest'
import { type Answer, Client } from '../support/client.ts'
import { aReader, aToken, follows, formAt, posts } from '../support/complaints.ts'
import { aPublicCounty, type PublicFixture } from './fixture-public.ts'
import { pages, pathOf, served } from './public-routes.ts'

/** What two counties have opened: neither's pages, feeds, pictures and kept copies ever answer for the other. */

let one: PublicFixture
let other: PublicFixture
beforeAll(async () => {
  one = await aPublicCounty('620423', 0, 'CANARY')
  other = await aPublicCounty('410822', 0, 'OTHER')
})

const reader = new Client()
const named = Object.keys(pages).filter((name) => name.startsWith('GET') && !pages[name]?.open)

test('every page, feed and picture that the Worker serves is held here or says why not', () => {
  const names = Object.keys(pages)
  expect(
    served.filter((name) => !names.includes(name)),
    'add these to test/tenancy/public-routes.ts',
  ).toEqual([])
  expect(names.filter((name) => !served.includes(name))).toEqual([])
})

describe('under either name of a county, in either language', () => {
  test.for(named.filter((name) => pages[name]?.ids))('%s of another county is not there', async (name) => {
    for (const [county, lang] of ways(name)) {
      const own = await reader.get(pathOf(name, county(one), one) + lang)
      expect(own.status, name).toBe(200)
      // Whoever asks next comes with the very same ids, and with what the other's page was kept under.
      const etag = own.headers.get('etag') ?? '"none"'
      const foreign = await reader.get(pathOf(name, county(other), one) + lang, { 'if-none-match': etag })
      const missing = await reader.get(pathOf(name, county(other), nowhere) + lang)
      expect(foreign.status).toBe(404)
      expect(bare(foreign)).toEqual(bare(missing))
      expect(foreign.text).not.toContain(one.canary)
    }
  })

  test.for(named.filter((name) => !pages[name]?.ids))('%s shows its own county alone', async (name) => {
    for (const [county, lang] of ways(name)) {
      const first = await reader.get(pathOf(name, county(one), one) + lang)
      const etag = first.headers.get('etag') ?? '"none"'
      const second = await reader.get(pathOf(name, county(other), other) + lang, { 'if-none-match': etag })
      expect([first.status, second.status]).toEqual([200, 200])
      expect(first.text).not.toContain(other.canary)
      expect(second.text).not.toContain(one.canary)
      for (const id of Object.values(idsOf(one))) expect(second.text).not.toContain(id)
    }
  })
})

describe('a complaint', () => {
  test('is followed in its own county alone: elsewhere its code is as unknown as any', async () => {
    const mine = await follows(one.county, await aReader(one.county), one.code)
    expect(mine.status).toBe(200)
    const stranger = await aReader(other.county)
    const foreign = await follows(other.county, stranger, one.code)
    const unknown = await follows(other.county, stranger, 'AAAA-BBBB-CCCC')
    expect(foreign.status).toBe(404)
    expect(bare(foreign)).toEqual(bare(unknown))
    expect(foreign.text).not.toContain(one.canary)
  })

  test('is not taken in on another county’s form', async () => {
    const visitor = await aReader(one.county)
    const form = new FormData()
    const fields = {
      kind: 'complaint',
      location: '水渠边',
      text: '水渠里堆满了垃圾，已经一个月了',
      website: '',
    }
    for (const [name, value] of Object.entries(fields)) form.append(name, value)
    form.append('token', await aToken(one.county, visitor))
    const sent = await posts(visitor, formAt(other.county), form)
    expect(sent.status).toBe(409)
  })
})

test('what a caller has seen of one county’s database says nothing in another’s', async () => {
  const { office, at } = one.county
  const written = await office.post(at('/units'), { name: '新组', kind: 'group' })
  const seen = { 'x-bookmark': written.headers.get('x-bookmark') ?? '' }
  expect(seen['x-bookmark']).not.toBe('')
  const theirs = await other.county.office.get(other.county.at('/units'), seen)
  expect(theirs.status).toBe(200)
  expect(theirs.text).not.toContain('新组')
  expect((await other.county.office.get(at('/units'), seen)).status).toBe(404)
})

/** The ids of nothing. */
const nowhere = {
  ...{ board: '01a20000-0000-7000-8000-000000000001', village: '999999999999' },
  ...{ bulletin: '01a20000-0000-7000-8000-000000000002', column: 'column-nowhere-1' },
  ...{ bulletinPhoto: '01a20000-0000-7000-8000-000000000003' },
  ...{ columnPhoto: '01a20000-0000-7000-8000-000000000004' },
} as PublicFixture

/** By id and by code, in both languages where it is a page. */
function ways(name: string): [(own: PublicFixture) => string, string][] {
  const byId = ({ county }: PublicFixture) => county.id
  const byCode = ({ county }: PublicFixture) => county.code
  const languages = name.includes('/api/') ? [''] : ['?lang=zh', '?lang=en']
  return [byId, byCode].flatMap((county) => languages.map((lang): [typeof county, string] => [county, lang]))
}

function idsOf({ board, village, bulletin, bulletinPhoto, column, columnPhoto }: PublicFixture) {
  return { board, village, bulletin, bulletinPhoto, column, columnPhoto }
}

/** What an answer gives away: its status, its headers' names, and its text without ids asked for, tokens and times. */
function bare({ status, headers, text }: Answer) {
  const ids = [...Object.values(idsOf(one)), ...Object.values(idsOf(nowhere)), one.code, 'AAAA-BBBB-CCCC']
  const said = ids.reduce((rest, id) => rest.replaceAll(id, '…'), text)
  const names = [...headers.keys()].filter((name) => name !== 'x-request-id')
  return { status, names, said: said.replace(/urn:request:[0-9a-f-]+/, '…') }
}
