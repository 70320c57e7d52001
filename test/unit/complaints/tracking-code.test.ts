import { expect, test } from 'vitest'
import { codeOf, readCode } from '../../../worker/domain/complaints/tracking-code.ts'

const bytes = (fill: (at: number) => number) => Uint8Array.from({ length: 16 }, (_, at) => fill(at))

test('sixteen bytes make seven groups of four, each byte telling', () => {
  expect(codeOf(bytes(() => 0))).toBe('0000-0000-0000-0000-0000-0000-0000')
  const codes = Array.from({ length: 128 }, (_, bit) =>
    codeOf(bytes((at) => (at === bit >> 3 ? 1 << (bit & 7) : 0))),
  )
  expect(new Set(codes).size).toBe(128)
  for (const code of codes) expect(code).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){6}[0-9A-HJKMNP-TV-Z]{4}$/)
  expect(() => codeOf(new Uint8Array(15))).toThrow()
})

test('a code is read however it was copied', () => {
  const code = codeOf(bytes((at) => at * 17))
  const plain = code.replaceAll('-', '')
  const spellings = [
    plain,
    plain.toLowerCase(),
    ` ${code.replaceAll('-', ' ')}\n`,
    code.replaceAll('-', '—'),
    plain.replaceAll('0', 'O').replaceAll('1', 'l'),
    [...plain].map((letter) => String.fromCharCode(letter.charCodeAt(0) + 0xfee0)).join(''),
  ]
  for (const spelling of spellings) expect(readCode(spelling)).toEqual({ code, sound: true })
})

test('a slip of the pen shows', () => {
  const code = codeOf(bytes((at) => at * 29 + 3))
  const plain = code.replaceAll('-', '')
  for (let at = 0; at < plain.length; at++) {
    const other = plain[at] === '7' ? '8' : '7'
    expect(readCode(plain.slice(0, at) + other + plain.slice(at + 1)).sound).toBe(false)
    const swapped = plain.slice(0, at) + (plain[at + 1] ?? '') + plain[at] + plain.slice(at + 2)
    if (plain[at + 1] !== undefined && plain[at] !== plain[at + 1])
      expect(readCode(swapped).sound).toBe(false)
  }
  expect(readCode('').sound).toBe(false)
  expect(readCode('<b>'.repeat(1000)).sound).toBe(false)
})
