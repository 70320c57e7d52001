import { describe, expect, it } from 'vitest'
import { readSheet } from '../../worker/files/sheet-bytes.ts'
import { writeXlsx } from '../../worker/files/sheets/write.ts'
import inspection from '../cases/sheets/inspection-jingtai.xlsx?url&inline'
import luyang from '../cases/sheets/township-luyang-messy.xlsx?url&inline'
import xiquan from '../cases/sheets/township-xiquan-gb18030.csv?url&inline'
import { aWorkbook } from '../unit/sheets/workbooks.ts'

const bytesOf = (dataUrl: string) =>
  Uint8Array.from(atob(dataUrl.slice(dataUrl.indexOf(',') + 1)), (letter) => letter.charCodeAt(0))

describe('a spreadsheet on workerd', () => {
  it('is read with its merged townships and dates', async () => {
    const read = await readSheet(bytesOf(inspection))
    const rows = read.ok ? (read.sheets[0]?.rows ?? []) : []
    expect(rows).toHaveLength(153)
    expect(rows[152]).toEqual(['漫水滩乡', '高墩村', 91.6, '=房前屋后有积存垃圾', '2026.3.4', '第5组'])
    expect(rows[4]).toEqual(['一条山镇', '西关社区', 71, null, '2026-03-04', '第8组'])
  })

  it('is read with its full-width digits and odd spaces as they are', async () => {
    const read = await readSheet(bytesOf(luyang))
    expect(read.ok && read.sheets.map(({ name }) => name)).toEqual(['报送表', '填表说明'])
    expect(read.ok && read.sheets[0]?.rows[6]).toEqual([4, '东关村', '４', '94.1'])
  })

  it('is read from GB18030', async () => {
    const read = await readSheet(bytesOf(xiquan))
    expect(read.ok && read.sheets[0]?.rows[2]).toEqual(['大水䃎村', '1'])
  })

  it('of 8,000 rows is written and read back', async () => {
    const rows = Array.from({ length: 8000 }, (_, at) => [at, `石门${at}村`, at / 10])
    const read = await readSheet(await writeXlsx([{ name: '榜', header: ['序号', '村', '得分'], rows }]))
    expect(read.ok && read.sheets[0]?.rows.length).toBe(8001)
    expect(read.ok && read.sheets[0]?.rows[8000]).toEqual([7999, '石门7999村', 799.9])
  })

  it('that is a bomb is refused', async () => {
    const bomb = aWorkbook([{ name: '表', xml: `<!--${'0'.repeat(36 * 1024 * 1024)}-->` }])
    expect(bomb.length).toBeLessThan(100_000)
    expect(await readSheet(bomb)).toEqual({ ok: false, problem: 'expands_too_much', limit: 16 * 1024 * 1024 })
  })

  it('that hides an external entity is refused', async () => {
    const book = aWorkbook([{ name: '表', xml: '<sheetData/>' }], {
      'xl/sharedStrings.xml': '<!DOCTYPE s [<!ENTITY e SYSTEM "http://example.test/">]><sst>&e;</sst>',
    })
    expect(await readSheet(book)).toEqual({ ok: false, problem: 'forbidden_markup' })
  })
})
