import { expect, test } from 'vitest'
import { aCounty } from '../support/county.ts'

test('what one member’s phone sends is not taken under the session of another who has signed in since', async () => {
  const county = await aCounty()
  const township = county.townships[0]?.id ?? ''
  const reporter = await county.member('township_reporter', township)
  const { body } = await reporter.get('/me')
  const { memberships } = body as { memberships: { id: string }[] }
  const own = memberships[0]?.id ?? ''
  const patrol = {
    grid: 'none',
    startedAt: '2026-03-06T01:00:00Z',
    endedAt: '2026-03-06T02:00:00Z',
    points: [],
  }
  const put = (member: string) => reporter.put(county.at('/patrols/p1'), patrol, { 'x-member': member })

  expect(await put('somebody-else')).toMatchObject({ status: 401, body: { type: '/problems/signed-out' } })
  expect((await reporter.get(county.at('/field'), { 'x-member': 'somebody-else' })).status).toBe(401)
  // Under its own name it gets as far as being looked at.
  expect((await put(own)).status).not.toBe(401)
  expect((await reporter.get(county.at('/field'), { 'x-member': own })).status).toBe(200)
})
