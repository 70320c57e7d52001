import { describe, expect, test } from 'vitest'
import { complaintStates } from '../../../schema/api/complaints.ts'
import { issueStates } from '../../../schema/api/issues.ts'
import { type FormFields, readForm } from '../../../worker/domain/complaints/form.ts'
import { contactKey, isDoubtful, limits, windowAt } from '../../../worker/domain/complaints/limits.ts'
import { standingOf } from '../../../worker/domain/complaints/standing.ts'

const blank: FormFields = {
  ...{ kind: 'complaint', category: '', area: '', location: '', lat: '', lng: '', text: '', contact: '' },
}
const read = (fields: Partial<FormFields>) => readForm({ ...blank, ...fields })

describe('what a form says', () => {
  test('is trimmed, its line ends made one, its control characters spaces', () => {
    const { complaint, faults } = read({ area: 'v1', text: '  第一行\r\n第二行\u0007完 ' })
    expect(complaint).toEqual({
      ...{ kind: 'complaint', category: null, area: 'v1', location: null, place: null, contact: null },
      text: '第一行\n第二行 完',
    })
    expect(faults).toEqual({})
  })

  test('a village, words or a point each say where; a suggestion need not', () => {
    const text = '路灯坏了很久'
    expect(read({ text }).faults).toEqual({ area: 'place_missing' })
    expect(read({ text, kind: 'suggestion' }).faults).toEqual({})
    expect(read({ text, location: '桥边' }).faults).toEqual({})
    expect(read({ text, lat: ' 37.5 ', lng: '-104' }).complaint.place).toEqual({ lat: 37.5, lng: -104 })
  })

  test.each([
    ['91', '0'],
    ['1e1', '0'],
    ['37', ''],
    ['', '104'],
    ['NaN', '1'],
    ['0', '180.1'],
  ])('%s, %s is no point', (lat, lng) =>
    expect(read({ text: '路灯坏了很久', area: 'v', lat, lng }).faults).toEqual({ lat: 'point' }),
  )

  test('lengths count characters, not halves of them', () => {
    const area = 'v'
    expect(read({ area, text: '𠮷'.repeat(2000) }).faults).toEqual({})
    expect(read({ area, text: '字'.repeat(2001) }).faults).toEqual({ text: 'text_long' })
    expect(read({ area, text: '字字字字' }).faults).toEqual({ text: 'text_short' })
    expect(read({ area, text: '锟斤拷\uFFFD\uFFFD' }).faults).toEqual({ text: 'unreadable' })
    const long = read({ area, text: '路灯坏了很久', location: '长'.repeat(201), contact: '9'.repeat(101) })
    expect(long.faults).toEqual({ location: 'location_long', contact: 'contact_long' })
  })
})

describe('what its writer is told', () => {
  test('follows the issue once it was taken up', () => {
    const told = issueStates.map((state) => standingOf('taken', { state, settled: false }))
    expect(Object.fromEntries(issueStates.map((state, at) => [state, told[at]]))).toMatchObject({
      ...{ found: 'in_hand', rectified: 'in_hand', closed: 'done', rejected: 'declined' },
    })
    expect(standingOf('taken', undefined)).toBe('in_hand')
  })

  test('does not say that it looked like a machine’s', () => {
    expect(complaintStates.map((state) => standingOf(state, undefined))).toEqual([
      ...['received', 'received', 'in_hand', 'done', 'declined'],
    ])
  })
})

describe('limits', () => {
  test('an address is held back far later than a browser', () => {
    const hourly = (of: string) => limits.find((limit) => limit.of === of && limit.span === 'hour')?.most ?? 0
    expect(hourly('address')).toBeGreaterThanOrEqual(50 * hourly('device'))
  })

  test('windows follow one another without a gap', () => {
    const { from, endsAt } = windowAt('hour', 1_800_000_000_123)
    expect(endsAt - from).toBe(3_600_000)
    expect(windowAt('hour', endsAt - 1).from).toBe(from)
    expect(windowAt('hour', endsAt).from).toBe(endsAt)
  })

  test('a number is the same however it is written', () => {
    const numbers = [
      '13811112222',
      '138-1111-2222',
      '+86 138 1111 2222',
      '１３８１１１１２２２２',
      '008613811112222',
    ]
    expect(new Set(numbers.map(contactKey)).size).toBe(1)
    expect(contactKey('微信 Abc')).toBe('微信abc')
    expect(contactKey('微信 1')).not.toBe(contactKey('QQ 1'))
  })

  test('only what no person does is doubtful', () => {
    const person = { trap: '', openFor: 3000, knownDevice: true }
    expect(isDoubtful(person)).toBe(false)
    expect(isDoubtful({ ...person, openFor: 2999 })).toBe(true)
    expect(isDoubtful({ ...person, trap: 'x' })).toBe(true)
    expect(isDoubtful({ ...person, knownDevice: false })).toBe(true)
  })
})
