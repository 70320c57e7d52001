import { describe, expect, it } from 'vitest'
import type { DrawInput } from '../../../schema/api/visits.ts'
import { chanceFrom } from '../../../worker/domain/inspections/chance.ts'
import { type Drawn, draw } from '../../../worker/domain/inspections/draw.ts'

const townships = ['t1', 't2', 't3', 't4', 't5']
const subjects = Array.from({ length: 60 }, (_, n) => ({
  id: `v${String(n).padStart(2, '0')}`,
  township: townships[n % 5] ?? '',
  seen: null,
  by: null,
}))
const groups = townships.map((township, n) => ({ id: `g${n + 1}`, covers: [township] }))
const anywhere: DrawInput = {
  ...{ seed: 'seed of the first week', anchors: 0.1, perUnit: null, reach: 'anywhere' },
  ...{ units: groups, subjects },
}
const visitsOf = ({ visits }: Drawn, purpose: string) => visits.filter((visit) => visit.purpose === purpose)
const loads = (drawn: Drawn) =>
  groups.map(({ id }) => visitsOf(drawn, 'rotation').filter(({ unit }) => unit === id).length)
const townshipOf = (id: string) => subjects.find((subject) => subject.id === id)?.township

describe('a draw', () => {
  it('sends one group to every village and shares them out evenly', () => {
    const drawn = draw(anywhere)
    expect(
      visitsOf(drawn, 'rotation')
        .map(({ subject }) => subject)
        .sort(),
    ).toEqual(subjects.map(({ id }) => id))
    expect(loads(drawn)).toEqual([12, 12, 12, 12, 12])
    expect(drawn.left).toEqual([])
  })

  it('is the same for the same seed, however groups and villages are listed', () => {
    const turned = { ...anywhere, units: groups.toReversed(), subjects: subjects.toReversed() }
    expect(draw(turned)).toEqual(draw(anywhere))
  })

  it('is another for another seed', () => {
    expect(draw({ ...anywhere, seed: 'seed of the second week' })).not.toEqual(draw(anywhere))
  })

  it('has a tenth seen by a second group, spread over the groups', () => {
    const drawn = draw(anywhere)
    const second = visitsOf(drawn, 'anchor')
    expect(second).toHaveLength(6)
    for (const { subject, unit } of second) {
      const first = visitsOf(drawn, 'rotation').find((visit) => visit.subject === subject)
      expect(first?.unit).not.toBe(unit)
    }
    expect(new Set(second.map(({ subject }) => subject)).size).toBe(6)
    const each = groups.map(({ id }) => second.filter(({ unit }) => unit === id).length)
    expect(Math.max(...each) - Math.min(...each)).toBeLessThanOrEqual(1)
  })

  it('of a single group has no anchors', () => {
    expect(visitsOf(draw({ ...anywhere, units: groups.slice(0, 1) }), 'anchor')).toEqual([])
  })

  it('sends no group to what it covers where that is barred, anchors included', () => {
    for (let week = 0; week < 20; week++) {
      const drawn = draw({ ...anywhere, reach: 'elsewhere', seed: `week ${week}`, anchors: 0.3 })
      for (const { subject, unit } of drawn.visits) expect(`g${townshipOf(subject)?.slice(1)}`).not.toBe(unit)
      expect(drawn.left).toEqual([])
      expect(Math.max(...loads(drawn)) - Math.min(...loads(drawn))).toBeLessThanOrEqual(1)
    }
  })

  it('keeps groups to what they cover where that is asked', () => {
    const drawn = draw({ ...anywhere, reach: 'covered' })
    for (const { subject, unit } of drawn.visits) expect(`g${townshipOf(subject)?.slice(1)}`).toBe(unit)
    expect(visitsOf(drawn, 'anchor')).toEqual([])
  })

  it('leaves over whom nobody may visit', () => {
    const drawn = draw({ ...anywhere, reach: 'covered', units: groups.slice(0, 4) })
    expect(drawn.left).toEqual(subjects.filter(({ township }) => township === 't5').map(({ id }) => id))
  })

  it('makes room by moving another where only one group may come', () => {
    // Only g1 may go to a; b went to g1 first.
    const units = [
      { id: 'g1', covers: [] },
      { id: 'g2', covers: ['a'] },
    ]
    const places = ['a', 'b'].map((id) => ({ id, township: 't', seen: null, by: null }))
    for (let week = 0; week < 20; week++) {
      const drawn = draw({
        ...anywhere,
        units,
        subjects: places,
        reach: 'elsewhere',
        perUnit: 1,
        seed: `${week}`,
        anchors: 0,
      })
      expect(drawn.left).toEqual([])
      expect(drawn.visits.find(({ subject }) => subject === 'a')?.unit).toBe('g1')
    }
  })
})

describe('week after week', () => {
  it('sees every village before any a second time, and rather by another group', () => {
    let seen: DrawInput['subjects'] = subjects
    const visits = new Map<string, number>()
    let again = 0
    for (let week = 1; week <= 8; week++) {
      const drawn = draw({ ...anywhere, subjects: seen, perUnit: 3, seed: `week ${week}` })
      const rotation = visitsOf(drawn, 'rotation')
      expect(loads(drawn)).toEqual([3, 3, 3, 3, 3])
      again += rotation.filter(
        (visit) => seen.find(({ id }) => id === visit.subject)?.by === visit.unit,
      ).length
      for (const { subject } of rotation) visits.set(subject, (visits.get(subject) ?? 0) + 1)
      const by = new Map(rotation.map(({ subject, unit }) => [subject, unit]))
      seen = seen.map((one) =>
        by.has(one.id) ? { ...one, seen: `2026-W0${week}`, by: by.get(one.id) ?? null } : one,
      )
      const counts = subjects.map(({ id }) => visits.get(id) ?? 0)
      expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(1)
    }
    // Sixty second visits; by blind chance a fifth of them would meet the same group.
    expect(again).toBeLessThanOrEqual(6)
  })
})

describe('chance', () => {
  it('is fair enough: every place comes out about as often', () => {
    const luck = chanceFrom('a thousand throws')
    const counts = new Array<number>(7).fill(0)
    for (let n = 0; n < 7000; n++) {
      const face = luck.below(7)
      counts[face] = (counts[face] ?? 0) + 1
    }
    // Six standard deviations of a fair die.
    for (const count of counts) expect(Math.abs(count - 1000)).toBeLessThan(6 * 30)
  })

  it('draws the same in every engine', () => {
    expect(chanceFrom('2026').shuffled([1, 2, 3, 4, 5, 6, 7, 8])).toMatchInlineSnapshot(`
      [
        5,
        6,
        4,
        2,
        7,
        3,
        8,
        1,
      ]
    `)
  })
})
