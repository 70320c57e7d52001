import { describe, expect, it } from 'vitest'
import type { Cell } from '../../../worker/domain/sheets/cell.ts'
import { readSheet } from '../../../worker/files/sheet-bytes.ts'
import { aWorkbook, cells, text } from './workbooks.ts'

async function rowsOf(bytes: Uint8Array): Promise<Cell[][]> {
  const read = await readSheet(bytes)
  if (!read.ok) throw new Error(read.problem)
  return read.sheets[0]?.rows ?? []
}

const utf8 = (content: string) => new TextEncoder().encode(content)
const one = (xml: string, parts = {}) => aWorkbook([{ name: '表', xml }], parts)

describe('the cells of a workbook', () => {
  it('are text, numbers, booleans, errors and nothing', async () => {
    const xml = cells({
      A1: text('石门&#x6751;&amp;'),
      B1: ['n', '<v>74.099999999999994</v>'],
      C1: ['b', '<v>1</v>'],
      D1: ['e', '<v>#REF!</v>'],
      F1: ['str', '<f>A1</f><v>石门</v>'],
      A3: ['n', ''],
      B3: ['n', '<f>0.1+0.2</f><v>0.30000000000000004</v>'],
      C3: ['n', '<f>SUM(B1:B3)</f>'],
    })
    expect(await rowsOf(one(xml))).toEqual([
      ['石门村&', 74.1, true, '#REF!', null, '石门'],
      [],
      [null, 0.3, '=SUM(B1:B3)'],
    ])
  })

  it('come from shared strings, with rich text joined and readings left out', async () => {
    const strings = `<sst><si><t>芦阳</t></si><si><r><t>石</t></r><r><t>门村</t></r><rPh><t>shimen</t></rPh></si>
      <si><t>_x0041_b</t></si></sst>`
    const xml = cells({
      A1: ['s', '<v>0</v>'],
      B1: ['s', '<v>1</v>'],
      C1: ['s', '<v>2</v>'],
      D1: ['s', '<v>99</v>'],
    })
    expect(await rowsOf(one(xml, { 'xl/sharedStrings.xml': strings }))).toEqual([['芦阳', '石门村', 'Ab']])
  })

  it('that are dates or percentages by their format become what the user sees', async () => {
    const styles = `<styleSheet><numFmts><numFmt numFmtId="164" formatCode="yyyy&quot;年&quot;m&quot;月&quot;"/>
      <numFmt numFmtId="165" formatCode="&quot;第&quot;0&quot;名 day&quot;"/></numFmts>
      <cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>
      <cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="10"/></cellXfs></styleSheet>`
    const xml = cells({
      A1: ['n', '<v>46085</v>', 0],
      B1: ['n', '<v>46085</v>', 1],
      C1: ['n', '<v>46085.5</v>', 2],
      D1: ['n', '<v>5</v>', 3],
      E1: ['n', '<v>0.98</v>', 4],
    })
    const book = one(xml, { 'xl/styles.xml': styles })
    expect(await rowsOf(book)).toEqual([[46085, '2026-03-04', '2026-03-04T12:00', 5, '98%']])
  })

  it('count days from 1904 where the workbook says so', async () => {
    const book = aWorkbook([{ name: '表', xml: cells({ A1: ['n', '<v>44623</v>', 1] }) }], {
      'xl/styles.xml': '<styleSheet><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>',
      'xl/workbook.xml':
        '<workbook xmlns:r="r"><workbookPr date1904="1"/><sheets><sheet name="表" r:id="rId1"/></sheets></workbook>',
    })
    expect(await rowsOf(book)).toEqual([['2026-03-04']])
  })

  it('merged down a column stand in every row, merged across in the first column', async () => {
    const xml = `${cells({ A1: text('标题'), A2: text('芦阳镇'), B2: text('甲'), B3: text('乙') })}
      <mergeCells><mergeCell ref="A1:C1"/><mergeCell ref="A2:A3"/></mergeCells>`
    expect(await rowsOf(one(xml))).toEqual([['标题'], ['芦阳镇', '甲'], ['芦阳镇', '乙']])
  })

  it('need no addresses, and prefixed names are the same names', async () => {
    const xml =
      '<x:sheetData><x:row><x:c><x:v>1</x:v></x:c><x:c t="inlineStr"><x:is><x:t>二</x:t></x:is></x:c></x:row></x:sheetData>'
    expect(await rowsOf(one(xml))).toEqual([[1, '二']])
  })

  it('lose what no text can hold: NUL and half a character, however they are written', async () => {
    const inside = cells({
      A1: text('甲_x0000_乙'),
      B1: text('丙_xD800_丁'),
      C1: text('戊_xD83C__xDC04_'),
      D1: ['str', '<v>己&#0;庚</v>'],
    })
    const read = await readSheet(aWorkbook([{ name: '表', xml: inside }]))
    expect(read.ok && read.sheets[0]?.rows).toEqual([['甲乙', '丙丁', '戊🀄', '己庚']])
  })

  it('beginning with = in a text cell stay text', async () => {
    expect(await rowsOf(one(cells({ A1: text('=房前屋后有积存垃圾') })))).toEqual([['=房前屋后有积存垃圾']])
  })
})

describe('the sheets of a workbook', () => {
  it('say which are hidden', async () => {
    const xml = cells({ A1: text('石门村') })
    const read = await readSheet(
      aWorkbook([
        { name: '甲', xml },
        { name: '乙', xml, state: 'veryHidden' },
      ]),
    )
    expect(read).toEqual({
      ok: true,
      sheets: [
        { name: '甲', rows: [['石门村']] },
        { name: '乙', hidden: true, rows: [['石门村']] },
      ],
    })
  })

  it('may be formatted far below their last cell', async () => {
    const xml =
      '<sheetData><row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576" s="1"/></row></sheetData>'
    expect(await rowsOf(one(xml))).toEqual([[1]])
  })
})

describe('delimited text', () => {
  it.each([
    ['commas', '村,名次\r\n石门村,1\r\n'],
    ['tabs', '村\t名次\n石门村\t1'],
    ['semicolons', '村;名次\r石门村;1\r'],
    ['a byte-order mark', '\uFEFF村,名次\n石门村,1\n'],
    ['quotes', '"村","名次"\n"石门村","1"'],
  ])('with %s', async (_, content) => {
    expect(await rowsOf(utf8(content))).toEqual([
      ['村', '名次'],
      ['石门村', '1'],
    ])
  })

  it('keeps what quotes hold together, and an open quote swallows nothing', async () => {
    expect(await rowsOf(utf8('"石门,""一""\n村",1\n水源村,2'))).toEqual([
      ['石门,"一"\n村', '1'],
      ['水源村', '2'],
    ])
    expect(await rowsOf(utf8('"石门村,1\n水源村,2'))).toEqual([
      ['"石门村', '1'],
      ['水源村', '2'],
    ])
  })

  it('in GB18030, rare characters of four bytes included', async () => {
    const gb18030 = [0xca, 0xaf, 0xc3, 0xc5, 0x2c, 0x81, 0x39, 0xef, 0x30, 0xb4, 0xe5] // 石门,㐁村
    expect(await rowsOf(new Uint8Array(gb18030))).toEqual([['石门', '㐁村']])
  })
})
