import { describe, expect, it } from 'vitest'
import { readReport } from '../../../worker/domain/sheets/read-report.ts'
import type { ReportRead, ReportSource } from '../../../worker/domain/sheets/report-types.ts'
import { readSheet } from '../../../worker/files/sheet-bytes.ts'
import { inTownship, jingtai, sheetFile } from './rosters.ts'

const rank: ReportSource = { kind: 'rank', scope: 'township' }
const score: ReportSource = { kind: 'score', scope: 'rater' }

async function report(file: string, source: ReportSource, township?: string): Promise<ReportRead> {
  const read = await readSheet(sheetFile(file))
  if (!read.ok) throw new Error(read.problem)
  const reporterTownship = township && inTownship(jingtai, township)[0]?.township
  return readReport({ sheets: read.sheets, source, roster: jingtai, reporterTownship })
}

/** What a report says, in the words of the register: `芦阳村民委员会 1`. */
function said(read: ReportRead): string[] {
  const names = new Map(jingtai.map(({ id, name }) => [id, name]))
  return read.entries.map(({ subject, value }) => `${names.get(subject)} ${value}`)
}

describe('a township ranks its villages on the county’s form', () => {
  it('as clean as the form asks for it', async () => {
    const read = await report('township-yitiaoshan-clean.xlsx', rank, '一条山镇')
    expect(read).toMatchObject({ complete: true, sheet: '报送表', warnings: [] })
    expect(read.rows.map(({ row }) => row)).toEqual([4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18])
    expect(said(read)).toEqual([
      '水源村村民委员会 1',
      '振兴路社区居民委员会 2',
      '寿鹿街社区居民委员会 3',
      '黄河路社区居民委员会 4',
      '长城路社区居民委员会 5',
      '石门村民委员会 6',
      '北关社区居民委员会 7',
      '西关社区居民委员会 8',
      '人民路社区居民委员会 9',
      '东关社区居民委员会 10',
      '泰玉路社区居民委员会 11',
      '永泰路社区居民委员会 12',
      '南关社区居民委员会 13',
      '西铜社区居民委员会 14',
      '幸福里社区居民委员会 15',
    ])
  })

  it('with spaces in names, full-width digits and 第5名', async () => {
    const read = await report('township-luyang-messy.xlsx', rank, '芦阳镇')
    expect(read.complete).toBe(true)
    expect(read.warnings).toEqual([])
    expect(said(read)).toEqual([
      '芦阳村民委员会 1',
      '西林村民委员会 2',
      '红光村民委员会 3',
      '东关村民委员会 4',
      '芳草村民委员会 5',
      '条山村民委员会 6',
      '石城村民委员会 7',
      '城关村民委员会 8',
      '寺梁村民委员会 9',
      '响水村民委员会 10',
      '席滩村民委员会 11',
      '十里沙河村民委员会 12',
      '城北村村民委员会 13',
    ])
    expect(read.ignored.map(({ row, reason }) => `${row} ${reason}`)).toEqual([
      '1 title',
      '2 title',
      '3 header',
      '18 total',
      '19 signature',
    ])
  })

  it.each(['township-xiquan-gb18030.csv', 'township-xiquan-utf16.txt'])('saved as text: %s', async (file) => {
    const read = await report(file, rank, '喜泉镇')
    expect(read).toMatchObject({ complete: true, warnings: [] })
    expect(said(read)[0]).toBe('大水䃎村民委员会 1')
    expect(said(read)).toHaveLength(18)
  })

  it('but another township may not send it', async () => {
    const read = await report('township-luyang-messy.xlsx', rank, '一条山镇')
    expect(read.complete).toBe(false)
    expect(read.entries).toEqual([])
    expect(read.rows[0]?.error).toEqual({
      code: 'outside_scope',
      params: { name: '芦阳村', township: '芦阳镇' },
    })
  })
})

describe('the inspection groups score all 151 villages', () => {
  it('with the township merged beside its villages', async () => {
    const read = await report('inspection-jingtai.xlsx', score)
    expect(read).toMatchObject({ complete: true, warnings: [], sheet: '督查打分' })
    expect(new Set(read.entries.map(({ subject }) => subject)).size).toBe(151)
    expect(read.rows.map(({ row }) => row)).toEqual(Array.from({ length: 151 }, (_, at) => at + 3))
    const tenths = read.entries.reduce((sum, { value }) => sum + Math.round(value * 10), 0)
    expect(tenths).toBe(126_945)
    const [first, last] = [read.rows[0], read.rows.at(-1)]
    expect(first).toEqual({
      row: 3,
      name: '人民路社区',
      township: '一条山镇',
      subject: 'id-620423100002',
      value: 74.1,
    })
    expect(last).toMatchObject({ row: 153, name: '高墩村', township: '漫水滩乡', value: 91.6 })
  })

  it('puts every village in the township the sheet has it in', async () => {
    const read = await report('inspection-jingtai.xlsx', score)
    const townships = new Map(jingtai.map(({ id, townshipName }) => [id, townshipName]))
    for (const row of read.rows) expect(townships.get(row.subject ?? '')).toBe(row.township)
  })

  it('says nothing about ranks', async () => {
    const read = await report('inspection-jingtai.xlsx', { kind: 'rank', scope: 'county' })
    expect(read).toMatchObject({ complete: false, entries: [], problem: { code: 'no_value_column' } })
  })
})
