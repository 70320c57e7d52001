import { expect, test } from 'vitest'
import { newUuid, RequestKeys } from '../../web/lib/request-key.ts'

test('the same words sent again have the same key, so that a double click has one effect', () => {
  const keys = new RequestKeys()
  const first = keys.keyFor({ name: '喜泉镇包抓组' })
  expect(keys.keyFor({ name: '喜泉镇包抓组' })).toBe(first)
})

test('other words have a key of their own, and so has the same form once it has succeeded', () => {
  const keys = new RequestKeys()
  const first = keys.keyFor({ name: '喜泉镇包抓组' })
  expect(keys.keyFor({ name: '芦阳镇包抓组' })).not.toBe(first)
  const second = keys.keyFor({ name: '喜泉镇包抓组' })
  keys.succeeded()
  expect(keys.keyFor({ name: '喜泉镇包抓组' })).not.toBe(second)
})

test('keys are UUIDs of version 4', () => {
  const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/
  expect(Array.from({ length: 200 }, newUuid).every((key) => uuid.test(key))).toBe(true)
})
