import { expect, test } from 'vitest'
import { aBoard } from '../support/board.ts'
import { Client } from '../support/client.ts'
import { aCounty } from '../support/county.ts'
import { aClosedWeek, publishes, ranksAlone } from '../support/friday.ts'

const reader = new Client()

test('a board is read by anyone from its publication on, and only while the county has made it public', async () => {
  const county = await aCounty('620423')
  const { office, at } = county
  const board = await aBoard(county, { policy: ranksAlone })
  const path = `/c/620423/boards/${board.id}`
  const round = await aClosedWeek(county, board)
  await office.patch(at(`/boards/${board.id}`), { visibility: 'public' })
  expect((await reader.get(path)).status).toBe(404)

  await publishes(county, round)
  const shown = await reader.get(path)
  expect(shown.status).toBe(200)
  expect(shown.text).toContain('第 1 期')

  await office.patch(at(`/boards/${board.id}`), { visibility: 'members' })
  expect((await reader.get(path)).status).toBe(404)
  expect((await reader.get('/c/620423')).status).toBe(404)
})

test('a village’s page tells its rounds and why; a correction changes page and ETag', async () => {
  const county = await aCounty('410822', 1)
  const { office, at, townships, villagesOf } = county
  const board = await aBoard(county, { policy: ranksAlone, visibility: 'public' })
  const [township] = townships
  const villages = villagesOf(township?.id ?? '')
  const first = await aClosedWeek(county, board)
  await publishes(county, first)
  const path = `/c/410822/villages/${villages[0]?.id}`

  const before = await reader.get(path)
  expect(before.text).toContain('为什么是这个名次')
  expect(before.text).toContain('报第 1 名')
  expect(before.text).toContain(`本乡镇 ${villages.length} 个村中第 1`)
  expect(before.text.match(/<th scope="row">第 1 期<\/th>/g)).toHaveLength(1)

  const etag = before.headers.get('etag') ?? ''
  expect((await reader.get(path, { 'if-none-match': etag })).status).toBe(304)
  const amendments = [{ source: 'township', subject: villages[0]?.id, value: villages.length }]
  const revised = await office.post(at(`/rounds/${first.id}/revisions`), { reason: '录错', amendments })
  expect(revised.status, revised.text).toBe(201)
  const after = await reader.get(path, { 'if-none-match': etag })
  expect(after.status).toBe(200)
  expect(after.text).toContain(`报第 ${villages.length} 名`)
  expect(after.text).toContain('（已更正）')
  const whole = await reader.get(`/c/410822/boards/${board.id}`)
  expect(whole.text).toContain('第 2 版（已更正）')
})
