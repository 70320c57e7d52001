import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import {
  blockText,
  compareRows,
  noHash,
  rowsOfBlock,
  rowText,
  sealedBefore,
} from '../../../worker/domain/audit/seal.ts'

describe('what may be sealed', () => {
  // 02:00 in Asia/Shanghai is 18:00 UTC the day before.
  test.each([
    ['2026-03-06T18:29:59Z', '2026-03-05T18:00:00Z'],
    ['2026-03-06T18:30:00Z', '2026-03-06T18:00:00Z'],
    ['2026-03-07T09:00:00Z', '2026-03-06T18:00:00Z'],
    ['2026-03-07T18:29:59Z', '2026-03-06T18:00:00Z'],
  ])('at %s is what was written before %s', (now, before) => {
    expect(new Date(sealedBefore(Date.parse(now)))).toEqual(new Date(before))
  })
})

describe('a block', () => {
  const head = {
    ...{ no: 2, after: 'a', upTo: 'c', rows: 2, late: 1, previous: noHash },
    sealedAt: '2026-03-06T18:30:00.000Z',
  }
  const rows = [
    { id: 'b', hash: 'h1' },
    { id: 'c', hash: 'h2' },
  ]
  const text = blockText(head, rows, [{ id: 'a1', hash: 'h3' }])

  test('is a text of a line for its head and one a row; its SHA-256 is what sha256sum says', () => {
    expect(text).toBe(
      `{"after":"a","late":1,"no":2,"previous":"${noHash}","rows":2,"sealedAt":"2026-03-06T18:30:00.000Z","upTo":"c","version":1}\nb h1\nc h2\na1 h3\n`,
    )
    expect(createHash('sha256').update(text).digest('hex')).toBe(
      '2e6df00ff785e38dd4246552cb69cbd5ce0d87fae19933648901db1cdcd7f82c',
    )
  })

  test('says which rows differ from those it sealed', () => {
    const found = [
      { id: 'a1', hash: 'h3' },
      { id: 'b', hash: 'other' },
      { id: 'bb', hash: 'h9' },
    ]
    expect(compareRows(rowsOfBlock(text), found)).toEqual({ changed: ['b'], removed: ['c'], added: ['bb'] })
  })
})

test('a row has one writing, in whatever order its detail was kept', () => {
  const row = { id: 'i', at: 't', actor: 'a', verb: 'v.w', target: 'x' }
  const one = rowText({ ...row, detail: { b: 1, a: [2] } })
  expect(one).toBe(rowText({ ...row, detail: { a: [2], b: 1 } }))
  expect(one).toBe('{"actor":"a","at":"t","detail":{"a":[2],"b":1},"id":"i","target":"x","verb":"v.w"}')
  expect(rowText({ ...row, detail: 'no json' })).not.toBe(one)
})
