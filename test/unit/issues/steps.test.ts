import { describe, expect, test } from 'vitest'
import { type IssueState, issueStates, StepKind } from '../../../schema/api/issues.ts'
import type { Member } from '../../../worker/domain/access/can.ts'
import { isOwnWork, reaches, stepsOf } from '../../../worker/domain/issues/reach.ts'
import { counted, isSettled } from '../../../worker/domain/issues/states.ts'
import { detailsOf, needsNote, stepErrors } from '../../../worker/domain/issues/step-errors.ts'
import { next, verbOf } from '../../../worker/domain/issues/steps.ts'

/** Every move there is; what is not in it is refused. `*` needs a deferral to rule on. */
const moves: Record<IssueState, Partial<Record<StepKind, IssueState>>> = {
  found: { assigned: 'assigned', rejected: 'rejected', joined: 'duplicate', noted: 'found' },
  assigned: {
    ...{ transferred: 'assigned', started: 'rectifying', rectified: 'rectified', deferral_asked: 'assigned' },
    ...{ rejected: 'rejected', joined: 'duplicate', noted: 'assigned' },
  },
  rectifying: {
    ...{ transferred: 'assigned', rectified: 'rectified', deferral_asked: 'rectifying' },
    ...{ rejected: 'rejected', joined: 'duplicate', noted: 'rectifying' },
  },
  returned: {
    ...{ transferred: 'assigned', started: 'rectifying', rectified: 'rectified', deferral_asked: 'returned' },
    ...{ rejected: 'rejected', joined: 'duplicate', noted: 'returned' },
  },
  deferred: {
    ...{ transferred: 'assigned', started: 'rectifying', rectified: 'rectified', deferral_asked: 'deferred' },
    ...{ rejected: 'rejected', joined: 'duplicate', noted: 'deferred' },
  },
  rectified: { returned: 'returned', closed: 'closed', noted: 'rectified' },
  closed: { reopened: 'assigned', revisited: 'closed', noted: 'closed' },
  rejected: { reopened: 'assigned', noted: 'rejected' },
  duplicate: { reopened: 'assigned', noted: 'duplicate' },
}
const everyMove = issueStates.flatMap((state) => StepKind.options.map((kind) => [state, kind] as const))

test.each(everyMove)('from %s, %s', (state, kind) => {
  const led = { state, led: true, deferralAsked: false }
  expect(next(led, kind)).toBe(moves[state][kind])
})

test('only what was asked for is put off or refused, and it is asked for once', () => {
  for (const state of ['assigned', 'rectifying', 'returned', 'deferred'] as const) {
    const asked = { state, led: true, deferralAsked: true }
    expect(next(asked, 'deferred')).toBe('deferred')
    expect(next(asked, 'deferral_refused')).toBe(state)
    expect(next(asked, 'deferral_asked')).toBeUndefined()
    expect(next({ ...asked, deferralAsked: false }, 'deferred')).toBeUndefined()
  }
  expect(next({ state: 'closed', led: true, deferralAsked: true }, 'deferred')).toBeUndefined()
})

test('what nobody leads is found again; a revisit in vain puts it back to work', () => {
  const closed = { state: 'closed', led: false, deferralAsked: false } as const
  expect(next(closed, 'reopened')).toBe('found')
  expect(next(closed, 'revisited', true)).toBe('closed')
  expect(next(closed, 'revisited', false)).toBe('found')
  expect(next({ ...closed, led: true }, 'revisited', false)).toBe('assigned')
  expect(next({ ...closed, state: 'rectified' }, 'revisited', false)).toBeUndefined()
})

test('the type is apart from the label', () => {
  expect(issueStates.filter(isSettled)).toEqual(['closed', 'rejected', 'duplicate'])
  expect(counted({ state: 'assigned', overdueAt: null })).toEqual({ open: 1, overdue: 0, awaiting: 0 })
  expect(counted({ state: 'assigned', overdueAt: 'x' })).toEqual({ open: 1, overdue: 1, awaiting: 0 })
  expect(counted({ state: 'rectified', overdueAt: 'x' })).toEqual({ open: 1, overdue: 0, awaiting: 1 })
  expect(counted({ state: 'closed', overdueAt: 'x' })).toEqual({ open: 0, overdue: 0, awaiting: 0 })
})

const issue = { area: 'v1', village: 'v1', township: 't1', lead: 'd1', assisting: ['d2'] }
const member = (role: Member['role'], kind: Member['scope']['kind'], id: string | null): Member => ({
  ...{ id: `${role}-${id}`, role, scope: { kind, id, township: kind === 'village' ? 't1' : null } },
})

describe('who may', () => {
  const office = member('county_admin', 'county', null)
  const leader = member('township_leader', 'township', 't1')
  const secretary = member('village_secretary', 'village', 'v1')
  const lead = member('department', 'unit', 'd1')
  const assistant = member('department', 'unit', 'd2')
  const stranger = member('village_secretary', 'village', 'v2')
  const inspector = member('inspector', 'unit', 'g1')
  const nobody = { rectifiedBy: null, rectifiedFor: null }
  const at = (state: IssueState) => ({ ...issue, ...nobody, state, led: true, deferralAsked: false })

  test('see it: where it lies, who leads and who assists', () => {
    for (const one of [office, leader, secretary, lead, assistant, inspector])
      expect(reaches(one, 'issue.read', issue), one.id).toBe(true)
    expect(reaches(stranger, 'issue.read', issue)).toBe(false)
    expect(reaches(member('department', 'unit', 'd3'), 'issue.read', issue)).toBe(false)
  })

  test('rectify it: those who lead or live there, not those who assist', () => {
    expect(stepsOf(lead, at('assigned'))).toEqual(['started', 'rectified', 'deferral_asked', 'noted'])
    expect(stepsOf(secretary, at('assigned'))).toEqual(['started', 'rectified', 'deferral_asked', 'noted'])
    expect(stepsOf(assistant, at('assigned'))).toEqual(['noted'])
    expect(stepsOf(stranger, at('assigned'))).toEqual([])
  })

  test('close it: whoever verifies and has not rectified it', () => {
    const repaired = { ...at('rectified'), rectifiedBy: secretary.id, rectifiedFor: 'v1' }
    expect(stepsOf(inspector, repaired)).toEqual(['returned', 'closed', 'noted'])
    expect(stepsOf(secretary, repaired)).toEqual(['noted'])
    expect(stepsOf(leader, { ...repaired, rectifiedFor: 't1' })).toEqual(['noted'])
    expect(isOwnWork(office, { rectifiedBy: 'another-of-the-office', rectifiedFor: null })).toBe(false)
    expect(isOwnWork(office, { rectifiedBy: office.id, rectifiedFor: null })).toBe(true)
  })

  test('every step has a verb', () => {
    expect(Object.keys(verbOf).sort()).toEqual([...StepKind.options].sort())
  })
})

test('a step says what it must and nothing that is out of place', () => {
  const now = new Date('2026-03-06T02:00:00Z')
  const faults = (step: Parameters<typeof stepErrors>[0]) =>
    stepErrors(step, now).map(({ path, fault }) => `${path} ${fault}`)
  expect(faults({ kind: 'rectified' })).toEqual([])
  expect(faults({ kind: 'returned' })).toEqual(['note missing'])
  expect(faults({ kind: 'transferred', note: '归口' })).toEqual(['lead missing'])
  expect(faults({ kind: 'joined' })).toEqual(['duplicateOf missing'])
  expect(faults({ kind: 'revisited' })).toEqual(['good missing'])
  expect(faults({ kind: 'closed', good: true, lead: 'x' })).toEqual(['lead misplaced', 'good misplaced'])
  expect(faults({ kind: 'deferral_asked', note: '等料', dueAt: '2026-03-06T01:00:00Z' })).toEqual([
    'dueAt past',
  ])
  expect(needsNote('rejected')).toBe(true)
  expect(detailsOf('assigned')).toContain('measure')
})
