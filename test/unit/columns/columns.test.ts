import { describe, expect, test } from 'vitest'
import { type ColumnState, columnStates } from '../../../schema/api/columns.ts'
import type { Member } from '../../../worker/domain/access/can.ts'
import {
  type ColumnAct,
  isShown,
  mayAct,
  seesDraft,
  statesBefore,
} from '../../../worker/domain/columns/acts.ts'
import { namesIn } from '../../../worker/domain/columns/names.ts'
import { obstaclesOf } from '../../../worker/domain/columns/obstacles.ts'
import { paragraphsOf } from '../../../worker/domain/columns/rule.ts'

describe('what a member may do with an article', () => {
  const office: Member = {
    id: 'o',
    role: 'county_admin',
    scope: { kind: 'county', id: null, township: null },
  }
  const leader: Member = { ...office, role: 'county_leader' }
  const reporter: Member = {
    ...{ id: 'r', role: 'township_reporter' },
    scope: { kind: 'township', id: 't', township: 't' },
  }
  const secretary: Member = {
    ...reporter,
    role: 'village_secretary',
    scope: { kind: 'village', id: 'v', township: 't' },
  }
  const acts = Object.keys(statesBefore) as ColumnAct[]
  const deeds = (member: Member, state: ColumnState, own: boolean, township: string | null = 't') =>
    acts.filter((act) => mayAct(member, act, { state, township, own }))

  test('the writer goes up to the review and no further', () => {
    expect(deeds(reporter, 'draft', true)).toEqual(['change', 'submit', 'discard', 'mark'])
    expect(deeds(reporter, 'in_review', true)).toEqual(['change', 'take_back', 'mark'])
    expect(deeds(office, 'in_review', true)).toEqual(['change', 'take_back', 'mark'])
    expect(deeds(office, 'in_review', false)).toEqual(['change', 'take_back', 'return', 'publish', 'mark'])
    expect(deeds(leader, 'in_review', false)).toEqual(['return', 'publish', 'mark'])
  })

  test('nobody acts outside their own place, and readers not at all', () => {
    for (const state of columnStates) {
      expect(deeds(reporter, state, false, 'elsewhere')).toEqual([])
      expect(deeds(reporter, state, false, null)).toEqual([])
      expect(deeds(secretary, state, false)).toEqual([])
    }
    expect([seesDraft(reporter, { township: 't' }), seesDraft(reporter, { township: null })]).toEqual([
      true,
      false,
    ])
    expect([seesDraft(leader, { township: null }), seesDraft(secretary, { township: 't' })]).toEqual([
      true,
      false,
    ])
  })

  test('what is over stays over', () => {
    for (const state of ['expired', 'withdrawn'] as const) expect(deeds(office, state, false)).toEqual([])
    expect(columnStates.filter(isShown)).toEqual(['published', 'rectified'])
  })
})

describe('known names in a text', () => {
  test('are found whatever the spaces, each once, the longest first', () => {
    const known = ['张三', '张三丰', '李 四', '王五', '王五']
    expect(namesIn('据张 三丰说，李　四也在场，\n王五没有来。', known)).toEqual([
      '张三丰',
      '张三',
      '李 四',
      '王五',
    ])
    expect(namesIn('村口的柴草已经清走', known)).toEqual([])
  })

  test('are no single characters, and Latin ones only as whole words', () => {
    expect(namesIn('李家沟路口', ['李', ''])).toEqual([])
    expect(namesIn('ANN LEE came; Annapolis did not', ['Ann Lee', 'Anna'])).toEqual(['Ann Lee'])
    expect(namesIn('joanna', ['Anna', 'Jo'])).toEqual([])
    expect(namesIn('a (b', ['(b'])).toEqual(['(b'])
  })
})

describe('what keeps an article back', () => {
  const ready = { kind: 'exposure', expiresOn: '2026-03-06', issue: { settled: false }, photos: [] } as const
  const photo = { role: 'shown', blur: true, copy: null } as const

  test('nothing, up to and on its last day', () => {
    expect(obstaclesOf(ready, '2026-03-06')).toEqual([])
    expect(obstaclesOf({ ...ready, kind: 'practice', issue: undefined }, '2026-03-06')).toEqual([])
  })

  test('its time, its issue, its photos', () => {
    expect(obstaclesOf(ready, '2026-03-07')).toEqual(['past'])
    expect(obstaclesOf({ ...ready, issue: undefined }, '2026-03-06')).toEqual(['no_issue'])
    expect(obstaclesOf({ ...ready, issue: { settled: true } }, '2026-03-06')).toEqual(['issue_settled'])
    expect(obstaclesOf({ ...ready, kind: 'practice', issue: { settled: true } }, '2026-03-06')).toEqual([])
    expect(obstaclesOf({ ...ready, photos: [photo] }, '2026-03-06')).toEqual(['unblurred'])
    expect(obstaclesOf({ ...ready, photos: [{ ...photo, copy: 'h' }] }, '2026-03-06')).toEqual([])
    expect(obstaclesOf({ ...ready, photos: [{ ...photo, role: 'after' }] }, '2026-03-06')).toEqual([])
  })
})

test('paragraphs are the lines with something on them', () => {
  expect(paragraphsOf('一\r\n\n  二 \n<b>三</b>')).toEqual(['一', '二', '<b>三</b>'])
})
