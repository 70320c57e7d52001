import { describe, expect, test } from 'vitest'
import type { PhotoShown } from '../../../schema/api/photos.ts'
import { concerns, inOrderOfUrgency, thumbnailsOf } from '../../../worker/domain/field/field-issues.ts'

describe('an issue belongs on a phone', () => {
  test('where something can be done about it on the spot, or it is one’s own find', () => {
    expect(concerns(['noted', 'rectified'], false)).toBe(true)
    expect(concerns(['noted', 'assigned', 'deferral_asked'], false)).toBe(false)
    expect(concerns([], true)).toBe(true)
  })

  test('the soonest due first, those without a time last', () => {
    const issue = (no: number, dueAt: string | null) => ({ no, dueAt })
    const sorted = inOrderOfUrgency([
      issue(1, null),
      issue(3, '2026-03-06T10:00:00Z'),
      issue(2, '2026-03-06T10:00:00Z'),
      issue(4, '2026-03-05T10:00:00Z'),
    ])
    expect(sorted.map(({ no }) => no)).toEqual([4, 2, 3, 1])
  })
})

describe('its small pictures', () => {
  const photo = (id: string, role: PhotoShown['role']) => ({ id, role, thumbnailUrl: `/${id}` }) as PhotoShown
  const photos = new Map([
    ['a', [photo('a1', 'before'), photo('a2', 'before'), photo('a3', 'after')]],
    ['b', [photo('b1', 'finding'), photo('b2', 'evidence')]],
    ['c', [photo('c1', 'before')]],
  ])
  const all = new Set(['a1', 'a2', 'a3', 'b1', 'b2', 'c1'])
  const chosen = (small: ReadonlySet<string>, most: number) => {
    const issues = [
      { id: 'a', state: 'rectified' as const },
      { id: 'b', state: 'assigned' as const },
      { id: 'c', state: 'assigned' as const },
    ]
    return [...thumbnailsOf(issues, photos, small, most)].map(([, some]) => some.map((one) => one.photo))
  }

  test('are the last one from before, and what it looks like now where it waits to be verified', () => {
    expect(chosen(all, 40)).toEqual([['a2', 'a3'], ['b1'], ['c1']])
  })
  test('are so many in all, the first issues first', () => {
    expect(chosen(all, 3)).toEqual([['a2', 'a3'], ['b1'], []])
    expect(chosen(all, 1)).toEqual([['a2'], [], []])
  })
  test('are only those that are small', () => {
    expect(chosen(new Set(['a1', 'c1']), 40)).toEqual([['a1'], [], ['c1']])
  })
})
