import { describe, expect, test } from 'vitest'
import type { Policy, Source } from '../../../schema/api/ranking.ts'
import { type BurdenInput, burdenOf } from '../../../worker/domain/burden/burden.ts'
import { threeColourTemplate } from '../../../worker/domain/ranking/template.ts'

type Board = BurdenInput['boards'][number]
const friday = { every: 'week', closesOn: 'friday', closesAt: '18:00' } as const
const board = (more: Partial<Board> = {}): Board => ({
  ...{ id: 'b', name: '三色榜', subject: 'village', owner: '620423', cadence: friday },
  ...{ policy: threeColourTemplate, active: true },
  ...more,
})
const policyOf = (...sources: Source[]): Policy => ({ ...threeColourTemplate, sources })
const ranks: Source = { key: 'township', kind: 'rank', scope: 'township', weight: 1 }
const scores: Source = { key: 'inspection', kind: 'score', scope: 'rater', weight: 2 }
const derived: Source = { ...scores, key: 'visits', derivedFrom: 'inspections', sheet: 's' }
const measured = (boards: Board[], more: Partial<BurdenInput> = {}) =>
  burdenOf({
    ...{ boards, subjects: new Map(boards.map(({ id }) => [id, 150])) },
    sheets: new Map([['s', { items: 12, photosRequired: 0 }]]),
    ...more,
  })

describe('what a county asks of a village in a week', () => {
  test('by the template: its rank, its score, and the drone’s count with what it covers; no photo', () => {
    const { perVillage, perWeek, waste } = measured([board()])
    expect(perVillage).toMatchObject({ fields: 4, photos: 0 })
    expect(perVillage.by.township.fields).toBe(1)
    expect(perVillage.by.inspector.fields).toBe(1)
    expect(perVillage.by.county_team.fields).toBe(2)
    expect(perWeek.township.fields).toBe(150)
    expect(waste).toEqual([])
  })

  test('is seven times as much day by day, and a quarter month by month', () => {
    const every = (cadence: Board['cadence']) =>
      measured([board({ cadence, policy: policyOf(ranks) })]).perVillage.fields
    expect(every({ every: 'day', closesAt: '18:00' })).toBe(7)
    expect(every(friday)).toBe(1)
    expect(every({ every: 'month', closesOn: 1, closesAt: '18:00' })).toBeCloseTo(12 / 52)
  })

  test('leaves out boards that are retired or of others than villages', () => {
    const grids = board({ id: 'g', subject: 'grid' })
    const { perVillage, asks } = measured([board({ active: false }), grids])
    expect(perVillage.fields).toBe(0)
    expect(asks).toHaveLength(3)
  })

  test('counts nothing for what the system derives, but the inspectors’ sheet behind it', () => {
    const late: Source = { ...ranks, key: 'late', kind: 'count', derivedFrom: 'openOverdue' }
    const { perVillage } = measured([board({ policy: policyOf(derived, late) })])
    expect(perVillage.by).toMatchObject({ township: { fields: 0 }, inspector: { fields: 12, photos: 0 } })
  })

  test('counts photos only where a sheet requires them', () => {
    const sheets = new Map([['s', { items: 3, photosRequired: 2 }]])
    expect(measured([board({ policy: policyOf(derived) })], { sheets }).perVillage.photos).toBe(2)
  })
})

describe('what could be cut', () => {
  test('stands in the order of what it costs', () => {
    const { asks } = measured([board({ policy: policyOf(ranks, derived) })])
    expect(asks.map(({ source }) => source)).toEqual(['visits', 'township'])
  })

  test('is the same figure asked of the same people for two boards', () => {
    const { waste } = measured([
      board({ policy: policyOf(ranks) }),
      board({ id: 'c', name: '月榜', policy: policyOf(ranks) }),
    ])
    expect(waste).toEqual([
      { kind: 'twice', of: 'township', boards: ['三色榜', '月榜'], sources: ['township', 'township'] },
    ])
  })

  test('is not two boards of different owners', () => {
    const own = board({ id: 'c', owner: '620423100', policy: policyOf(ranks) })
    expect(measured([board({ policy: policyOf(ranks) }), own]).waste).toEqual([])
  })

  test('is a score that is typed though the inspections give it, and a source that counts nothing', () => {
    const idle: Source = { ...ranks, weight: 0 }
    const { waste } = measured([board({ policy: policyOf(scores, derived, idle) })])
    expect(waste.map(({ kind, sources }) => [kind, ...sources])).toEqual([
      ['derived_too', 'inspection', 'visits'],
      ['weightless', 'township'],
    ])
  })
})
