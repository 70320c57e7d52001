import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ascending, byMerging, byRadix } from '../../../worker/domain/ranking/ascending.ts'

const numbers = fc.oneof(
  fc.double({ noNaN: true }),
  fc.constantFrom(0, -0, 1, -1, Infinity, -Infinity, 5e-324),
  fc.integer({ min: -3, max: 3 }),
)

test('a merge sort and a radix sort put any numbers in the same order, equal ones as they stood', () => {
  fc.assert(
    fc.property(fc.array(numbers, { maxLength: 90 }), (values) => {
      const [all, members] = [Float64Array.from(values), Int32Array.from(values.keys())]
      const plain = [...members].sort((a, b) => compared(values[a], values[b]) || a - b)
      expect([...byMerging(all, members)]).toEqual(plain)
      expect([...byRadix(all, members)]).toEqual(plain)
    }),
  )
})

test('few and many, and only the members', () => {
  for (const size of [0, 1, 7, 1023, 1024, 3000]) {
    const values = Float64Array.from({ length: size }, (_, at) => (at * 7919) % 1013)
    const members = Int32Array.from({ length: Math.floor(size / 2) }, (_, at) => size - 1 - at * 2)
    const before = [...members]
    const plain = [...members].sort((a, b) => compared(values[a], values[b]) || b - a)
    expect([...ascending(values, members)]).toEqual(plain)
    expect([...members]).toEqual(before)
  }
})

function compared(a = 0, b = 0): number {
  return a < b ? -1 : a > b ? 1 : 0
}
