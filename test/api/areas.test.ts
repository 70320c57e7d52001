import { beforeAll, expect, test } from 'vitest'
import { aCounty, type TestCounty } from '../support/county.ts'

let jingtai: TestCounty
beforeAll(async () => {
  jingtai = await aCounty('620423')
})

test('a county of the national divisions starts with its townships and villages', async () => {
  const { office, at, townships, areas } = jingtai
  expect(townships).toHaveLength(11)
  expect(areas.filter((area) => area.level === 'village')).toHaveLength(151)
  const answer = await office.get(at(''))
  expect(answer.body).toMatchObject({
    code: '620423',
    setup: { areas: 'ready', townships: 11, villages: 151 },
  })
})

test('the office adds a village the codes lack, renames it and retires it', async () => {
  const { office, at, townships } = jingtai
  const parent = townships[0]?.id
  const added = await office.post(at('/areas'), { name: '新开村', level: 'village', parent })
  expect(added.status).toBe(201)
  const { id } = added.body as { id: string }
  const renamed = await office.patch(at(`/areas/${id}`), { name: '新开社区', active: false })
  expect(renamed.body).toMatchObject({ id, name: '新开社区', active: false })
})

test('a village cannot stand directly under the county', async () => {
  const { office, at } = jingtai
  const answer = await office.post(at('/areas'), { name: '悬村', level: 'village', parent: '620423' })
  expect(answer.status).toBe(422)
  expect(answer.body).toMatchObject({ type: '/problems/area-level', title: '上级不对' })
})

test('a township reporter may not change areas', async () => {
  const { at, townships, member } = jingtai
  const reporter = await member('township_reporter', townships[0]?.id)
  const answer = await reporter.patch(at('/areas/620423100002'), { name: '改名' })
  expect(answer.status).toBe(403)
})

test('unknown body fields, a wrong type and a wrong content type are refused in the user’s language', async () => {
  const { office, at } = jingtai
  const extra = await office.patch(at('/areas/620423100002'), { name: '甲', county: 'x' })
  expect(extra.status).toBe(422)
  expect(extra.body).toMatchObject({ title: '填写有误' })
  const form = await office.send('PATCH', at('/areas/620423100002'), new Uint8Array([1]), {
    'content-type': 'text/plain',
  })
  expect(form.status).toBe(415)
})

test('the same Idempotency-Key gives the first answer again, and another body is refused', async () => {
  const { office, at, townships } = jingtai
  const body = { name: '钥匙村', level: 'village', parent: townships[1]?.id }
  const first = await office.post(at('/areas'), body, { 'idempotency-key': 'k1' })
  const again = await office.post(at('/areas'), body, { 'idempotency-key': 'k1' })
  expect(again.status).toBe(201)
  expect(again.body).toEqual(first.body)
  const other = await office.post(at('/areas'), { ...body, name: '别村' }, { 'idempotency-key': 'k1' })
  expect(other.status).toBe(409)
  const found = await office.get(at('/areas?q=钥匙村'))
  expect(found.body).toMatchObject({ items: [{ name: '钥匙村' }] })
})

test('the same key sent twice at once has one effect', async () => {
  const { office, at, townships } = jingtai
  const body = { name: '并发村', level: 'village', parent: townships[1]?.id }
  const send = () => office.post(at('/areas'), body, { 'idempotency-key': 'k2' })
  const statuses = (await Promise.all([send(), send(), send()])).map(({ status }) => status)
  expect(statuses.every((status) => status === 201 || status === 409)).toBe(true)
  expect(statuses).toContain(201)
  const found = await office.get(at('/areas?q=并发村'))
  expect((found.body as { items: unknown[] }).items).toHaveLength(1)
  expect((await send()).status).toBe(201)
})
