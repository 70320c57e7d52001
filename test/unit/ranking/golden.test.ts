import { describe, expect, it } from 'vitest'
import { rank } from '../../../worker/domain/ranking/rank.ts'
import { goldenCases } from './golden.ts'

describe('the golden rounds', () => {
  it('are all here', () => {
    expect(goldenCases().length).toBeGreaterThanOrEqual(9)
  })

  it.each(goldenCases())('$file: $why', ({ input, expect: expected }) => {
    const standings = rank(input)
    expect(standings).toStrictEqual(expected)
    expect(JSON.stringify(standings)).toBe(JSON.stringify(expected))
  })
})
