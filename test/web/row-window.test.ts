import fc from 'fast-check'
import { expect, test } from 'vitest'
import { drawnRanges, rowWindow } from '../../web/ui/row-window.ts'

test('whatever is in sight is drawn, and little more', () => {
  const boxes = fc.record({
    rows: fc.integer({ min: 201, max: 5000 }),
    rowHeight: fc.integer({ min: 20, max: 80 }),
    height: fc.integer({ min: 100, max: 1500 }),
    part: fc.double({ min: 0, max: 1, noNaN: true }),
  })
  fc.assert(
    fc.property(boxes, ({ rows, rowHeight, height, part }) => {
      const top = part * Math.max(0, rows * rowHeight - height)
      const { from, to } = rowWindow(top, height, rowHeight, rows)
      expect(from).toBeLessThanOrEqual(Math.floor(top / rowHeight))
      expect(to).toBeGreaterThanOrEqual(Math.min(rows, Math.ceil((top + height) / rowHeight)))
      expect(from).toBeGreaterThanOrEqual(0)
      expect(to).toBeLessThanOrEqual(rows)
      expect(to - from).toBeLessThanOrEqual(height / rowHeight + 2 + 4 * 8)
    }),
  )
})

test('scrolling a little draws nothing anew', () => {
  expect(rowWindow(4000, 600, 40, 1526)).toEqual(rowWindow(4030, 600, 40, 1526))
})

test('a list that has become shorter is drawn to its end', () => {
  const { from, to } = rowWindow(60_000, 600, 40, 20)
  expect(from).toBeLessThan(20)
  expect(to).toBe(20)
})

test('the row with the focus stays wherever the rest has been scrolled to', () => {
  const seen = { from: 100, to: 140 }
  expect(drawnRanges(seen, 3, 1526)).toEqual([{ from: 3, to: 4 }, seen])
  expect(drawnRanges(seen, 120, 1526)).toEqual([seen])
  expect(drawnRanges(seen, 900, 1526)).toEqual([seen, { from: 900, to: 901 }])
  expect(drawnRanges(seen, 900, 200)).toEqual([seen])
  expect(drawnRanges(seen, undefined, 1526)).toEqual([seen])
})
