import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonicalJson } from '../../../worker/domain/canonical.ts'

describe('canonical JSON', () => {
  it('says the same however the members were put in', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(canonicalJson(turned(value))).toBe(canonicalJson(value))
      }),
    )
  })

  it('says all there is, and different things differently', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (one, other) => {
        const [a, b] = [plain(one), plain(other)]
        expect(JSON.parse(canonicalJson(a))).toEqual(a)
        expect(canonicalJson(a) === canonicalJson(b)).toBe(isSame(a, b))
      }),
    )
  })

  it('sorts by code units, without white space, numbers as ECMAScript writes them', () => {
    const written = canonicalJson({
      '€': 'Euro',
      '\r': 'CR',
      '\ufb33': 'dalet',
      1: 'one',
      '😀': 'smile',
      '\u0080': 'control',
      ö: [1e30, 4.5, 2e-3, 1e-27, -0, true, null, '"\u000f\n\\/'],
    })
    expect(written).toBe(
      '{"\\r":"CR","1":"one","\u0080":"control","ö":[1e+30,4.5,0.002,1e-27,0,true,null,"\\"\\u000f\\n\\\\/"],"€":"Euro","😀":"smile","\ufb33":"dalet"}',
    )
  })

  it('leaves out what is undefined', () => {
    expect(canonicalJson({ b: undefined, a: { c: undefined } })).toBe('{"a":{}}')
  })

  it.each([
    ['a number without end', { a: Number.POSITIVE_INFINITY }],
    ['no number', [Number.NaN]],
    ['a hole in a list', [1, undefined]],
    ['nothing', undefined],
    ['a date', { at: new Date(0) }],
    ['a map', new Map()],
    ['a big integer', 1n],
  ])('refuses %s', (_, value) => {
    expect(() => canonicalJson(value)).toThrow(TypeError)
  })
})

/** The same value with the members of every object the other way round. */
function turned(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(turned)
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, member]) => [key, turned(member)]),
  )
}

/** As JSON reads it back: without −0. */
const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value))

function isSame(a: unknown, b: unknown): boolean {
  try {
    expect(a).toEqual(b)
    return true
  } catch {
    return false
  }
}
