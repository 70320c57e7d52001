import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Entry, RoundInput, Source, Standings } from '../../../schema/api/ranking.ts'
import { rank } from '../../../worker/domain/ranking/rank.ts'
import { carry } from '../../../worker/domain/ranking/streaks.ts'
import { rounds } from './rounds.ts'

describe('whatever a round holds', () => {
  it('the order in which things stand does not matter', () => {
    const shuffled = rounds().chain((input) =>
      fc.record({
        input: fc.constant(input),
        other: fc.record({
          ...constants(input),
          subjects: shuffle(input.subjects),
          reports: fc
            .tuple(...input.reports.map(({ entries }) => shuffle(entries)))
            .map((entries) => input.reports.map((report, at) => ({ ...report, entries: entries[at] ?? [] })))
            .chain(shuffle),
        }),
      }),
    )
    fc.assert(
      fc.property(shuffled, ({ input, other }) => {
        expect(rank(other)).toStrictEqual(rank(input))
      }),
    )
  })

  it('names do not matter, but for the listing of those who share a rank', () => {
    const turned = (code: string) => `w${1000 - Number(code.slice(1))}`
    fc.assert(
      fc.property(rounds(), (input) => {
        const renamed = rank(rename(input, turned))
        expect(byName(renamed)).toStrictEqual(byName(renameStandings(rank(input), turned)))
        for (const [at, { subject, rank: place }] of renamed.standings.entries()) {
          const last = renamed.standings[at - 1]
          if (last) expect(last.rank < place || (last.rank === place && last.subject < subject)).toBe(true)
        }
      }),
    )
  })

  /**
   * Better: one subject's own value in one source is better, all else is as it was. Then its position there is no
   * worse and nobody else's is better, so its key only falls past others', and tie-breakers cannot undo that.
   * (Guards are on raw values and streaks on history; the rank is what the report alone moves.)
   */
  it('a better value in a report never costs a rank', () => {
    const better = rounds({ method: 'percentile', guards: false }).chain((input) =>
      fc.record({ input: fc.constant(input), row: fc.nat(), gain: fc.constantFrom(0.05, 1, 3, 100) }),
    )
    fc.assert(
      fc.property(better, ({ input, row, gain }) => {
        const rows = input.reports.flatMap(({ source, entries }) =>
          entries.map((entry) => ({ source, entry })),
        )
        fc.pre(rows.length > 0)
        const { source: key, entry } = rows[row % rows.length] ?? { source: '', entry: undefined }
        const source = input.policy.sources.find((other) => other.key === key)
        fc.pre(source !== undefined && entry !== undefined)
        const unamended = { ...input, amendments: [] }
        const before = place(rank(unamended), entry.subject)
        const after = place(rank(withEntry(unamended, entry, improved(source, entry, gain))), entry.subject)
        expect(after === undefined).toBe(before === undefined)
        if (before && after) {
          expect(after.rank).toBeLessThanOrEqual(before.rank)
          expect(after.key).toBeLessThanOrEqual(before.key)
        }
      }),
      { numRuns: 500 },
    )
  })

  it('bands follow the ranks: green, then yellow, then red, and a tie is never split', () => {
    fc.assert(
      fc.property(rounds({ guards: false }), (input) => {
        const { standings } = rank(input)
        const colours = standings.map(({ band }) => ['green', 'yellow', 'red'].indexOf(band))
        expect(colours).toEqual(colours.toSorted())
        standings.forEach(({ rank: place, band }, at) => {
          const last = standings[at - 1]
          if (last?.rank === place) expect(band).toBe(last.band)
        })
      }),
    )
  })

  it('ranks are 1, 2, 2, 4: one more than how many are ahead', () => {
    fc.assert(
      fc.property(rounds(), (input) => {
        const { standings } = rank(input)
        for (const { rank: place } of standings) {
          expect(place).toBe(1 + standings.filter((other) => other.rank < place).length)
        }
      }),
    )
  })

  it('what is carried stands for the history before', () => {
    fc.assert(
      fc.property(rounds(), fc.nat(4), (input, cut) => {
        const history = input.history ?? []
        const carried = carry({}, ...history.slice(0, cut))
        expect(rank({ ...input, carried, history: history.slice(cut) })).toStrictEqual(rank(input))
      }),
    )
  })

  it('an amendment is as good as a report that said so, and taking away as good as never saying', () => {
    fc.assert(
      fc.property(rounds(), fc.nat(), fc.boolean(), (round, row, away) => {
        const input = { ...round, amendments: [] }
        const rows = input.reports.flatMap(({ source, entries }) =>
          entries.map((entry) => ({ source, entry })),
        )
        fc.pre(rows.length > 0)
        const { source, entry } = rows[row % rows.length] ?? { source: '', entry: undefined }
        fc.pre(entry !== undefined)
        const said = away ? undefined : { ...entry, value: entry.value + 1 }
        const amendment = { source, subject: entry.subject, value: said?.value ?? null }
        expect(rank({ ...input, amendments: [amendment] })).toStrictEqual(rank(withEntry(input, entry, said)))
      }),
    )
  })
})

const shuffle = <Item>(items: readonly Item[]) =>
  fc.shuffledSubarray([...items], { minLength: items.length, maxLength: items.length })

const constants = ({ policy, amendments = [], history = [] }: RoundInput) => ({
  policy: fc.constant(policy),
  amendments: fc.constant(amendments),
  history: fc.constant(history),
})

function withEntry(input: RoundInput, entry: Entry, other: Entry | undefined): RoundInput {
  const replaced = (entries: Entry[]) => entries.flatMap((one) => (one === entry ? (other ?? []) : one))
  return {
    ...input,
    reports: input.reports.map((report) => ({ ...report, entries: replaced(report.entries) })),
  }
}

function improved({ kind }: Source, entry: Entry, gain: number): Entry {
  if (kind === 'score') return { ...entry, value: entry.value + gain }
  return { ...entry, value: Math.max(0, entry.value - gain) }
}

function place({ standings }: Standings, subject: string) {
  return standings.find((standing) => standing.subject === subject)
}

function byName({ bandsClamped, unranked, standings }: Standings) {
  const order = (a: { subject: string }, b: { subject: string }) => (a.subject < b.subject ? -1 : 1)
  return { bandsClamped, unranked: unranked.toSorted(order), standings: standings.toSorted(order) }
}

function renameStandings({ bandsClamped, unranked, standings }: Standings, turned: (code: string) => string) {
  return {
    bandsClamped,
    unranked: unranked.map((one) => ({ ...one, subject: turned(one.subject) })),
    standings: standings.map((one) => ({ ...one, subject: turned(one.subject) })),
  }
}

function rename(input: RoundInput, turned: (code: string) => string): RoundInput {
  return {
    ...input,
    subjects: input.subjects.map((subject) => ({ ...subject, code: turned(subject.code), name: 'renamed' })),
    reports: input.reports.map((report) => ({
      ...report,
      entries: report.entries.map((entry) => ({ ...entry, subject: turned(entry.subject) })),
    })),
    amendments: (input.amendments ?? []).map((one) => ({ ...one, subject: turned(one.subject) })),
    history: (input.history ?? []).map((round) =>
      Object.fromEntries(Object.entries(round).map(([code, band]) => [turned(code), band])),
    ),
  }
}
