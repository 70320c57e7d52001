import { eq } from 'drizzle-orm'
import { beforeEach, expect, test } from 'vitest'
import type { Delivery, Webhook } from '../../schema/api/webhooks.ts'
import { delivery } from '../../schema/tables/county.ts'
import { aBoard, auditOf } from '../support/board.ts'
import { aCounty, type TestCounty } from '../support/county.ts'
import { aPublishedWeek, ranksAlone } from '../support/friday.ts'

let county: TestCounty
beforeEach(async () => {
  county = await aCounty('620423', 1)
})

const robot = {
  ...{
    name: '工作群',
    url: 'https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=abcd-1234',
    format: 'wecom',
  },
  events: ['round.published'],
}
const make = async (body: unknown) => {
  const answer = await county.office.post(county.at('/webhooks'), body)
  expect(answer.status, answer.text).toBe(201)
  return answer.body as Webhook
}
const listed = async <Item>(path: string) =>
  ((await county.office.get(county.at(path))).body as { items: Item[] }).items

test('a webhook shows where it leads, but neither its whole address nor its secret, also in the audit', async () => {
  const made = await make({ ...robot, format: 'dingtalk', secret: 'SEC-of-the-robot' })
  expect(made).toMatchObject({ host: 'qyapi.weixin.qq.com', end: '1234', signed: true, last: null })
  const answers = await Promise.all(['/webhooks', '/audit'].map((path) => county.office.get(county.at(path))))
  for (const { text } of answers) {
    expect(text).not.toContain('SEC-of-the-robot')
    expect(text).not.toContain('abcd-1234')
  }
  expect(await auditOf(county, made.id)).toEqual(['webhook.add'])
})

test.each(['http://hooks.gov.cn/', 'https://127.0.0.1/', 'https://[::1]/', 'https://printer.local/in'])(
  'the address %s is refused, also when a webhook is changed',
  async (url) => {
    const refused = await county.office.post(county.at('/webhooks'), { ...robot, url })
    expect(refused).toMatchObject({ status: 422, body: { errors: [{ path: 'url' }] } })
    const { id } = await make(robot)
    const changed = await county.office.patch(county.at(`/webhooks/${id}`), { url })
    expect(changed).toMatchObject({ status: 422, body: { errors: [{ path: 'url' }] } })
  },
)

test('publishing a round tells each webhook that listens once, in the same breath', async () => {
  const listening = await make(robot)
  const paused = await make({ ...robot, name: '停用' })
  await make({ ...robot, name: '只听通报', events: ['bulletin.issued'] })
  await county.office.patch(county.at(`/webhooks/${paused.id}`), { paused: true })
  const board = await aBoard(county, { policy: ranksAlone })
  const round = await aPublishedWeek(county, board)
  const told = await listed<Delivery>('/deliveries')
  expect(told).toMatchObject([{ webhook: listening.id, event: 'round.published', subject: round.id }])
  const again = await county.office.put(county.at(`/rounds/${round.id}/publication`), {})
  expect(again.status).toBe(409)
  const [row, ...more] = await county.db.find(delivery, eq(delivery.subject, round.id))
  expect(more).toEqual([])
  expect(row?.message.text).toMatch(/第1期已公布：绿 \d+ 个，黄 \d+ 个，红 \d+ 个/)
  expect(row?.message.url).toContain(`/console/${county.id}/`)
})

test('a test message goes to one webhook; a paused one sends none', async () => {
  const { id } = await make(robot)
  const { body, status } = await county.office.post(county.at(`/webhooks/${id}/pings`))
  expect(status).toBe(201)
  expect(body).toMatchObject({ webhook: id, event: 'ping', state: 'pending', attempts: 0 })
  expect((await listed<Webhook>('/webhooks'))[0]?.last).toMatchObject({ event: 'ping' })
  await county.office.patch(county.at(`/webhooks/${id}`), { paused: true })
  const refused = await county.office.post(county.at(`/webhooks/${id}/pings`))
  expect(refused).toMatchObject({ status: 409, body: { type: '/problems/webhook-paused' } })
})

test('the list turns its pages and narrows to one webhook or state', async () => {
  const [one, other] = [await make(robot), await make({ ...robot, name: '另一个' })]
  for (const { id } of [one, one, other]) await county.office.post(county.at(`/webhooks/${id}/pings`))
  const first = (await county.office.get(county.at(`/deliveries?webhook=${one.id}&limit=1`))).body as {
    items: Delivery[]
    nextCursor: string
  }
  const [next] = await listed<Delivery>(`/deliveries?webhook=${one.id}&limit=1&cursor=${first.nextCursor}`)
  expect([first.items[0]?.webhook, next?.webhook]).toEqual([one.id, one.id])
  expect(next?.id).not.toBe(first.items[0]?.id)
  expect(await listed<Delivery>('/deliveries?state=dead')).toEqual([])
})

test('deleting takes the list of what was sent along; only the office comes near', async () => {
  const { id } = await make(robot)
  await county.office.post(county.at(`/webhooks/${id}/pings`))
  const leader = await county.member('county_leader')
  expect((await leader.get(county.at('/webhooks'))).status).toBe(403)
  expect((await county.office.delete(county.at(`/webhooks/${id}`))).status).toBe(204)
  expect(await listed('/deliveries')).toEqual([])
  expect((await county.office.delete(county.at(`/webhooks/${id}`))).status).toBe(404)
})

test('what failed is sent anew when the office says so, what arrived is not', async () => {
  const { id: webhook } = await make(robot)
  const { body } = await county.office.post(county.at(`/webhooks/${webhook}/pings`))
  const { id } = body as Delivery
  const settled = (state: 'dead' | 'delivered') =>
    county.db.write(county.db.update(delivery, { state, nextAt: null, attempts: 6 }, eq(delivery.id, id)))
  await settled('dead')
  const again = await county.office.put(county.at(`/deliveries/${id}/resending`))
  expect(again).toMatchObject({ status: 200, body: { id, state: 'pending', attempts: 0 } })
  await settled('delivered')
  const refused = await county.office.put(county.at(`/deliveries/${id}/resending`))
  expect(refused).toMatchObject({ status: 409, body: { type: '/problems/delivery-moving' } })
})

test('the twenty-first webhook is refused', async () => {
  for (let at = 0; at < 20; at++) await make({ ...robot, name: `第${at + 1}个` })
  const refused = await county.office.post(county.at('/webhooks'), robot)
  expect(refused).toMatchObject({ status: 409, body: { type: '/problems/webhook-limit' } })
})
