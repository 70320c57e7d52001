import { describe, expect, it } from 'vitest'
import type { Cell } from '../../../worker/domain/sheets/cell.ts'
import { pastedRows } from '../../../worker/domain/sheets/pasted-rows.ts'
import { readReport } from '../../../worker/domain/sheets/read-report.ts'
import type { ReportInput, ReportRead, ReportSource } from '../../../worker/domain/sheets/report-types.ts'
import { boai, inTownship, jingtai } from './rosters.ts'

const rank: ReportSource = { kind: 'rank', scope: 'township' }
const score: ReportSource = { kind: 'score', scope: 'rater' }
const drone: ReportSource = { kind: 'count', scope: 'county', exposed: true }
const wufo = inTownship(jingtai, '五佛乡')
const wufoId = wufo[0]?.township ?? ''
const six = ['兴水村', '西源村', '老湾村', '泰和村', '冬青村', '金坪村']

function read(rows: Cell[][], source: ReportSource, more: Partial<ReportInput> = {}): ReportRead {
  return readReport({ rows, source, roster: jingtai, ...more })
}

const ofWufo = { reporterTownship: wufoId }
const codes = (report: ReportRead) => report.rows.map(({ row, error }) => `${row} ${error?.code ?? 'ok'}`)
const warned = (report: ReportRead) => report.warnings.map(({ code }) => code)
const values = (report: ReportRead) => report.rows.map(({ name, value }) => `${name} ${value}`)

describe('the table on a sheet', () => {
  it('is found under titles, with the round’s column chosen over last week’s', () => {
    const rows = [
      ['五佛乡村级排名汇总表'],
      ['填报单位：五佛乡'],
      [],
      ['序号', '上周排名', '村名', '本周排名', '得分'],
      ...six.map((name, at): Cell[] => [at + 1, 6 - at, name, at + 1, 90 - at]),
      ['平均', null, null, 3.5],
      ['注：以上排名经乡党委会议研究'],
    ]
    const report = read(rows, rank, ofWufo)
    expect(report).toMatchObject({ complete: true, warnings: [] })
    expect(report.rows[0]).toEqual({ row: 5, name: '兴水村', subject: wufo[0]?.id, value: 1 })
    expect(report.ignored.slice(-2).map(({ reason }) => reason)).toEqual(['total', 'note'])
  })

  it('may spread its township down, head its villages, repeat its header and add up between them', () => {
    const rows = [
      ['乡镇', '村', '得分（满分100分）'],
      ['五佛乡', '兴水村', 90],
      [null, '西源村', 80],
      ['五佛乡小计', null, 170],
      ['乡镇', '村', '得分（满分100分）'],
      ['一条山镇'],
      [null, '石门村', 70],
    ]
    const report = read(rows, score)
    expect(values(report)).toEqual(['兴水村 90', '西源村 80', '石门村 70'])
    expect(report.rows.map(({ township }) => township)).toEqual(['五佛乡', '五佛乡', '一条山镇'])
    expect(report.ignored.map(({ reason }) => reason)).toEqual(['header', 'total', 'header', 'group'])
  })

  it('is the visible sheet that has the values; others are mentioned', () => {
    const table: Cell[][] = [
      ['村', '得分'],
      ['石门村', 91],
    ]
    const sheets = [
      { name: '说明', rows: [['请勿修改表头']] },
      { name: '旧表', hidden: true, rows: table },
      { name: '打分', rows: table },
      { name: '打分 (2)', rows: table },
    ]
    const report = readReport({ sheets, source: score, roster: jingtai, expected: [] })
    expect(report).toMatchObject({ sheet: '打分', complete: true })
    expect(report.warnings).toEqual([
      { code: 'hidden_sheets_ignored', params: { sheets: ['旧表'] } },
      { code: 'other_sheets_ignored', params: { sheets: ['打分 (2)'] } },
    ])
  })

  it.each([
    ['no_table', [['今天'], ['天气', '好']]],
    [
      'no_value_column',
      [
        ['村', '备注'],
        ['石门村', '好'],
      ],
    ],
    [
      'no_rows',
      [
        ['村', '得分'],
        ['合计', 5],
      ],
    ],
    [
      'no_values',
      [
        ['村', '得分'],
        ['石门村', null],
      ],
    ],
    ['no_table', []],
  ])('is missing: %s', (code, rows) => {
    expect(read(rows as Cell[][], score)).toMatchObject({ complete: false, entries: [], problem: { code } })
  })

  it('of a board of townships lists townships', () => {
    const townships = [{ id: 't1', code: '1', name: '芦阳镇', township: '', townshipName: '' }]
    const report = read(
      [
        ['乡镇', '得分'],
        ['芦阳', 88],
      ],
      score,
      { roster: townships },
    )
    expect(report.entries).toEqual([{ subject: 't1', value: 88 }])
    const own = [{ id: 't1', code: '1', name: '芦阳镇', township: 't1', townshipName: '芦阳镇' }]
    expect(read([['芦阳镇']], rank, { roster: own }).entries).toEqual([{ subject: 't1', value: 1 }])
  })
})

describe('the drone’s sheet', () => {
  it('gives a count and what was covered', () => {
    const rows = [
      ['行政村', '问题数量（处）', '覆盖户数'],
      ['石门村', '3处', '１２０户'],
      ['水源村', 0, 80],
    ]
    const report = read(rows, drone, { expected: [] })
    expect(report.entries.map(({ value, exposure }) => [value, exposure])).toEqual([
      [3, 120],
      [0, 80],
    ])
  })

  it('needs what was covered, on every row', () => {
    expect(
      read(
        [
          ['村', '问题数'],
          ['石门村', 3],
        ],
        drone,
      ).problem?.code,
    ).toBe('no_exposure_column')
    const rows = [
      ['村', '问题数', '户数'],
      ['石门村', 3, null],
      ['水源村', 3, 0],
      ['西铜社区', null, null],
    ]
    expect(codes(read(rows, drone))).toEqual(['2 exposure_missing', '3 not_positive', '4 ok'])
  })
})

describe('rows in doubt', () => {
  it('stop the whole report, each with its reason', () => {
    const rows = [
      ['村', '名次'],
      ['兴水村', 1],
      ['石门村', 2],
      ['西原村', 3],
      ['老湾村', 7],
      ['泰和村', 'x'],
      [null, 5],
      ['冬青村', 4],
      ['冬青村', 6],
    ]
    const report = read(rows, rank, ofWufo)
    expect(report.complete).toBe(false)
    expect(codes(report)).toEqual([
      '2 ok',
      '3 outside_scope',
      '4 unknown',
      '5 above_count',
      '6 not_a_number',
      '7 name_missing',
      '8 duplicate',
      '9 duplicate',
    ])
    expect(report.rows[2]?.suggestions?.[0]?.name).toBe('西源村民委员会')
    expect(report.rows[6]?.error?.params).toEqual({ rows: [8, 9] })
    expect(report.rows[3]?.error?.params).toEqual({ value: 7, most: 6 })
  })

  it('are settled by the user, row by row', () => {
    const rows = [
      ['村', '得分'],
      ['王保村', 80],
      ['王保村', 90],
      ['王保村', 95],
    ]
    const open = read(rows, score, { roster: boai, expected: [] })
    expect(codes(open)).toEqual(['2 ambiguous', '3 ambiguous', '4 ambiguous'])
    const mapping = { 2: 'id-410822105214', 3: 'id-410822203206', 4: null }
    const settled = read(rows, score, { roster: boai, expected: [], mapping })
    expect(settled).toMatchObject({ complete: true, warnings: [] })
    expect(settled.entries).toEqual([
      { subject: 'id-410822105214', value: 80 },
      { subject: 'id-410822203206', value: 90 },
    ])
    expect(settled.ignored.at(-1)).toMatchObject({ row: 4, reason: 'left_out' })
  })

  it('may not be settled with somebody else’s subject', () => {
    const rows = [
      ['村', '名次'],
      ['兴水', 1],
      ['西源', 2],
    ]
    const mapping = { 2: 'id-620423100201', 3: 'id-of-another-county' }
    const foreign = jingtai.find(({ name }) => name === '石门村民委员会')?.id ?? ''
    const report = read(rows, rank, { ...ofWufo, mapping: { ...mapping, 2: foreign } })
    expect(codes(report)).toEqual(['2 outside_scope', '3 unknown_subject'])
  })

  it('settle a village that a column of townships tells apart', () => {
    const rows = [
      ['乡镇', '村', '得分'],
      ['磨头镇', '王保村', 80],
      ['金城乡', '王保村', 90],
    ]
    expect(read(rows, score, { roster: boai, expected: [] })).toMatchObject({ complete: true })
  })
})

describe('what is unusual is allowed with a warning', () => {
  const ranked = (...ranks: Cell[]) =>
    read([['村', '名次'], ...six.map((name, at): Cell[] => [name, ranks[at] ?? null])], rank, ofWufo)

  it.each([
    [[1, 2, 3, 4, 5, 6], []],
    [[1, 2, 2, 4, 5, 6], ['rank_repeated']],
    [[1, 2, 2, 3, 4, 5], ['rank_repeated']],
    [
      [1, 2, 4, 5, 6, 6],
      ['rank_repeated', 'rank_skipped'],
    ],
    [
      [2, 3, 4, 5, 6, 6],
      ['rank_repeated', 'rank_skipped'],
    ],
    [[1, 2, 3, 4, 5, null], ['value_missing']],
  ])('ranks %j', (ranks, expected) => {
    const report = ranked(...ranks)
    expect(report.complete).toBe(true)
    expect(warned(report)).toEqual(expected)
  })

  it('naming what was skipped and who shares', () => {
    expect(ranked(1, 1, 5, 6, 6, 6).warnings).toEqual([
      { code: 'rank_repeated', params: { rank: 1, rows: [2, 3], names: ['兴水村', '西源村'] } },
      { code: 'rank_repeated', params: { rank: 6, rows: [5, 6, 7], names: ['泰和村', '冬青村', '金坪村'] } },
      { code: 'rank_skipped', params: { ranks: [3, 4] } },
    ])
  })

  it('villages left out are counted and named', () => {
    const report = read(
      [
        ['村', '名次'],
        ['兴水村', 1],
      ],
      rank,
      ofWufo,
    )
    expect(report.warnings).toEqual([
      { code: 'subjects_missing', params: { count: 5, names: wufo.slice(1).map(({ name }) => name) } },
    ])
  })

  it('two columns that could be meant are pointed at', () => {
    const report = read(
      [
        ['村', '镇内排名', '全县排名'],
        ['兴水村', 1, 2],
      ],
      rank,
      { ...ofWufo, expected: [] },
    )
    expect(report.warnings).toEqual([
      { code: 'columns_repeated', params: { column: 'rank', columns: [2, 3] } },
    ])
    expect(report.entries[0]?.value).toBe(1)
  })
})

describe('a paste', () => {
  const pasted = (text: string, source: ReportSource) =>
    read(pastedRows(text), source, { ...ofWufo, expected: [] })
  const inOrder = six.map((name, at) => `${name} ${at + 1}`)

  it.each([
    ['two columns of a spreadsheet', six.map((name, at) => `${name}\t${at + 1}`).join('\r\n')],
    ['the rank first', six.map((name, at) => `${at + 1}\t${name}`).join('\n')],
    ['with a header', `村\t名次\n${six.map((name, at) => `${name}\t${at + 1}`).join('\n')}`],
    ['rank, name and score', six.map((name, at) => `${at + 1}\t${name}\t${95 - at}`).join('\n')],
    ['name, score and rank', six.map((name, at) => `${name}\t${95 - at}\t${at + 1}`).join('\n')],
    ['commas', six.map((name, at) => `${name}，${at + 1}`).join('\n')],
    ['names in order', six.join('\n')],
    ['names in order under a title', `五佛乡本周排名：\n${six.join('\n')}`],
    ['a numbered list', six.map((name, at) => `${at + 1}、${name}`).join('\n')],
    ['a spelt-out list', six.map((name, at) => `第${'一二三四五六'[at]}名：${name}`).join('\n')],
    ['a numbered list with scores', six.map((name, at) => `${at + 1}. ${name} ${95 - at}分`).join('\n')],
    ['spaces', six.map((name, at) => `${name}  第${at + 1}名`).join('\n')],
  ])('of ranks: %s', (_, text) => {
    const report = pasted(text, rank)
    expect(report).toMatchObject({ complete: true })
    expect(values(report)).toEqual(inOrder)
  })

  it.each([
    ['name and score', '兴水村\t98.0\n西源村\t97'],
    ['rank, name and score', '1\t兴水村\t98.0\n2\t西源村\t97'],
    ['a chat message', '1、兴水村 98.0分\n2、西源村 97分'],
  ])('of scores: %s', (_, text) => {
    expect(values(pasted(text, score))).toEqual(['兴水村 98', '西源村 97'])
  })

  it('of names alone says that the order was taken for the rank', () => {
    expect(warned(pasted(six.join('\n'), rank))).toEqual(['ranks_from_order'])
  })

  it('of nothing known is no table', () => {
    expect(pasted('今天天气很好\n大家辛苦了', rank).problem?.code).toBe('no_table')
  })
})
