import { expect, test } from 'vitest'
import { newId } from '../../../worker/data/new-id.ts'

test('ids grow with their instant, and one after the other within the same', () => {
  const at = Date.parse('2026-03-06T10:00:00Z')
  const made = [
    ...Array.from({ length: 500 }, () => newId(at)),
    ...Array.from({ length: 500 }, () => newId(at + 1)),
  ]
  expect(made).toEqual([...made].sort())
  expect(new Set(made).size).toBe(1000)
  for (const id of made)
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
  expect(Number.parseInt((made[0] ?? '').replace('-', '').slice(0, 12), 16)).toBe(at)
})
