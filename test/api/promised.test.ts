import { expect, test } from 'vitest'
import { broken } from '../support/promised.ts'

const json = 'application/json'
const boards = '/api/v1/counties/620423/boards'

test('an answer that breaks its route’s promise is caught', () => {
  expect(broken('GET', boards, 200, json, { items: [], nextCursor: null })).toEqual([])
  expect(broken('GET', boards, 200, json, { items: [], nextCursor: null, total: 0 })).toEqual([
    '/total is not in the schema',
  ])
  expect(broken('GET', boards, 200, json, { items: [{ id: 1 }], nextCursor: null })).not.toEqual([])
  expect(broken('GET', boards, 206, json, {})).toEqual(['206 is not declared'])
  expect(broken('GET', boards, 404, 'application/problem+json', { title: 'x' })).not.toEqual([])
})
