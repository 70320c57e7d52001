import { expect, test } from 'vitest'
import { Client } from '../support/client.ts'

test('a county signs up and stands in its console signed in', async () => {
  const browser = new Client()
  const account = { name: '王办', login: 'jingtai', password: 'three-colours-26' }
  const answer = await browser.post('/signup', { county: '620423', office: '整治办', account })
  expect(answer.status).toBe(201)
  expect(answer.body).toMatchObject({ county: { code: '620423', status: 'approved' } })
  const me = await browser.get('/me')
  expect(me.body).toMatchObject({ memberships: [{ role: 'county_admin', county: { code: '620423' } }] })
})
