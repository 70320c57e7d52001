import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Explanation } from '../../../schema/api/explanation.ts'
import type { RoundInput, Standing } from '../../../schema/api/ranking.ts'
import { explain, explainer } from '../../../worker/domain/ranking/explain.ts'
import { rank } from '../../../worker/domain/ranking/rank.ts'
import { goldenCases } from './golden.ts'
import { rounds } from './rounds.ts'

describe('an explanation', () => {
  it('says what the standings say, for every subject of any round', () => {
    fc.assert(
      fc.property(rounds(), (input) => {
        agree(input)
      }),
      { numRuns: 400 },
    )
  })

  it.each(goldenCases())('says what the standings say in $file', ({ input }) => {
    agree(input)
  })

  it('follows the pencil through the first golden round', () => {
    const round = byHand()
    const b3 = explain(round, 'b3')
    expect(b3).toMatchObject({
      rank: 5,
      of: 7,
      composite: 0.6,
      key: 600_000,
      band: 'yellow',
      green: { places: 2, inside: false, key: 225_000, composite: 0.225, gap: 375_000 },
      red: { places: 2, inside: false, key: 833_333, gap: 233_333 },
      without: [
        { source: 'township', band: 'red', rank: 4 },
        { source: 'drone', band: 'red', rank: 5 },
      ],
      borderline: true,
    })
    expect(b3?.sources).toEqual([
      source('township', 'rank', 'township', 1, { value: 2, reporter: 'b', r: 2.5, n: 4, p: 0.5 }),
      source('inspection', 'score', 'county', 2, { value: 80, reporter: 'g1', r: 5, n: 6, p: 0.75 }),
      source('drone', 'count', 'county', 2, { value: 3, reporter: 'd', r: 3.5, n: 6, p: 0.5 }),
    ])
  })

  it('counts the streak and shows what it grew from', () => {
    expect(explain(byHand(), 'b4')).toMatchObject({
      band: 'red',
      streak: 3,
      before: { band: 'red', streak: 2 },
    })
  })

  it('names the floor that held a band back, and the value it looked at', () => {
    const round = byHand()
    round.policy.guards = { source: 'inspection', greenAtLeast: 93, redBelow: 70 }
    const guard = { source: 'inspection', bound: 'greenAtLeast', limit: 93, value: 91, from: 'green' }
    expect(explain(round, 'b1')).toMatchObject({ rank: 2, band: 'yellow', guard })
    expect(explain(round, 'a3')).toMatchObject({
      band: 'yellow',
      guard: { bound: 'redBelow', value: 70, from: 'red' },
    })
    expect(explain(round, 'a1')).not.toHaveProperty('guard')
    expect(explain(round, 'b4')).toMatchObject({ band: 'red' })
  })

  it('tells which tie-breaker decided, and which were passed over', () => {
    const [oneBigTie, tieBroken] = goldenCases().filter(({ file }) => /^0[79]/.test(file))
    expect(explain(oneBigTie?.input ?? byHand(), 'v03')).toMatchObject({
      tie: {
        sameKey: 10,
        sameRank: 10,
        steps: [
          { source: 'a', outcome: 'passed_over' },
          { source: 'c', outcome: 'passed_over' },
        ],
      },
    })
    expect(explain(tieBroken?.input ?? byHand(), 'v03')).toMatchObject({
      tie: { sameKey: 9, sameRank: 1, steps: [{ source: 'b', outcome: 'split' }] },
      red: { gap: 0, inside: false },
    })
  })

  it('shows an amended value beside the one who reported', () => {
    const round = { ...byHand(), amendments: [{ source: 'drone', subject: 'b4', value: 1 }] }
    const drone = explain(round, 'b4')?.sources.find(({ source: key }) => key === 'drone')
    expect(drone).toMatchObject({ value: 1, reporter: 'd', amended: true, r: 3 })
  })

  it('gives the reason of those without a rank, and knows nothing of strangers', () => {
    const round = byHand()
    round.subjects.push({ code: 'a4', name: 'a4', township: 'a', exempt: true })
    round.policy.minSources = 3
    expect(explain(round, 'b2')).toMatchObject({ ranked: false, reason: 'too_few_sources', minSources: 3 })
    expect(explain(round, 'a4')).toMatchObject({ ranked: false, reason: 'exempt' })
    expect(explain(round, 'c1')).toBeUndefined()
  })
})

function byHand(): RoundInput {
  const [first] = goldenCases()
  if (!first) throw new Error('the first golden case is missing')
  return first.input
}

const source = (key: string, kind: string, scope: string, weight: number, more: object) => ({
  source: key,
  kind,
  scope,
  weight,
  amended: false,
  ...more,
})

function agree(input: RoundInput) {
  const { standings, unranked, bandsClamped } = rank(input)
  const explained = explainer(input)
  for (const standing of standings) {
    const explanation = Explanation.parse(explained(standing.subject))
    expect(explanation).toMatchObject({ ranked: true, of: standings.length, bandsClamped, ...standing })
    if (!explanation.ranked) continue
    expect(Math.abs(explanation.composite * 1_000_000 - standing.key)).toBeLessThanOrEqual(0.5 + 1e-3)
    expect(explanation.guard === undefined || standing.band === 'yellow').toBe(true)
    expect(explanation.tie?.sameRank ?? 1).toBe(sharing(standings, standing))
    expect(explanation.sources.filter(({ p }) => p !== null).length).toBeGreaterThanOrEqual(1)
    if (!explanation.guard && standing.band === 'green') expect(explanation.green?.inside).toBe(true)
    if (!explanation.guard && standing.band === 'red') expect(explanation.red?.inside).toBe(true)
  }
  for (const { subject, reason } of unranked) {
    expect(Explanation.parse(explained(subject))).toMatchObject({ ranked: false, reason, subject })
  }
}

function sharing(standings: readonly Standing[], { rank: place }: Standing): number {
  return standings.filter((other) => other.rank === place).length
}
