import { unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { readSheet } from '../../../worker/files/sheet-bytes.ts'
import { type SheetToWrite, writeCsv, writeXlsx } from '../../../worker/files/sheets/write.ts'

const standings: SheetToWrite = {
  name: '第6期',
  title: '示范县三色榜',
  note: '第6期 2026年3月6日 第1版',
  header: ['名次', '村', '得分'],
  widths: [8, 20, 10],
  rows: [
    [1, '大水䃎村', 97.5],
    [2, '=cmd|calc', null],
    [3, '-甲 & <乙> "丙"\n丁_x0041_', -1.5],
  ],
}

describe('a workbook we write', () => {
  it('reads back as it was', async () => {
    expect(await readSheet(await writeXlsx([standings]))).toEqual({
      ok: true,
      sheets: [
        {
          name: '第6期',
          rows: [
            ['示范县三色榜'],
            ['第6期 2026年3月6日 第1版'],
            ['名次', '村', '得分'],
            [1, '大水䃎村', 97.5],
            [2, '=cmd|calc'],
            [3, '-甲 & <乙> "丙"\n丁_x0041_', -1.5],
          ],
        },
      ],
    })
  })

  it('keeps what looks like a formula as quoted text, never as a formula', async () => {
    const parts = unzipSync(
      await writeXlsx([{ name: '表', header: ['a'], rows: [['=1+1'], ['+1'], ['@a'], ['＝1'], ['甲']] }]),
    )
    const xml = new TextDecoder().decode(parts['xl/worksheets/sheet1.xml'])
    expect(xml).not.toContain('<f>')
    expect([...xml.matchAll(/<c r="A[2-6]" s="(\d)" t="inlineStr">/gu)].map(([, style]) => style)).toEqual([
      '2',
      '2',
      '2',
      '2',
      '1',
    ])
    expect(new TextDecoder().decode(parts['xl/styles.xml'])).toContain('quotePrefix="1"')
  })

  it('gives sheets names a spreadsheet program accepts, each its own', async () => {
    const named = (name: string): SheetToWrite => ({ name, header: ['a'], rows: [[1]] })
    const names = ['a/b:c', 'abc', '', 'x'.repeat(40), `${'x'.repeat(40)}y`]
    const read = await readSheet(await writeXlsx(names.map(named)))
    expect(read.ok && read.sheets.map(({ name }) => name)).toEqual([
      'abc',
      'abc 2',
      'Sheet3',
      'x'.repeat(31),
      `${'x'.repeat(27)} 2`,
    ])
  })

  it('is the same bytes for the same content', async () => {
    expect(await writeXlsx([standings])).toEqual(await writeXlsx([standings]))
  })

  it('drops what XML can’t hold and what is no number', async () => {
    const read = await readSheet(
      await writeXlsx([{ name: 's', header: ['a', 'b'], rows: [['甲\0乙\uD800', Number.NaN]] }]),
    )
    expect(read.ok && read.sheets[0]?.rows).toEqual([['a', 'b'], ['甲乙']])
  })

  it('can be wider than the alphabet', async () => {
    const header = Array.from({ length: 60 }, (_, at) => `列${at}`)
    const read = await readSheet(await writeXlsx([{ name: 's', header, rows: [] }]))
    expect(read.ok && read.sheets[0]?.rows).toEqual([header])
  })
})

describe('a CSV we write', () => {
  it('has its mark, its line ends, and quotes where needed', () => {
    const bytes = writeCsv({
      header: ['村', '说明'],
      rows: [
        ['石门村', '一,二'],
        ['"丙"', null],
        ['大水䃎村', 1.5],
      ],
    })
    const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)
    expect(text).toBe('\uFEFF村,说明\r\n石门村,"一,二"\r\n"""丙""",\r\n大水䃎村,1.5\r\n')
  })

  it('disarms text that would be a formula, and leaves numbers alone', () => {
    const rows = [['=1+1'], ['+1'], ['-1'], ['@a'], [' =1'], ['\t1'], ['＝1'], ["'=1"], [-1], ['a=1']]
    const text = new TextDecoder().decode(writeCsv({ header: ['a'], rows }))
    expect(text.split('\r\n').slice(1, -1)).toEqual([
      ...["'=1+1", "'+1", "'-1", "'@a", "' =1", `"'\t1"`, "'＝1", "''=1", '-1', 'a=1'],
    ])
  })

  it('gives the same text back when it is read, whatever it begins with', async () => {
    const leads = [
      '=',
      '+',
      '-',
      '@',
      '＝',
      '＋',
      '－',
      '＠',
      ' =',
      '\t',
      '\r',
      '\n',
      "'=",
      "''=",
      "'",
      '"',
      ',',
    ]
    const rows = leads.map((lead) => [`${lead}1`, '村'])
    const read = await readSheet(writeCsv({ header: ['a', 'b'], rows }))
    expect(read.ok && read.sheets[0]?.rows).toEqual([['a', 'b'], ...rows])
    const book = await readSheet(await writeXlsx([{ name: '表', header: ['a', 'b'], rows }]))
    expect(book.ok && book.sheets[0]?.rows).toEqual([['a', 'b'], ...rows])
  })
})
