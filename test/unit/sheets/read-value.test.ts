import { describe, expect, it } from 'vitest'
import type { Cell } from '../../../worker/domain/sheets/cell.ts'
import { chineseNumeral } from '../../../worker/domain/sheets/chinese-numeral.ts'
import { readDate } from '../../../worker/domain/sheets/read-date.ts'
import { readValue, type ValueKind } from '../../../worker/domain/sheets/read-value.ts'

describe('a value', () => {
  it.each<[Cell, ValueKind, number]>([
    [4, 'rank', 4],
    ['４', 'rank', 4],
    ['第5名', 'rank', 5],
    ['第 ５ 名', 'rank', 5],
    ['5名', 'rank', 5],
    ['第十名', 'rank', 10],
    ['二十三', 'rank', 23],
    ['并列第3名', 'rank', 3],
    ['3（并列）', 'rank', 3],
    ['98.0', 'score', 98],
    ['98.0分', 'score', 98],
    ['９８．５', 'score', 98.5],
    [74.1, 'score', 74.1],
    [-2, 'score', -2],
    ['1,234', 'count', 1234],
    ['１，２３４处', 'count', 1234],
    [0, 'count', 0],
    ['12个', 'count', 12],
    ['236户', 'exposure', 236],
    [12.5, 'exposure', 12.5],
  ])('%j as a %s is %d', (cell, kind, value) => {
    expect(readValue(cell, kind)).toEqual({ value })
  })

  it.each<[Cell, ValueKind]>([
    [null, 'rank'],
    ['', 'score'],
    ['　', 'score'],
    ['/', 'score'],
    ['／', 'count'],
    ['-', 'rank'],
    ['——', 'score'],
    ['未检查', 'score'],
    ['无', 'score'],
  ])('%j as a %s is missing', (cell, kind) => {
    expect(readValue(cell, kind)).toEqual({ missing: true })
  })

  it.each<[Cell, ValueKind, string]>([
    ['98%', 'score', 'percent'],
    ['优秀', 'score', 'not_a_number'],
    ['1.2万', 'exposure', 'not_a_number'],
    ['12,34', 'count', 'not_a_number'],
    ['1e3', 'score', 'not_a_number'],
    ['0x10', 'score', 'not_a_number'],
    ['Infinity', 'score', 'not_a_number'],
    [Number.NaN, 'score', 'not_a_number'],
    [true, 'score', 'not_a_number'],
    ['=C3', 'score', 'not_a_number'],
    ['2026-03-04', 'rank', 'not_a_number'],
    ['无', 'count', 'not_a_number'],
    ['十', 'score', 'not_a_number'],
    ['#REF!', 'score', 'formula_error'],
    ['#DIV/0!', 'score', 'formula_error'],
    ['#N/A', 'rank', 'formula_error'],
    [2.5, 'rank', 'not_whole'],
    ['3.5', 'count', 'not_whole'],
    [1e21, 'count', 'not_whole'],
    [0, 'rank', 'below_one'],
    ['-1', 'rank', 'below_one'],
    [-1, 'count', 'negative'],
    [0, 'exposure', 'not_positive'],
  ])('%j as a %s is refused: %s', (cell, kind, code) => {
    expect(readValue(cell, kind)).toMatchObject({ error: { code } })
  })
})

describe('a Chinese numeral', () => {
  it.each([
    ['一', 1],
    ['十', 10],
    ['十二', 12],
    ['二十', 20],
    ['九十九', 99],
    ['一百〇五', 105],
    ['一百一十', 110],
    ['廿一', 21],
    ['两百', 200],
  ])('%s is %d', (text, number) => {
    expect(chineseNumeral(text)).toBe(number)
  })

  it.each(['', '一二', '十十', '百', '石', '二十百'])('%s is none', (text) => {
    expect(chineseNumeral(text)).toBeNull()
  })
})

describe('a day', () => {
  it.each<[Cell | Date, string]>([
    ['2026.3.4', '2026-03-04'],
    ['2026-03-04', '2026-03-04'],
    ['2026/3/4', '2026-03-04'],
    ['2026年3月4日', '2026-03-04'],
    ['２０２６．３．４', '2026-03-04'],
    ['20260304', '2026-03-04'],
    ['2026-03-04T08:30', '2026-03-04'],
    [46085, '2026-03-04'],
    ['46085', '2026-03-04'],
    [46085.75, '2026-03-04'],
    [new Date(Date.UTC(2026, 2, 4)), '2026-03-04'],
  ])('%s is %s', (cell, day) => {
    expect(readDate(cell)).toBe(day)
  })

  it('may be missing', () => {
    expect([readDate(null), readDate(undefined), readDate(' '), readDate('/')]).toEqual(
      Array(4).fill('missing'),
    )
  })

  it.each<Cell | Date>(['2026.2.30', '2026.13.1', '3月4日', '去年', 12, 1, new Date(Number.NaN)])(
    '%s is none',
    (cell) => {
      expect(readDate(cell)).toBeNull()
    },
  )
})
