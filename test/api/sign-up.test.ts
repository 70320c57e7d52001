import { exports } from 'cloudflare:workers'
import { expect, test } from 'vitest'

test('a county signs up and finds its areas', async () => {
  const origin = 'http://localhost'
  const answer = await exports.default.fetch(`${origin}/api/v1/signup`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin },
    body: JSON.stringify({
      county: '620423',
      office: '整治办',
      account: { name: '王办', login: 'jingtai', password: 'three-colours-26' },
    }),
  })
  expect(await answer.json()).toMatchObject({ county: { code: '620423', status: 'approved' } })
})
