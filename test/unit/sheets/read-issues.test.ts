import { describe, expect, test } from 'vitest'
import type { Cell } from '../../../worker/domain/sheets/cell.ts'
import { readDue, saysDone } from '../../../worker/domain/sheets/issue-words.ts'
import { type IssueGround, readIssues } from '../../../worker/domain/sheets/read-issues.ts'

const ground: IssueGround = {
  today: '2026-03-09',
  areas: [
    { id: 'c', code: '620423', name: '景泰县', level: 'county', parent: null },
    { id: 'ly', code: '1', name: '芦阳镇', level: 'township', parent: 'c' },
    { id: 'xq', code: '2', name: '喜泉镇', level: 'township', parent: 'c' },
    { id: 'dg', code: '11', name: '东关村民委员会', level: 'village', parent: 'ly' },
    { id: 'g', code: '12', name: '关村村民委员会', level: 'village', parent: 'ly' },
    { id: 'sm', code: '13', name: '石门村村民委员会', level: 'village', parent: 'ly' },
    { id: 'sm2', code: '21', name: '石门村村民委员会', level: 'village', parent: 'xq' },
  ],
  units: [
    { id: 'zj', name: '县住房和城乡建设局' },
    { id: 'cg', name: '城市管理局' },
  ],
  categories: [
    { id: 'stack', name: '乱堆乱放' },
    { id: 'waste', name: '垃圾堆' },
  ],
}

const heading = ['序号', '问题', '地点', '责任单位', '责任人', '整改措施', '时限', '完成情况', '销号时间']
const ledger = (...rows: Cell[][]) => [['景泰县人居环境问题台账'], heading, ...rows]
const first = (...cells: Cell[]) => readIssues(ledger(cells), ground).rows[0]

describe('the paper ledger', () => {
  test('is read with its own columns', () => {
    const long =
      '村口河道边有建筑垃圾堆积，约十二方，影响行洪，群众多次反映仍未处理，要求三日内清运干净并复绿'
    const read = readIssues(
      ledger(
        [
          1,
          long,
          '芦阳镇东关村村口',
          '住房和城乡建设局、城市管理局',
          '张某',
          '清运',
          '2026年3月6日前',
          '已完成',
          '2026-03-05',
        ],
        [2, '柴草乱堆', '东关村三组', '东关村委会', null, null, '立行立改', '整改中', null],
        ['合计', null, '2处'],
      ),
      ground,
    )
    expect(read.complete).toBe(true)
    expect(read.rows).toEqual([
      {
        ...{ row: 3, no: 1, text: long, name: '芦阳镇东关村村口', location: '芦阳镇东关村村口', area: 'dg' },
        ...{ lead: 'zj', assisting: ['cg'], owner: '张某', measure: '清运', category: 'waste' },
        ...{ due: { on: '2026-03-06' }, closedOn: '2026-03-05' },
      },
      {
        ...{ row: 4, no: 2, text: '柴草乱堆', name: '东关村三组', location: '东关村三组', area: 'dg' },
        ...{ lead: 'dg', assisting: [], category: 'stack', due: { days: 0 } },
      },
    ])
  })

  test('with columns of its own for township and village, and a superior in its title', () => {
    const rows: Cell[][] = [
      ['市级暗访反馈问题清单'],
      ['序号', '乡镇', '村（社区）', '问题类型', '反馈问题', '整改时限'],
      [1, '喜泉', '石门', '垃圾堆', '路边垃圾', '5日内'],
      [2, '芦阳镇', null, '乱堆乱放', '集市乱堆', '长期坚持'],
    ]
    const read = readIssues(rows, ground)
    expect(read).toMatchObject({ complete: true, source: 'superior' })
    expect(read.rows).toMatchObject([
      { area: 'sm2', category: 'waste', due: { days: 5 } },
      { area: 'ly', category: 'stack', due: 'as_usual' },
    ])
  })

  test('of names within one another takes the longer, of namesakes none', () => {
    expect(first(1, '垃圾堆', '关村村头', '', '')).toMatchObject({ area: 'g' })
    expect(first(1, '垃圾堆', '东关村村头', '', '')).toMatchObject({ area: 'dg' })
    expect(first(1, '垃圾堆', '喜泉镇石门村村头', '', '')).toMatchObject({ area: 'sm2' })
    const unclear = first(1, '垃圾堆', '石门村村头', '', '')
    expect(unclear?.error?.code).toBe('ambiguous')
    expect(unclear?.suggestions?.map(({ subject }) => subject)).toEqual(['sm', 'sm2'])
  })

  test('a place may be named by the one responsible alone', () => {
    expect(first(1, '垃圾堆', '', '关村村委会')).toMatchObject({ area: 'g', lead: 'g' })
    expect(first(1, '垃圾堆', '', '')?.error?.code).toBe('place_missing')
  })
})

describe('what is not clear', () => {
  test('is told with what may have been meant', () => {
    expect(first(1, '垃圾堆', '东官村')).toMatchObject({
      error: { code: 'unknown' },
      suggestions: [{ subject: 'dg' }],
    })
    expect(first(1, '垃圾堆', '东关村', '城市管理')).toMatchObject({
      error: { code: 'unknown_lead' },
      suggestions: [{ subject: 'cg' }],
    })
    expect(first(1, '路面破损', '东关村')).toMatchObject({
      error: { code: 'category_missing' },
      suggestions: [{}, {}],
    })
    expect(first(1, '垃圾堆', '东关村', '', '', '', '尽快')?.error).toEqual({
      code: 'bad_due',
      params: { text: '尽快' },
    })
    expect(first(1, '垃圾堆', '东关村', '', '', '', '', '', '上周')?.error?.code).toBe('bad_date')
    expect(first(1, '垃圾堆', '东关村', '', '', '', '', '', '2026-03-10')?.error?.code).toBe('bad_date')
    expect(first(1, '', '东关村')?.error?.code).toBe('text_missing')
    expect(
      readIssues(
        [
          ['村', '名次'],
          ['东关村', 1],
        ],
        ground,
      ).problem?.code,
    ).toBe('no_table')
    expect(readIssues(ledger(), ground).problem?.code).toBe('no_rows')
  })

  test('is settled by picks, one trouble after the other, and rows can be left out', () => {
    const rows = ledger([1, '路面破损', '石门村'], [2, '垃圾堆', '无名村'])
    const [once] = readIssues(rows, ground, { 3: ['sm2'] }).rows
    expect(once).toMatchObject({ area: 'sm2', error: { code: 'category_missing' } })
    // What was picked before is carried on, so that a later pick alone settles the row.
    expect(once?.suggestions?.map(({ subject }) => subject)).toEqual(['sm2.stack', 'sm2.waste'])
    const settled = readIssues(rows, ground, { 3: ['sm2', 'stack'], 4: null })
    expect(settled).toMatchObject({ complete: true, rows: [{ area: 'sm2', category: 'stack' }] })
    expect(readIssues(rows, ground, { 3: ['nobody'] }).rows[0]?.error?.code).toBe('unknown_pick')
  })

  test('a category for all rows that name none is taken where it is given', () => {
    expect(
      readIssues(ledger([1, '路面破损', '东关村']), { ...ground, fallback: 'waste' }).rows[0],
    ).toMatchObject({ category: 'waste' })
    const others = { ...ground, categories: [...ground.categories, { id: 'o', name: '其他问题' }] }
    expect(readIssues(ledger([1, '路面破损', '东关村']), others).rows[0]).toMatchObject({ category: 'o' })
  })
})

test('time limits as counties write them', () => {
  const due = (text: Cell) => readDue(text, '2026')
  expect(['3日内', '三天之内', '限5个工作日内', '48小时内', '立行立改'].map(due)).toEqual([
    { days: 3 },
    { days: 3 },
    { days: 5 },
    { days: 2 },
    { days: 0 },
  ])
  expect(['2026.3.6', '3月6日前', '2026年3月6日前完成', 46_087].map(due)).toEqual(
    new Array(4).fill({ on: '2026-03-06' }),
  )
  expect([null, '长期坚持', '/', '常态化'].map(due)).toEqual(new Array(4).fill('as_usual'))
  expect(['尽快', '2026-13-01', '月底前'].map(due)).toEqual([null, null, null])
})

test('done is only what says just that', () => {
  expect(['已完成', '已整改到位。', '已销号', '是', '√', '已清理完毕'].map(saysDone)).not.toContain(false)
  expect(
    ['未完成', '整改中', '已完成80%', '正在整改', '部分完成', '', '基本没有完成', '否'].map(saysDone),
  ).not.toContain(true)
})
