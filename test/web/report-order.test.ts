import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import type { RosterEntry } from '../../schema/api/boards.ts'
import type { Source } from '../../schema/api/ranking.ts'
import { CellStore } from '../../web/console/rounds/entry/cell-store.ts'
import type { Cells } from '../../web/console/rounds/entry/cells.ts'
import {
  appended,
  cellsOfOrder,
  moved,
  type Order,
  orderOf,
  placesOf,
  removed,
  tiedOrParted,
} from '../../web/console/rounds/entry/ranks.ts'
import { warningsOf } from '../../web/console/rounds/entry/warnings.ts'

const villages: RosterEntry[] = ['a', 'b', 'c', 'd', 'e', 'f'].map((id) => ({
  ...{ id, name: `${id}村`, township: 't', townshipName: '芦阳镇' },
}))
const typed = (values: Record<string, string>): Cells =>
  Object.fromEntries(Object.entries(values).map(([id, value]) => [id, { value, exposure: '' }]))
const ids = ({ ranked }: Order) => ranked.map(({ id }) => id).join('')
const ranks = (cells: Cells) =>
  Object.fromEntries(Object.entries(cells).map(([id, { value }]) => [id, value]))

describe('putting villages in order', () => {
  const order = orderOf(typed({ a: '2', b: '1', c: '2', d: '4', e: 'x' }), villages)

  it('begins with the ranks typed so far, ties together, the rest left over', () => {
    expect(order).toEqual({
      ranked: [
        { id: 'b', tied: false },
        { id: 'a', tied: false },
        { id: 'c', tied: true },
        { id: 'd', tied: false },
      ],
      rest: ['e', 'f'],
    })
    expect(placesOf(order.ranked)).toEqual([1, 2, 2, 4])
  })

  it('moves one village and no other out of its order', () => {
    expect(ids(moved(order, 3, 0))).toBe('dbac')
    expect(ids(moved(order, 0, 3))).toBe('acdb')
    expect(moved(order, 1, 1)).toEqual(order)
    expect(moved(order, 0, 9)).toEqual(order)
  })

  it('whoever leads a tie and leaves hands the place on; whoever comes between parts it', () => {
    expect(placesOf(moved(order, 1, 3).ranked)).toEqual([1, 2, 3, 4])
    const between = moved(order, 3, 2)
    expect(ids(between)).toBe('badc')
    expect(placesOf(between.ranked)).toEqual([1, 2, 3, 4])
  })

  it('ties with the one before, parts again, and never ties the first', () => {
    const tied = tiedOrParted(order, 3)
    expect(placesOf(tied.ranked)).toEqual([1, 2, 2, 2])
    expect(tiedOrParted(tied, 3)).toEqual(order)
    expect(tiedOrParted(order, 0)).toEqual(order)
  })

  it('takes villages in behind the last and out again', () => {
    const all = appended(order, ['f', 'e'])
    expect(ids(all)).toBe('bacdfe')
    expect(all.rest).toEqual([])
    const out = removed(all, 1)
    expect(ids(out)).toBe('bcdfe')
    expect(out.rest).toEqual(['a'])
    expect(ranks(cellsOfOrder(out, {}))).toEqual({ b: '1', c: '2', d: '3', f: '4', e: '5', a: '' })
  })

  it('whatever is done, everybody is there once, and the ranks lead back to the same order', () => {
    const step = fc.record({
      does: fc.constantFrom('move', 'tie', 'append', 'remove'),
      at: fc.nat(5),
      to: fc.nat(5),
    })
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
        let now = order
        for (const { does, at, to } of steps) {
          if (does === 'move') now = moved(now, at, to)
          else if (does === 'tie') now = tiedOrParted(now, at)
          else if (does === 'remove') now = removed(now, at)
          else now = appended(now, now.rest.slice(0, 1))
          expect([...now.ranked.map(({ id }) => id), ...now.rest].sort()).toEqual([
            'a',
            'b',
            'c',
            'd',
            'e',
            'f',
          ])
          const places = placesOf(now.ranked)
          expect(places.every((place, i) => place >= 1 && place <= i + 1)).toBe(true)
          const again = orderOf(cellsOfOrder(now, {}), villages)
          expect(placesOf(again.ranked)).toEqual(places)
        }
      }),
    )
  })
})

describe('what stands in the fields', () => {
  it('goes back step by step, keystrokes of one field together, and forward again', () => {
    const store = new CellStore(typed({ a: '1' }))
    store.change(typed({ b: '2' }), 'b value')
    store.change(typed({ b: '23' }), 'b value')
    store.change(typed({ a: '9', c: '7' }))
    expect(ranks(store.all())).toEqual({ a: '9', b: '23', c: '7' })
    expect(store.undo()).toBe(true)
    expect(ranks(store.all())).toEqual({ a: '1', b: '23', c: '' })
    store.undo()
    expect(store.cell('b').value).toBe('')
    expect([store.canUndo(), store.undo()]).toEqual([false, false])
    store.redo()
    store.redo()
    expect(ranks(store.all())).toEqual({ a: '9', b: '23', c: '7' })
    expect(store.redo()).toBe(false)
    store.undo()
    store.change(typed({ c: '1' }))
    expect(store.redo()).toBe(false)
  })

  it('a field typed in again later is a step of its own', () => {
    const store = new CellStore({})
    store.change(typed({ a: '1' }), 'a value')
    store.change(typed({ b: '2' }), 'b value')
    store.change(typed({ a: '3' }), 'a value')
    store.undo()
    expect(ranks(store.all())).toEqual({ a: '1', b: '2' })
  })

  it('tells of edits, and not of beginning from a stored report', () => {
    const store = new CellStore({})
    const heard: string[] = []
    store.subscribe(() => heard.push('drawn'))
    store.onEdit(() => heard.push('edited'))
    store.begin(typed({ a: '1' }))
    store.change(typed({ a: '2' }))
    expect(heard).toEqual(['drawn', 'drawn', 'edited'])
    expect(store.canUndo()).toBe(true)
    store.begin({})
    expect(store.canUndo()).toBe(false)
  })
})

describe('what is said before sending', () => {
  const rank: Source = { key: 'township', kind: 'rank', scope: 'township', weight: 1 }
  const score: Source = { key: 'inspection', kind: 'score', scope: 'rater', weight: 1 }
  const codes = (cells: Cells, source = rank, guards?: Parameters<typeof warningsOf>[3]) =>
    warningsOf(cells, villages, source, guards).map(({ code, villages: about }) => [code, about.join('')])

  test('nothing of an empty or a whole list', () => {
    expect(codes({})).toEqual([])
    expect(codes(typed({ a: '1', b: '2', c: '3', d: '4', e: '5', f: '6' }))).toEqual([])
  })

  test('shared and skipped ranks, and villages left out', () => {
    expect(codes(typed({ a: '1', b: '1', c: '5' }))).toEqual([
      ['repeated', 'b'],
      ['skipped', 'c'],
      ['missing', 'def'],
    ])
  })

  test('values that do not tell the villages apart; no problems found anywhere is fine', () => {
    const same = typed({ a: '84', b: '84', c: '84', d: '84', e: '80', f: '90' })
    expect(codes(same, score)).toEqual([['tied', 'abcd']])
    expect(codes(same, { ...score, kind: 'count' })).toEqual([])
  })

  test('scores just above a bound of the board', () => {
    const near = typed({ a: '80', b: '80.4', c: '80.6', d: '81', e: '81.5', f: '95' })
    expect(codes(near, score, { source: 'inspection', greenAtLeast: 80 })).toEqual([['heaped', 'abcde']])
    expect(codes(near, score, { source: 'other', greenAtLeast: 80 })).toEqual([])
  })

  test('an exempt village is not missed', () => {
    const [first, ...others] = villages
    const some = first ? [{ ...first, exempt: true }, ...others] : []
    const cells = typed({ b: '1', c: '2', d: '3', e: '4', f: '5' })
    expect(warningsOf(cells, some, rank, undefined)).toEqual([])
  })
})
