import { describe, expect, it } from 'vitest'
import { carry } from '../../../worker/domain/ranking/streaks.ts'

describe('a streak', () => {
  it('grows with the same band and starts anew with another', () => {
    expect(carry({}, { a: 'red', b: 'red' }, { a: 'red', b: 'yellow' })).toEqual({
      a: { band: 'red', streak: 2 },
      b: { band: 'yellow', streak: 1 },
    })
  })

  it('skips a round without the subject', () => {
    expect(carry({ a: { band: 'red', streak: 3 } }, {}, { a: 'red' })).toEqual({
      a: { band: 'red', streak: 4 },
    })
  })

  it('leaves what was carried as it was', () => {
    const carried = { a: { band: 'red' as const, streak: 3 } }
    carry(carried, { a: 'green' })
    expect(carried).toEqual({ a: { band: 'red', streak: 3 } })
  })
})
