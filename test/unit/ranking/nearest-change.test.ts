import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { NearestChange } from '../../../schema/api/explanation.ts'
import type { RoundInput, Standing } from '../../../schema/api/ranking.ts'
import { nearestChanges } from '../../../worker/domain/ranking/nearest-change.ts'
import { rank } from '../../../worker/domain/ranking/rank.ts'
import { rounds } from './rounds.ts'

/** Five villages scored 90, 88, 86, 82, 60, with nothing else to say: first green, last red. */
function scores(...values: number[]): RoundInput {
  const subjects = values.map((_, at) => ({ code: `v${at}`, name: `v${at}`, township: 't' }))
  const entries = values.map((value, at) => ({ subject: `v${at}`, value }))
  return {
    subjects,
    policy: {
      sources: [{ key: 'inspection', kind: 'score', scope: 'county', weight: 1 }],
      ...{ method: 'percentile', minSources: 1, tieBreakers: [] },
      bands: { green: { top: 1 }, red: { bottom: 1 } },
    },
    reports: [{ source: 'inspection', reporter: 'g', entries }],
  }
}

describe('what would have changed the band', () => {
  it('a red village is told the least score with which it would have been yellow', () => {
    expect(nearestChanges(scores(90, 88, 86, 82, 60), 'v4')).toEqual([
      {
        ...{ source: 'inspection', kind: 'score', direction: 'better', value: 60, instead: 83 },
        ...{ band: 'yellow', rank: 4 },
      },
    ])
  })

  it('a tie at the cut-off is in: as many points as the last red one are not enough', () => {
    const [change] = nearestChanges(scores(90, 88, 86, 82, 60), 'v4')
    expect(bandWith(scores(90, 88, 86, 82, 60), 'v4', { source: 'inspection', instead: 82 })).toBe('red')
    expect(change?.instead).toBe(83)
  })

  it('steps are as fine as the scores that were given', () => {
    expect(nearestChanges(scores(90, 88, 86, 82.5, 60), 'v4')[0]?.instead).toBe(82.6)
    expect(nearestChanges(scores(90, 88, 86, 82.25, 60), 'v4')[0]?.instead).toBe(82.26)
  })

  it('a yellow village is told both ways, a green one what it had to spare', () => {
    const ways = (code: string) =>
      nearestChanges(scores(90, 88, 86, 82, 60), code).map(({ direction, instead, band }) => ({
        ...{ direction, instead, band },
      }))
    // With 90 it would share the first place, and a tie at the cut-off is in.
    expect(ways('v2')).toEqual([
      { direction: 'better', instead: 90, band: 'green' },
      { direction: 'worse', instead: 60, band: 'red' },
    ])
    expect(ways('v0')).toEqual([{ direction: 'worse', instead: 87, band: 'yellow' }])
  })

  it('a floor may be what is missing, even beyond the best', () => {
    const input = scores(70, 68, 66, 62, 60)
    const guarded = { ...input.policy, guards: { source: 'inspection', greenAtLeast: 80 } }
    expect(nearestChanges({ ...input, policy: guarded }, 'v0')).toContainEqual(
      expect.objectContaining({ direction: 'better', value: 70, instead: 80, band: 'green', rank: 1 }),
    )
  })

  it('nothing is said of a village that is not ranked, exempt or unknown', () => {
    const input = scores(90, 88, 86)
    const [first, ...rest] = input.subjects
    const exempt = { ...input, subjects: [{ ...first, exempt: true } as never, ...rest] }
    expect(nearestChanges(exempt, 'v0')).toEqual([])
    expect(nearestChanges(input, 'nobody')).toEqual([])
    expect(nearestChanges({ ...input, policy: { ...input.policy, minSources: 2 } }, 'v0')).toEqual([])
  })

  it('is the very first step that changes the colour, whatever the round', () => {
    let asked = 0
    fc.assert(
      fc.property(rounds(), fc.nat(), (input, pick) => {
        const { standings } = rank(input)
        fc.pre(standings.length > 0)
        const own = standings[pick % standings.length] as Standing
        for (const change of nearestChanges(input, own.subject)) {
          asked++
          expect(bandWith(input, own.subject, change)).toBe(change.band)
          expect(change.band).not.toBe(own.band)
          for (const instead of between(change)) {
            expect(bandWith(input, own.subject, { source: change.source, instead })).toBe(own.band)
          }
        }
      }),
      { numRuns: 200 },
    )
    expect(asked).toBeGreaterThan(50)
  })

  it('says nothing only where no value would do', () => {
    fc.assert(
      fc.property(rounds({ guards: false }), fc.nat(), (input, pick) => {
        const { standings } = rank(input)
        fc.pre(standings.length > 0)
        const own = standings[pick % standings.length] as Standing
        fc.pre(own.band === 'red')
        const told = new Set(nearestChanges(input, own.subject).map(({ source }) => source))
        for (const { key, kind } of input.policy.sources) {
          if (told.has(key) || !has(input, key, own.subject)) continue
          // Better than anybody: a score nobody has (up to the hundred of the sheet), the first rank, no problem.
          const instead = kind === 'score' ? 100 : kind === 'rank' ? 1 : 0
          expect(bandWith(input, own.subject, { source: key, instead })).toBe('red')
        }
      }),
      { numRuns: 80 },
    )
  })
})

/** The band with one value replaced, by a ruling's amendment: another way through the engine. */
function bandWith(input: RoundInput, subject: string, { source, instead }: Replaced) {
  const amendments = [...(input.amendments ?? []), { source, subject, value: instead }]
  return rank({ ...input, amendments }).standings.find((standing) => standing.subject === subject)?.band
}

type Replaced = Pick<NearestChange, 'source' | 'instead'>

/** The values nearer than the one that was found, in the steps of the source; of many the first and the last few. */
function between({ kind, value, instead }: NearestChange): number[] {
  const scale = 100
  const [from, to] = [Math.round(value * scale), Math.round(instead * scale)]
  const step = (kind === 'score' ? stepOf(instead, value) : scale) * Math.sign(to - from)
  const steps = Math.round((to - from) / step) - 1
  const first = Array.from({ length: Math.min(steps, 12) }, (_, at) => from + (at + 1) * step)
  const last = Array.from({ length: Math.min(steps, 12) }, (_, at) => to - (at + 1) * step)
  return [...first, ...last].map((at) => at / scale)
}

/** Both are written in the steps of the source: tenths or hundredths where either has them. */
function stepOf(...values: number[]): number {
  if (values.every(Number.isInteger)) return 100
  return values.every((value) => Number(value.toFixed(1)) === value) ? 10 : 1
}

function has({ policy, reports, amendments = [] }: RoundInput, source: string, subject: string): boolean {
  const exposed = policy.sources.find(({ key }) => key === source)?.exposed
  const entry = reports
    .filter((report) => report.source === source)
    .flatMap(({ entries }) => entries)
    .find((one) => one.subject === subject)
  const changed = amendments.filter((one) => one.source === source && one.subject === subject)
  return entry !== undefined && changed.length === 0 && (!exposed || (entry.exposure ?? 0) > 0)
}
