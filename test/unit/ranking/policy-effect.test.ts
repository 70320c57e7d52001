import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Policy, RoundInput } from '../../../schema/api/ranking.ts'
import { policyEffect } from '../../../worker/domain/ranking/policy-effect.ts'
import { rank } from '../../../worker/domain/ranking/rank.ts'
import week from '../../cases/ranking/02-jingtai-week.json'
import { rounds } from './rounds.ts'

const { input } = week as unknown as { input: RoundInput }
const before = rank(input)
const tried = (policy: Partial<Policy>) => policyEffect(input, before, { ...input.policy, ...policy })

it('the policy as it is changes nothing', () => {
  fc.assert(
    fc.property(rounds(), (round) => {
      const standings = rank({ ...round, policy: round.policy })
      const effect = policyEffect(round, standings, round.policy)
      expect(effect.after).toStrictEqual(standings)
      expect(effect.moves).toEqual([])
      expect(effect.counts.after).toEqual(effect.counts.before)
      expect(effect.movement).toEqual({ moved: 0, mean: 0, furthest: 0 })
    }),
  )
})

it('ten reds fewer: the ten best of the reds are red no longer, nobody moves', () => {
  const effect = tried({ bands: { green: { top: 30 }, red: { bottom: 20 } } })
  const reds = before.standings.filter(({ band }) => band === 'red').map(({ subject }) => subject)
  expect(effect.noLonger.red).toEqual(reds.slice(0, 10))
  expect(effect.turned).toEqual({ red: [], green: [] })
  expect(effect.counts.after.red).toBe(effect.counts.before.red - 10)
  expect(effect.movement.moved).toBe(0)
  const lost = effect.townships.reduce((sum, one) => sum + one.before.red - one.after.red, 0)
  expect(lost).toBe(10)
})

it('other weights move villages, and who turns red makes room for who does not', () => {
  const sources = input.policy.sources.map((one) => (one.key === 'drone' ? { ...one, weight: 20 } : one))
  const effect = tried({ sources })
  expect(effect.movement.moved).toBeGreaterThan(50)
  expect(effect.movement.furthest).toBeGreaterThan(effect.movement.mean)
  expect(effect.turned.red.length).toBeGreaterThan(0)
  expect(effect.turned.red).toHaveLength(effect.noLonger.red.length)
  for (const subject of effect.turned.red) {
    expect(before.standings.find((one) => one.subject === subject)?.band).not.toBe('red')
    expect(effect.after.standings.find((one) => one.subject === subject)?.band).toBe('red')
  }
})

it('a source nobody has reported yet is silent, one that is read otherwise is named', () => {
  const [first, ...others] = input.policy.sources
  if (!first) throw new Error('the week has sources')
  const fresh = { key: 'public', kind: 'score', scope: 'county', weight: 1 } as const
  expect(tried({ sources: [...input.policy.sources, fresh] }).silent).toEqual(['public'])
  expect(tried({ sources: [...input.policy.sources, fresh] }).after.standings).toStrictEqual(before.standings)
  expect(tried({ sources: [{ ...first, kind: 'score' }, ...others] }).reread).toEqual([first.key])
  const uncovered = others.map((one) => (one.kind === 'count' ? { ...one, exposed: true } : one))
  const bare = input.reports.map((report) => ({
    ...report,
    entries: report.entries.map(({ subject, value }) => ({ subject, value })),
  }))
  const effect = policyEffect({ ...input, reports: bare }, before, {
    ...input.policy,
    sources: [first, ...uncovered],
  })
  expect(effect.silent).toEqual(uncovered.filter(({ exposed }) => exposed).map(({ key }) => key))
})

it('whatever is tried, the townships add up to the county', () => {
  fc.assert(
    fc.property(rounds(), rounds(), (round, other) => {
      const keys = new Set(other.policy.sources.map(({ key }) => key))
      const policy = { ...other.policy, tieBreakers: other.policy.tieBreakers.filter((key) => keys.has(key)) }
      const effect = policyEffect(round, rank(round), policy)
      for (const when of ['before', 'after'] as const) {
        for (const band of ['green', 'yellow', 'red', 'unranked'] as const) {
          const sum = effect.townships.reduce((total, one) => total + one[when][band], 0)
          expect(sum).toBe(effect.counts[when][band])
        }
      }
    }),
    { numRuns: 50 },
  )
})
