import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import type { RoundInput } from '../../../schema/api/ranking.ts'
import { anchorsOf } from '../../../worker/domain/raters/anchors.ts'
import { opinionsOf } from '../../../worker/domain/raters/opinions.ts'
import { questionsOf } from '../../../worker/domain/raters/questions.ts'
import { readRaters } from '../../../worker/domain/raters/read-round.ts'
import { rounds } from '../ranking/rounds.ts'
import { aCountyWeek, twoGroups, withList } from './made-rounds.ts'

const asked = (input: RoundInput) => questionsOf(readRaters(input))
const about = (input: RoundInput, reporter: string) =>
  asked(input).filter((question) => question.reporter === reporter)

/** Every score of one group moved by some points. */
function shifted(
  input: RoundInput,
  reporter: string,
  change: (value: number, at: number) => number,
): RoundInput {
  const reports = input.reports.map((report) =>
    report.reporter === reporter
      ? {
          ...report,
          entries: report.entries.map((entry, at) => ({ ...entry, value: change(entry.value, at) })),
        }
      : report,
  )
  return { ...input, reports }
}

describe('of a county’s week', () => {
  const week = aCountyWeek(8, 12, 3)

  it('an ordinary group is asked nothing, one that scores six points lower whether it is severe', () => {
    expect(about(week, 'group-t3')).toEqual([])
    const [question, ...more] = about(
      shifted(week, 'group-t3', (value) => value - 6),
      'group-t3',
    )
    expect(more).toEqual([])
    expect(question).toMatchObject({ code: 'severe', source: 'inspection', figures: { n: 12 } })
    expect(question?.figures.points).toBeGreaterThan(10)
    expect(question?.villages).toHaveLength(6)
    const inT3 = week.subjects.filter(({ township }) => township === 't3').map(({ code }) => code)
    expect(inT3).toEqual(expect.arrayContaining(question?.villages ?? []))
  })

  it('higher scores ask whether it is lenient', () => {
    const codes = about(
      shifted(week, 'group-t3', (value) => value + 8),
      'group-t3',
    ).map(({ code }) => code)
    expect(codes).toEqual(['lenient'])
  })

  it('one score for nearly everybody asks what tells them apart', () => {
    const codes = about(
      shifted(week, 'group-t3', (value, at) => (at < 9 ? 84 : value)),
      'group-t3',
    )
    expect(codes.find(({ code }) => code === 'tied')?.figures).toEqual({ tied: 9, of: 12 })
  })

  it('scores just above a bound are asked about, with those villages', () => {
    const guarded = {
      ...week,
      policy: { ...week.policy, guards: { source: 'inspection', greenAtLeast: 80 } },
    }
    const heaped = shifted(guarded, 'group-t3', (_, at) => (at < 6 ? 80 + at / 10 : 95))
    const [question] = about(heaped, 'group-t3').filter(({ code }) => code === 'heaped')
    expect(question?.figures).toEqual({ cut: 80, width: 2, above: 6, below: 0, next: 0 })
    expect(question?.villages).toHaveLength(6)
  })

  it('a list turned round is asked why, and about the reds it spares', () => {
    const larger = aCountyWeek(10, 15, 1)
    const turned = withList(larger, 't5', (rank, of) => of + 1 - rank)
    const questions = about(turned, 't5')
    expect(questions.map(({ code }) => code)).toEqual(['opposed', 'reds_moved'])
    const [, reds] = questions
    expect(reds?.figures.own).toBeGreaterThanOrEqual(2)
    expect(reds?.villages.length).toBe(Math.min(6, reds?.figures.own ?? 0))
    expect(about(larger, 't5')).toEqual([])
  })
})

test('two groups are compared by villages both have judged, in different rounds', () => {
  // Round one: first group scores a, b; round two: the groups have changed places, the truth has not.
  const one = twoGroups({ a: 60, b: 70, c: 90, d: 80 })
  const scores = { a: 90, b: 80, c: 60, d: 70 }
  const two = twoGroups(scores)
  for (const report of two.reports) {
    if (report.reporter === 'first') report.reporter = 'moved'
    else if (report.reporter === 'second') report.reporter = 'first'
  }
  for (const report of two.reports) if (report.reporter === 'moved') report.reporter = 'second'
  const anchors = anchorsOf([opinionsOf(one), opinionsOf(two)])
  // Places: a .875 by the first and .125 by the second; b .625 and .375; c .125 and .875; d .375 and .625.
  expect(anchors).toEqual([
    { source: 'inspection', reporter: 'first', villages: 4, difference: 50 },
    { source: 'inspection', reporter: 'second', villages: 4, difference: -50 },
  ])
  expect(anchorsOf([opinionsOf(one)])).toEqual([])
})

describe('whatever a round holds', () => {
  it('figures are in their bounds and reports tell the same in any order', () => {
    fc.assert(
      fc.property(rounds(), (input) => {
        const { reporters, townships } = readRaters(input)
        for (const { severity, compared, entries, tied, least, most, mean } of reporters) {
          expect(Math.abs(severity ?? 0)).toBeLessThanOrEqual(100)
          expect(compared).toBeLessThanOrEqual(entries)
          expect(tied).toBeLessThanOrEqual(entries)
          expect(mean).toBeGreaterThanOrEqual(least - 1e-9)
          expect(mean).toBeLessThanOrEqual(most + 1e-9)
        }
        for (const { agreement, inverted, pairs, tiedInstead, othersInstead } of townships) {
          expect(Math.abs(agreement ?? 0)).toBeLessThanOrEqual(1)
          expect(inverted).toBeLessThanOrEqual(pairs)
          for (const { own, others, changes } of [tiedInstead, othersInstead])
            expect(own + others).toBe(changes.length)
        }
        const backwards = readRaters({ ...input, reports: input.reports.toReversed() })
        const sorted = (list: typeof townships) =>
          list.toSorted((a, b) => (`${a.source} ${a.township}` < `${b.source} ${b.township}` ? -1 : 1))
        expect(sorted(backwards.townships)).toEqual(sorted(townships))
      }),
    )
  })

  it('a list that ties all its villages decides no band', () => {
    fc.assert(
      fc.property(rounds(), (input) => {
        const tied: RoundInput = {
          ...input,
          amendments: [],
          reports: input.reports.map((report) => ({
            ...report,
            entries: report.entries.map((entry) => ({
              ...entry,
              value: 1,
              ...(entry.exposure === undefined ? {} : { exposure: 1 }),
            })),
          })),
        }
        for (const { tiedInstead } of readRaters(tied).townships) expect(tiedInstead.changes).toEqual([])
      }),
    )
  })
})
