import { expect, test } from 'vitest'
import type { RoundInput } from '../../../schema/api/ranking.ts'
import { readRaters } from '../../../worker/domain/raters/read-round.ts'
import { aCountyWeek, fourVillages, withList } from './made-rounds.ts'

function listOf(input: RoundInput, township: string) {
  const found = readRaters(input).townships.find((one) => one.township === township)
  if (!found) throw new Error(`no list of ${township}`)
  return found
}

test('a list in the order the others give decides nothing against them', () => {
  // a .1875, c .3125, d .6875, b .8125: b is red either way.
  const list = listOf(fourVillages(), 'T')
  expect(list).toMatchObject({ villages: 2, pairs: 1, inverted: 0, agreement: 1, distance: 0 })
  expect(list.othersInstead).toEqual({ own: 0, others: 0, ownReds: 0, otherReds: 0, changes: [] })
})

test('a list turned round spares its own village and makes a red of another township’s', () => {
  // With b first and a last: a .4375, b .5625, c .3125, d .6875, so d is red in place of b.
  const list = listOf(fourVillages({ township: { a: 2, b: 1 } }), 'T')
  expect(list).toMatchObject({ pairs: 1, inverted: 1, agreement: -1 })
  expect(list.othersInstead).toEqual({
    ...{ own: 1, others: 1, ownReds: -1, otherReds: 1 },
    changes: [
      { subject: 'b', band: 'yellow', without: 'red' },
      { subject: 'd', band: 'red', without: 'yellow' },
    ],
  })
})

test('what a list’s order decides is told against all its villages tied', () => {
  // Tied, b and d share .6875 and are both red; the list turned round takes b out.
  const list = listOf(fourVillages({ township: { a: 2, b: 1 } }), 'T')
  expect(list.tiedInstead).toEqual({
    ...{ own: 1, others: 0, ownReds: -1, otherReds: 0 },
    changes: [{ subject: 'b', band: 'yellow', without: 'red' }],
  })
  const tied = listOf(fourVillages({ township: { a: 1, b: 1 } }), 'T')
  expect(tied.tiedInstead.changes).toEqual([])
})

test('a guard keeps looking at the value that was said', () => {
  const guarded = fourVillages({ township: { a: 90, b: 10 } })
  guarded.policy = {
    ...guarded.policy,
    sources: guarded.policy.sources.map((source) =>
      source.key === 'township' ? { ...source, kind: 'score' } : source,
    ),
    guards: { source: 'township', redBelow: 5 },
  }
  // Every score is at least 5, so nobody is red, whatever order takes the list’s place.
  expect(listOf(guarded, 'T').tiedInstead.changes).toEqual([])
})

test('an upheld ruling counts in the bands as it did', () => {
  const turned = fourVillages({ township: { a: 2, b: 1 } })
  const ruled = {
    ...turned,
    amendments: [
      { source: 'township', subject: 'a', value: 1 },
      { source: 'township', subject: 'b', value: 2 },
    ],
  }
  const list = listOf(ruled, 'T')
  expect(list.othersInstead.changes).toEqual([])
  // What was said stays what was said.
  expect(list.inverted).toBe(1)
})

test('hopeless villages last and the rest tied: over the weeks reds move to other townships', () => {
  const weeks = Array.from({ length: 8 }, (_, at) => aCountyWeek(10, 15, at + 1))
  const reds = (told: (week: RoundInput) => RoundInput) => {
    const lists = weeks.map((week) => listOf(told(week), 't5').othersInstead)
    const sum = (of: 'ownReds' | 'otherReds') => lists.reduce((total, list) => total + list[of], 0)
    return { own: sum('ownReds'), others: sum('otherReds') }
  }
  expect(reds((week) => week)).toEqual({ own: 0, others: 0 })
  // The two worst stay last; everybody else shares the first place.
  expect(reds((week) => withList(week, 't5', (rank, of) => (rank > of - 2 ? rank : 1)))).toEqual({
    ...{ own: -5, others: 5 },
  })
})
