import { expect, test } from 'vitest'
import { holdingKeys } from '../../worker/domain/privacy/holdings.ts'
import { holdingsEn } from '../../worker/domain/privacy/holdings-en.ts'
import { holdingsZh } from '../../worker/domain/privacy/holdings-zh.ts'
import { Client } from '../support/client.ts'
import { aCounty } from '../support/county.ts'
import { aPublishedBoard } from '../support/published-board.ts'

const reader = new Client()

test('whoever reads a county’s pages finds what it holds of people, for what and for how long', async () => {
  const county = await aCounty('620423')
  await aPublishedBoard(county, { visibility: 'public' })
  await county.office.put(county.at('/complaints/setting'), { open: true, hotline: null })
  for (const from of ['/c/620423', '/c/620423/complaints/new', '/c/620423/complaints']) {
    const { status, text } = await reader.get(from)
    if (status === 200) expect(text, from).toContain('href="/c/620423/privacy"')
  }
  const page = await reader.get('/c/620423/privacy')
  expect(page.status).toBe(200)
  for (const key of holdingKeys) {
    const { what, why, kept, seenBy } = holdingsZh[key]
    for (const said of [what, why, kept, seenBy]) expect(page.text, key).toContain(said)
  }
  expect(page.text).toContain('138****1234')
  expect(page.text).not.toContain('<script')
  const english = await reader.get('/c/620423/privacy?lang=en')
  expect(english.headers.get('content-language')).toBe('en')
  for (const key of holdingKeys) expect(english.text, key).toContain(holdingsEn[key].kept)
})

test('a county that shows nothing has no such page either', async () => {
  const county = await aCounty('410822', 1)
  expect((await reader.get(`/c/${county.code}/privacy`)).status).toBe(404)
})
