import { expect, test } from 'vitest'
import { aBoard, anOpenRound } from '../support/board.ts'
import { aCounty } from '../support/county.ts'

test('a write that needs no body may come with an empty one, as many clients send it', async () => {
  const county = await aCounty()
  const round = await anOpenRound(county, await aBoard(county))
  const path = county.at(`/rounds/${round.id}/closure`)
  const closed = await county.office.put(path, new Uint8Array(), { 'content-length': '0' })
  expect(closed.status, closed.text).toBe(200)
})

test('bytes that do not say what they are stay refused', async () => {
  const county = await aCounty()
  const round = await anOpenRound(county, await aBoard(county))
  const refused = await county.office.put(
    county.at(`/rounds/${round.id}/closure`),
    new TextEncoder().encode('{}'),
  )
  expect(refused.body).toMatchObject({ type: '/problems/not-json', status: 415 })
})
