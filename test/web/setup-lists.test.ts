import { describe, expect, test } from 'vitest'
import type { Area, PostHolding, Unit } from '../../schema/api/areas.ts'
import { readList } from '../../web/console/members/inviting/read-list.ts'
import { changes, heldOn, pasteInto } from '../../web/console/posts/grid/cells.ts'
import { anywhere, coverageOf } from '../../web/console/units/matrix/coverage.ts'
import { readPeople } from '../../web/console/units/people/read-people.ts'

describe('a pasted list of members', () => {
  const words = {
    roles: new Map([
      ['乡镇报送员', 'township_reporter' as const],
      ['县领导', 'county_leader' as const],
      ['inspector', 'inspector' as const],
    ]),
    scopes: [
      { value: 't1', label: '芦阳镇', kind: 'township' as const },
      { value: 'v1', label: '芦阳镇 石门村民委员会', kind: 'village' as const },
      { value: 'u1', label: '芦阳镇包抓组', kind: 'unit' as const },
      { value: 'u2', label: '芦阳镇督察组', kind: 'unit' as const },
    ],
  }
  const only = (line: string) => readList(line, words)[0]

  test('is read by tabs or commas, without its heading', () => {
    const rows = readList(
      '姓名\t登录名\t角色\t范围\n张三\tZhang3\t乡镇报送员\t芦阳镇\n李四，li4x，县领导',
      words,
    )
    expect(rows).toMatchObject([
      { row: 1, name: '张三', login: 'zhang3', role: 'township_reporter', scope: 't1', fault: undefined },
      { row: 2, name: '李四', login: 'li4x', role: 'county_leader', scope: undefined, fault: undefined },
    ])
  })

  test.each([
    ['\tabc\t县领导', 'name'],
    ['张三\tx\t县领导', 'login'],
    ['张三\t登录名\t县领导', 'login'],
    ['张三\tabc\t总理', 'role'],
    ['张三\tabc\t乡镇报送员', 'scope_missing'],
    ['张三\tabc\t乡镇报送员\t喜泉镇', 'scope_unknown'],
    ['张三\tabc\tinspector\t芦阳镇', 'scope_many'],
  ])('%j: %s', (line, fault) => expect(only(line)?.fault).toBe(fault))

  test('names a login once', () => {
    const rows = readList('甲\tsame\t县领导\n乙\tSAME\t县领导', words)
    expect(rows.map(({ fault }) => fault)).toEqual([undefined, 'login_twice'])
  })
})

describe('the grid of post holders', () => {
  const holds = (holder: string, startsOn: string, endsOn: string | null): PostHolding => ({
    ...{ id: holder, area: 'v1', post: 'village_lead' as const, holder, startsOn, endsOn },
  })
  const held = heldOn(
    [holds('赵一', '2025-01-01', null), holds('钱二', '2025-01-01', '2025-02-01')],
    '2026-03-06',
  )

  test('shows who holds a post on the day', () => {
    expect([...held]).toEqual([['v1 village_lead', '赵一']])
  })

  test('sends only what differs: another name, several, or nobody', () => {
    const wanted = (text: string) => changes(new Map([['v1 village_lead', text]]), held)
    expect(wanted(' 赵 一 ')).toEqual([])
    expect(wanted('孙三、赵一').map(({ holder }) => holder)).toEqual(['孙三', '赵一'])
    expect(wanted('')).toEqual([{ area: 'v1', post: 'village_lead', holder: '' }])
  })

  test('takes a pasted block down and to the right, and no further than it goes', () => {
    const grid = { areas: ['v1', 'v2'], posts: ['village_lead', 'village_head'] as const }
    const pasted = pasteInto(new Map(), '甲\t乙\t丙\r\n丁\t戊\r\n己\t庚\r\n', { row: 0, column: 0 }, grid)
    expect([...pasted]).toEqual([
      ['v1 village_lead', '甲'],
      ['v1 village_head', '乙'],
      ['v2 village_lead', '丁'],
      ['v2 village_head', '戊'],
    ])
  })
})

describe('who covers what', () => {
  const township = (id: string): Area => ({
    ...{ id, code: id, name: id, level: 'township', parent: null, active: true },
  })
  const unit = (id: string, covers: string[], more: Partial<Unit> = {}): Unit => ({
    ...{ id, name: id, kind: 'group', purpose: 'liaison', covers, active: true },
    ...more,
  })

  test('says which township nobody is attached to', () => {
    const units = [
      unit('one', ['t1']),
      unit('old', ['t2'], { purpose: null }),
      unit('visiting', ['t3'], { purpose: 'inspection' }),
      unit('gone', ['t3'], { active: false }),
      unit('roaming', [], { purpose: 'inspection' }),
    ]
    const rows = coverageOf(['t1', 't2', 't3'].map(township), units)
    expect(rows.map(({ bare }) => bare)).toEqual([false, false, true])
    expect(rows[2]?.groups.inspection.map(({ id }) => id)).toEqual(['visiting'])
    expect(anywhere(units).map(({ id }) => id)).toEqual(['roaming'])
  })
})

test('who sits in a group is read line by line, the first its head where no duty is written', () => {
  expect(readPeople('赵一\t组长\t县委副书记\n钱二 副组长\n孙三')).toEqual([
    { name: '赵一', duty: 'head', title: '县委副书记' },
    { name: '钱二', duty: 'deputy', title: '' },
    { name: '孙三', duty: 'member', title: '' },
  ])
  expect(readPeople('赵一\n钱二').map(({ duty }) => duty)).toEqual(['head', 'member'])
})
