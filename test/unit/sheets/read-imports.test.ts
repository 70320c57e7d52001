import { describe, expect, it } from 'vitest'
import type { Cell } from '../../../worker/domain/sheets/cell.ts'
import { readHistory } from '../../../worker/domain/sheets/read-history.ts'
import { type PostArea, readPosts } from '../../../worker/domain/sheets/read-posts.ts'
import { boai, jingtai } from './rosters.ts'

function areasOf(roster: typeof jingtai): PostArea[] {
  const townships = new Map(roster.map(({ township, townshipName }) => [township, townshipName]))
  return [
    { id: 'county', code: '620423', name: '某县', level: 'county', parent: null },
    ...[...townships].map(([id, name]) => ({ id, code: id, name, level: 'township', parent: 'county' })),
    ...roster.map(({ id, code, name, township }) => ({ id, code, name, level: 'village', parent: township })),
  ]
}

const areas = areasOf(jingtai)
const shimen = jingtai.find(({ name }) => name === '石门村民委员会')?.id
const yitiaoshan = '620423100'

describe('who holds which post', () => {
  it('a row a holder', () => {
    const rows: Cell[][] = [
      ['景泰县包抓责任人名册'],
      ['序号', '职务', '姓名', '乡镇', '村', '开始日期', '结束日期', '联系电话'],
      [1, '包村领导', '甲 一', '一条山镇', '石门村', '2026.3.4', null, '0943-0000000'],
      [2, '村主要负责人', '乙二', null, '石门村', 46085, '2026年12月31日'],
      [3, '主要领导', '丙三', null, null, '2026-03-04'],
    ]
    const read = readPosts(rows, areas)
    expect(read.complete).toBe(true)
    expect(read.rows).toEqual([
      {
        ...{
          row: 3,
          holder: '甲一',
          post: 'village_lead',
          area: shimen,
          from: '2026-03-04',
          phone: '0943-0000000',
        },
        ...{ township: '一条山镇', village: '石门村' },
      },
      {
        ...{
          row: 4,
          holder: '乙二',
          post: 'village_head',
          area: shimen,
          from: '2026-03-04',
          to: '2026-12-31',
        },
        ...{ township: '一条山镇', village: '石门村' },
      },
      {
        row: 5,
        holder: '丙三',
        post: 'top_lead',
        area: yitiaoshan,
        from: '2026-03-04',
        township: '一条山镇',
      },
    ])
  })

  it('a row a village, a column a post', () => {
    const rows: Cell[][] = [
      ['乡镇', '村', '主要领导', '包村领导', '驻村第一书记', '县级帮扶部门'],
      ['一条山镇', '石门村', '丙三', '甲一', '丁四、戊 五', '县某局'],
      [null, '水源村', '丙三', '甲一', '/', null],
    ]
    const read = readPosts(rows, areas)
    expect(read.complete).toBe(true)
    expect(read.rows.map(({ row, post, holder }) => `${row} ${post} ${holder}`)).toEqual([
      '2 village_lead 甲一',
      '2 top_lead 丙三',
      '2 first_secretary 丁四',
      '2 first_secretary 戊五',
      '2 helping_department 县某局',
      '3 village_lead 甲一',
    ])
    expect(read.rows.find(({ post }) => post === 'top_lead')?.area).toBe(yitiaoshan)
  })

  it('with every mistake on its row', () => {
    const rows: Cell[][] = [
      ['职务', '姓名', '乡镇', '村', '开始日期', '结束日期'],
      ['局长', '甲', '一条山镇', '石门村'],
      ['包村领导', null, '一条山镇', '石门村'],
      ['包村领导', '甲', '一条山镇', null],
      ['包村领导', '甲', '某某镇', '石门村'],
      ['包村领导', '甲', '一条山镇', '石们村'],
      ['包村领导', '甲', '一条山镇', '石门村', '明天'],
      ['包村领导', '甲', '一条山镇', '石门村', '2026.3.4', '2026.3.3'],
      ['包村领导', '乙', '一条山镇', '石门村'],
      ['包村领导', '乙', '一条山镇', '石门村'],
    ]
    const read = readPosts(rows, areas)
    expect(read.complete).toBe(false)
    expect(read.rows.map(({ error }) => error?.code)).toEqual([
      'unknown_post',
      'holder_missing',
      'village_missing',
      'unknown_township',
      'unknown',
      'bad_date',
      'ends_before_start',
      undefined,
      'duplicate',
    ])
    expect(read.rows[4]?.suggestions?.map(({ subject }) => subject)).toContain(shimen)
  })

  it('a village that stands twice in the county needs its township', () => {
    const rows: Cell[][] = [
      ['职务', '姓名', '村'],
      ['包村领导', '甲', '王保村'],
    ]
    const read = readPosts(rows, areasOf(boai))
    expect(read.rows[0]).toMatchObject({ error: { code: 'ambiguous' } })
    expect(read.rows[0]?.suggestions).toHaveLength(2)
  })

  it('needs a table', () => {
    expect(readPosts([['你好']], areas).problem?.code).toBe('no_table')
    expect(readPosts([['职务', '姓名']], areas).problem?.code).toBe('no_rows')
  })
})

describe('the colours of past weeks', () => {
  it('are sorted by their number, whatever way a colour is written', () => {
    const rows: Cell[][] = [
      ['2026年村级三色管理情况'],
      ['序号', '乡镇', '村', '第11期', '第10期', '第9期', '备注'],
      [1, '一条山镇', '石门村', '绿', '黄色', '红色管理'],
      [2, null, '水源村', 'green', 'Red', '🟡', '好'],
      [3, '芦阳镇', '芦阳村', null, '/', '绿牌'],
    ]
    const read = readHistory(rows, jingtai)
    expect(read.complete).toBe(true)
    expect(read.weeks.map(({ label, no, column }) => [label, no, column])).toEqual([
      ['第9期', 9, 6],
      ['第10期', 10, 5],
      ['第11期', 11, 4],
    ])
    expect(read.rows.map(({ bands }) => bands)).toEqual([
      ['red', 'yellow', 'green'],
      ['yellow', 'red', 'green'],
      ['green', null, null],
    ])
    expect(read.weeks[2]?.bands).toEqual({
      [read.rows[0]?.subject ?? '']: 'green',
      [read.rows[1]?.subject ?? '']: 'green',
    })
  })

  it('are sorted by their day', () => {
    const rows: Cell[][] = [
      ['村', '2026.3.13', '2026-03-06'],
      ['石门村', '绿', '红'],
    ]
    expect(readHistory(rows, jingtai).weeks.map(({ closedOn }) => closedOn)).toEqual([
      '2026-03-06',
      '2026-03-13',
    ])
  })

  it('with every mistake on its row', () => {
    const rows: Cell[][] = [
      ['村', '第1周'],
      ['石门村', '紫'],
      ['水源村', '绿'],
      ['水源村', '红'],
      ['某某村', '绿'],
    ]
    const read = readHistory(rows, jingtai)
    expect(read.rows.map(({ error }) => error?.code)).toEqual([
      'unknown_band',
      'duplicate',
      'duplicate',
      'unknown',
    ])
    expect(read.complete).toBe(false)
  })

  it('need weeks', () => {
    expect(
      readHistory(
        [
          ['村', '得分'],
          ['石门村', 5],
        ],
        jingtai,
      ).problem?.code,
    ).toBe('no_weeks')
    expect(readHistory([['石门村', 5]], jingtai).problem?.code).toBe('no_table')
  })
})
