import { expect, test } from 'vitest'
import type { Stage } from '../../../schema/api/consequences.ts'
import { banners, type CommendedRound } from '../../../worker/domain/consequences/banners.ts'
import { endOf } from '../../../worker/domain/consequences/due-on.ts'
import { settle } from '../../../worker/domain/consequences/settle.ts'
import { moves, moveTo, type Staged, stages } from '../../../worker/domain/consequences/stages.ts'

const at = (stage: Stage, more: Partial<Staged> = {}): Staged => ({
  ...{ stage, followUpOn: null, cancelledByHand: false },
  ...more,
})

test('every way across the board is a move that may be taken from there, and there are no others', () => {
  const ways = stages.flatMap((from) =>
    stages.flatMap((to) => {
      const move = moveTo(at(from), to)
      return move ? [`${from} ${to} ${move}`] : []
    }),
  )
  expect(ways).toEqual([
    'proposed scheduled schedule',
    'proposed held record',
    'proposed cancelled cancel',
    'scheduled proposed unschedule',
    'scheduled held record',
    'scheduled cancelled cancel',
    'held follow_up follow_up',
    'held done complete',
    'follow_up held end_follow_up',
    'follow_up done complete',
    'done held reopen',
  ])
  for (const way of ways) {
    const [from, , move] = way.split(' ') as [Stage, Stage, keyof typeof moves]
    expect(moves[move], way).toContain(from)
  }
})

test('what was done goes back to where it came from; what a correction cancelled is not called back', () => {
  const watched = at('done', { followUpOn: '2026-12-02' })
  expect(moveTo(watched, 'follow_up')).toBe('reopen')
  expect(moveTo(watched, 'held')).toBeUndefined()
  expect(moveTo(at('cancelled', { cancelledByHand: true }), 'proposed')).toBe('restore')
  expect(moveTo(at('cancelled'), 'proposed')).toBeUndefined()
  expect(stages.filter((to) => moveTo(at('paused'), to))).toEqual([])
})

const proposal = (...subjects: string[]) => [
  {
    ...{ rule: 0, key: 'east', kind: 'interview' as const, band: 'red' as const, township: 'east' },
    subjects,
  },
]

test('a correction leaves alone what somebody cancelled, until its band is gone for good', () => {
  const cancelled = {
    ...{ id: 'x', rule: 0, key: 'east', state: 'cancelled' as const, subjects: ['a', 'b'] },
    ...{ reason: '合并约谈', byHand: true },
  }
  const nobody = new Set<string>()
  expect(settle([cancelled], proposal('a', 'b'), proposal('a', 'b'), nobody)).toEqual([])
  expect(settle([cancelled], proposal('a', 'b'), proposal('b'), nobody)).toEqual([
    { id: 'x', from: 'cancelled', state: 'cancelled', subjects: ['b'], lost: false },
  ])
  expect(settle([cancelled], proposal('a', 'b'), [], nobody)).toMatchObject([
    { state: 'cancelled', lost: true },
  ])
})

const week = (no: number, ...commended: string[]): CommendedRound => ({
  ...{ id: `r${no}`, no, publishedAt: `2026-0${no}-06T10:00:00.000Z` },
  commended: new Map(commended.map((subject) => [subject, `${subject}${no}`])),
})

test('the banner is held since the first unbroken round, and passed on when a round leaves somebody out', () => {
  const { holdings, passings } = banners([
    week(4, 'a', 'b', 'd'),
    week(3, 'a', 'b'),
    week(2, 'b', 'c'),
    week(1, 'a', 'b'),
  ])
  expect(
    holdings.map(({ subject, consequence, since, rounds, earlier }) => [
      subject,
      consequence,
      since.no,
      rounds,
      earlier,
    ]),
  ).toEqual([
    ['b', 'b4', 1, 4, true],
    ['a', 'a4', 3, 2, false],
    ['d', 'd4', 4, 1, false],
  ])
  expect(passings.map(({ no, gained, lost }) => [no, gained, lost])).toEqual([
    [4, ['d'], []],
    [3, ['a'], ['c']],
    [2, ['c'], ['a']],
  ])
  expect(banners([])).toEqual({ holdings: [], passings: [] })
})

test('a day is over at midnight in Shanghai', () => {
  expect(new Date(endOf('2026-03-01')).toISOString()).toBe('2026-03-01T16:00:00.000Z')
})
