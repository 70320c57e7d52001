import { describe, expect, test } from 'vitest'
import { codeFault, storedCode } from '../../../worker/domain/areas/area-code.ts'
import type { TreeArea } from '../../../worker/domain/sheets/area-tree.ts'
import type { Cell } from '../../../worker/domain/sheets/cell.ts'
import { type AreaPicks, readAreas } from '../../../worker/domain/sheets/read-areas.ts'

const county = { id: '620423', code: '620423' }
const area = (id: string, name: string, level: TreeArea['level'], parent: string): TreeArea => ({
  ...{ id, code: id, name, level, parent, active: true },
})
const areas = [
  area('620423101', '芦阳镇', 'township', '620423'),
  area('620423102', '喜泉镇', 'township', '620423'),
  area('620423101201', '芦阳村民委员会', 'village', '620423101'),
  area('620423101202', '响水村民委员会', 'village', '620423101'),
  area('620423102201', '兴泉村民委员会', 'village', '620423102'),
  area('620423102202', '一组村民委员会', 'village', '620423102'),
]
const read = (rows: Cell[][], picks?: AreaPicks) => readAreas(rows, { areas, county }, picks)
const head = ['乡镇', '村', '代码', '状态']
const only = (rows: Cell[][], picks?: AreaPicks) => read(rows, picks).rows[0]

describe('a row of a sheet of areas', () => {
  test('that names a village as people write it is that village, unchanged', () => {
    expect(only([head, ['芦阳', '响水村', '', '']])).toMatchObject({
      ...{ row: 2, action: 'same', id: '620423101202', name: '响水村民委员会' },
    })
  })

  test('with its code renames it', () => {
    expect(only([head, ['芦阳镇', '响水新村', '620423101202', '']])).toMatchObject({
      ...{ action: 'change', id: '620423101202', name: '响水新村' },
    })
  })

  test('with its system number renames, recodes and retires it', () => {
    const row = ['芦阳镇', '响水社区', '620423101299', '停用', '620423101202']
    expect(only([[...head, '系统编号'], row])).toMatchObject({
      ...{ action: 'change', id: '620423101202', name: '响水社区', code: '620423101299', active: false },
    })
  })

  test('that names nobody adds a village, with or without a code', () => {
    const { rows, complete } = read([
      head,
      ['芦阳镇', '新开村', '', ''],
      ['', '东方红村', '620423101777', ''],
    ])
    expect(complete).toBe(true)
    expect(rows.map(({ action, parent, code }) => ({ action, parent, code }))).toEqual([
      { action: 'add', parent: '620423101', code: undefined },
      { action: 'add', parent: '620423101', code: '620423101777' },
    ])
  })

  test('adds a district without a code, and villages and grids beneath it', () => {
    const { rows, complete } = read([
      ['乡镇', '村', '网格'],
      ['工业园区', '', ''],
      ['工业园区', '园东社区', ''],
      ['工业园区', '园东社区', '第一网格'],
      ['芦阳镇', '芦阳村', '第二网格'],
    ])
    expect(complete).toBe(true)
    expect(rows.map(({ level, parent }) => [level, parent])).toEqual([
      ['township', '620423'],
      ['village', 'row:2'],
      ['grid', 'row:3'],
      ['grid', '620423101201'],
    ])
  })
})

describe('a row in doubt', () => {
  test.each([
    [['芦阳镇', '新开村', '12345', ''], 'code_digits'],
    [['芦阳镇', '新开村', '620102101777', ''], 'code_county'],
    [['芦阳镇', '新开村', '620423101000', ''], 'code_level'],
    [['芦阳镇', '新开村', '620423101201', ''], 'none'],
    [['芦阳镇', '兴泉村', '620423102201', ''], 'elsewhere'],
    [['卢阳镇', '新开村', '', ''], 'unknown_township'],
    [['', '新开村', '', ''], 'township_missing'],
    [['芦阳镇', '新开村', '', '也许'], 'bad_state'],
  ])('%j: %s', (row, code) => expect(only([head, row])?.error?.code ?? 'none').toBe(code))

  test('one letter from a village that is there asks which is meant, and hears the answer', () => {
    const rows = [head, ['喜泉镇', '兴全村', '', '']]
    const asked = only(rows)
    expect(asked?.error?.code).toBe('similar')
    expect(asked?.suggestions?.map(({ subject }) => subject)).toEqual(['620423102201', 'new'])
    expect(only(rows, new Map([[2, '620423102201']]))).toMatchObject({
      ...{ action: 'same', id: '620423102201', name: '兴泉村民委员会' },
    })
    const added = only(rows, new Map([[2, 'new']]))
    expect(added).toMatchObject({ action: 'add', name: '兴全村' })
    expect(added?.error).toBeUndefined()
  })

  test('a number more is no slip of the pen', () => {
    expect(only([head, ['喜泉镇', '二组村', '', '']])).toMatchObject({ action: 'add' })
    expect(only([head, ['喜泉镇', '二组村', '', '']])?.error).toBeUndefined()
  })

  test('a township goes by its name without the county’s, as it does in speech', () => {
    const long = [area('620423103', '景泰县红水镇', 'township', '620423')]
    const row = ['红水镇', '新开村', '', '']
    const { rows } = readAreas([head, row, ['洪水镇', '东风村', '', '']], { areas: long, county })
    expect(rows[0]).toMatchObject({ action: 'add', parent: '620423103' })
    expect(rows[1]?.suggestions?.[0]?.subject).toBe('620423103')
  })

  test('an unknown township is settled by a pick', () => {
    const rows = [head, ['卢阳镇', '新开村', '', '']]
    expect(only(rows)?.suggestions?.[0]?.subject).toBe('620423101')
    expect(only(rows, new Map([[2, '620423101']]))).toMatchObject({ action: 'add', parent: '620423101' })
  })

  test('twice the same village, or twice the same code', () => {
    const villages = read([head, ['芦阳镇', '响水村', '', ''], ['芦阳镇', '响水村委会', '', '']])
    expect(villages.rows.map(({ error }) => error?.code)).toEqual([undefined, 'duplicate'])
    const codes = read([
      head,
      ['芦阳镇', '甲乙村', '620423101777', ''],
      ['芦阳镇', '丙丁村', '620423101777', ''],
    ])
    expect(codes.complete).toBe(false)
  })

  test('a sheet without names says so', () => {
    expect(read([['日期', '天气']])).toMatchObject({ complete: false, problem: { code: 'no_table' } })
  })
})

test('a township’s code is kept without its three zeros', () => {
  expect(storedCode('620423101000', 'township')).toBe('620423101')
  expect(codeFault('620423101', 'township', '620423')).toBeNull()
  expect(codeFault('620423101000', 'township', '620423')).toBeNull()
  expect(codeFault('W-7', 'grid', '620423')).toBeNull()
})
