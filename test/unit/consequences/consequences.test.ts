import { expect, test } from 'vitest'
import type { Band, ConsequenceRule, Standings } from '../../../schema/api/ranking.ts'
import { dayOf, dueOn } from '../../../worker/domain/consequences/due-on.ts'
import { freezePosts, placesOf } from '../../../worker/domain/consequences/posts.ts'
import { propose } from '../../../worker/domain/consequences/propose.ts'
import { countSettled, type StandingAction, settle } from '../../../worker/domain/consequences/settle.ts'
import { successions } from '../../../worker/domain/consequences/successions.ts'

const roster = [
  { id: 'a', name: '甲村', township: 'east', townshipName: '东镇' },
  { id: 'b', name: '乙村', township: 'east', townshipName: '东镇' },
  { id: 'c', name: '丙村', township: 'west', townshipName: '西乡' },
]
const interview: ConsequenceRule = {
  ...{ band: 'red', streakAtLeast: 1, kind: 'interview', targets: ['village_head'], dueInDays: 3 },
}
const escalation: ConsequenceRule = {
  ...interview,
  ...{ streakAtLeast: 2, targets: ['deputy_lead', 'top_lead'], groupBy: 'township' },
}
const rules = [interview, escalation]

function standings(...places: [string, Band, number][]): Standings {
  return {
    ...{ bandsClamped: false, unranked: [] },
    standings: places.map(([subject, band, streak], at) => ({
      ...{ subject, band, streak, rank: at + 1, key: at, borderline: false },
    })),
  }
}

test('each rule proposes an action per subject, or per township with its subjects by rank', () => {
  const proposals = propose(standings(['c', 'yellow', 4], ['b', 'red', 2], ['a', 'red', 3]), rules, roster)
  expect(proposals.map(({ rule, key, subjects }) => ({ rule, key, subjects }))).toEqual([
    { rule: 0, key: 'b', subjects: ['b'] },
    { rule: 0, key: 'a', subjects: ['a'] },
    { rule: 1, key: 'east', subjects: ['b', 'a'] },
  ])
})

test('a streak too short, another band and no rules propose nothing', () => {
  expect(propose(standings(['a', 'red', 1]), [escalation], roster)).toEqual([])
  expect(propose(standings(['a', 'green', 5]), rules, roster)).toEqual([])
  expect(propose(standings(['a', 'red', 5]), [], roster)).toEqual([])
})

const both = propose(standings(['a', 'red', 2], ['b', 'red', 2]), [escalation], roster)
const onlyB = propose(standings(['a', 'yellow', 1], ['b', 'red', 2]), [escalation], roster)
const nobody = propose(standings(['a', 'green', 1]), [escalation], roster)
const action = (change: Partial<StandingAction> = {}): StandingAction => ({
  ...{ id: 'x', rule: 0, key: 'east', state: 'proposed', subjects: ['a', 'b'], reason: null },
  ...change,
})

test.each([
  ['one of two subjects leaves', action(), onlyB, [], { state: 'proposed', subjects: ['b'], lost: false }],
  ['all leave', action(), nobody, [], { state: 'cancelled', subjects: ['a', 'b'], lost: true }],
  ['a paused one loses all', action({ state: 'paused' }), nobody, ['a'], { state: 'cancelled' }],
  ['a cancelled one gets its band back', action({ state: 'cancelled' }), both, [], { state: 'proposed' }],
  ['back, with an objection pending', action({ state: 'cancelled' }), both, ['b'], { state: 'paused' }],
  ['the objection is ruled on', action({ state: 'paused' }), both, [], { state: 'proposed' }],
  [
    'a recorded one loses its band',
    action({ state: 'recorded' }),
    nobody,
    [],
    { state: 'recorded', lost: true },
  ],
  [
    'a recorded one gets it back',
    action({ state: 'recorded', reason: '更正' }),
    both,
    [],
    { state: 'recorded', lost: false },
  ],
])('settling: %s', (_, was, now, pending, expected) => {
  expect(settle([was], both, now, new Set(pending))).toEqual([expect.objectContaining(expected)])
})

test.each([
  ['nothing moved', action(), both],
  ['it was cancelled and stays so', action({ state: 'cancelled' }), nobody],
  ['its loss is noted on the record already', action({ state: 'recorded', reason: '更正' }), nobody],
])('settling leaves an action alone where %s', (_, was, now) => {
  expect(settle([was], both, now, new Set())).toEqual([])
})

test('a subject that only a correction made red joins no action', () => {
  const [settled] = settle([action({ subjects: ['b'] })], onlyB, both, new Set())
  expect(settled).toBeUndefined()
})

test('a correction counts what it cancels and what it calls back', () => {
  const cancelled = settle([action()], both, nobody, new Set())
  const back = settle([action({ state: 'cancelled' })], both, both, new Set())
  expect(countSettled([...cancelled, ...back])).toEqual({ created: 1, cancelled: 1 })
})

test('township leaders are looked for once in the township, village posts in every village', () => {
  const [proposal] = both
  if (!proposal) throw new Error('no proposal')
  const itself = (id: string) => ({ area: id, areaName: id })
  const east = () => ({ area: 'east', areaName: '东镇' })
  const places = placesOf(proposal, ['top_lead', 'village_head'], itself, east)
  expect(places.map(({ post, area }) => `${post} ${area}`)).toEqual([
    'top_lead east',
    'village_head a',
    'village_head b',
  ])
})

test('whoever held the post on the day is frozen, first and last day included; nobody is null', () => {
  const place = { post: 'village_head', area: 'a', areaName: '甲村' } as const
  const held = (holder: string, startsOn: string, endsOn: string | null) => ({
    ...{ area: 'a', post: 'village_head' as const, holder, startsOn, endsOn },
  })
  const holdings = [
    held('前任', '2024-01-01', '2026-03-05'),
    held('现任', '2026-03-06', null),
    held('将任', '2026-04-01', null),
  ]
  const on = (day: string) => freezePosts([place], holdings, day).map(({ holder }) => holder)
  expect(on('2026-03-05')).toEqual(['前任'])
  expect(on('2026-03-06')).toEqual(['现任'])
  expect(on('2026-04-01')).toEqual(['现任', '将任'])
  expect(on('2023-12-31')).toEqual([null])
})

test('days are counted in Shanghai', () => {
  expect(dayOf(new Date('2026-03-06T15:59:59Z'))).toBe('2026-03-06')
  expect(dayOf(new Date('2026-03-06T16:00:00Z'))).toBe('2026-03-07')
  expect(dueOn(new Date('2026-02-27T16:00:00Z'), 3)).toBe('2026-03-03')
  expect(dueOn(new Date('2026-02-27T16:00:00Z'), 10_000_000)).toBe('9999-12-31')
})

test('a list of holders ends those it replaces, keeps those it names, and leaves other posts alone', () => {
  const head = { area: 'a', post: 'village_head' as const }
  const held = [
    { ...head, id: '1', holder: '旧任', startsOn: '2025-01-01', endsOn: null },
    { ...head, id: '2', holder: '留任', startsOn: '2025-01-01', endsOn: null },
    { ...head, id: '3', holder: '早退', startsOn: '2024-01-01', endsOn: '2024-06-30' },
    { ...head, id: '4', area: 'b', holder: '别村', startsOn: '2025-01-01', endsOn: null },
  ]
  const list = ['新任', '留任'].map((holder) => ({ ...head, holder, startsOn: '2026-03-01', endsOn: null }))
  const { added, ended } = successions(list, held)
  expect(added.map(({ holder }) => holder)).toEqual(['新任'])
  expect(ended).toEqual([{ id: '1', endsOn: '2026-02-28' }])
})
