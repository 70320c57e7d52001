import { describe, expect, it } from 'vitest'
import { readSheet } from '../../../worker/files/sheet-bytes.ts'
import type { SheetProblemCode } from '../../../worker/files/sheets/problem.ts'
import { aWorkbook, cells, text, zipped } from './workbooks.ts'

const latin = (content: string) => Uint8Array.from([...content].map((letter) => letter.charCodeAt(0)))
const utf8 = (content: string) => new TextEncoder().encode(content)
const compound = (stream: string) =>
  latin(`\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1${'\0'.repeat(500)}${[...stream].join('\0')}\0`)
const simple = cells({ A1: text('石门村'), B1: ['n', '<v>1</v>'] })
const book = (xml: string, parts = {}) => aWorkbook([{ name: '表', xml }], parts)

async function problemOf(bytes: Uint8Array, limits = {}): Promise<SheetProblemCode | 'none'> {
  const read = await readSheet(bytes, limits)
  return read.ok ? 'none' : read.problem
}

describe('what is no spreadsheet we read is named for what it is', () => {
  it.each<[SheetProblemCode, Uint8Array]>([
    ['old_excel', compound('Workbook')],
    ['wps_et', compound('ETExtData')],
    ['word', compound('WordDocument')],
    ['encrypted', compound('EncryptedPackage')],
    ['pdf', latin('%PDF-1.7\n')],
    ['image', latin('\x89PNG\r\n\x1a\n')],
    ['image', latin('\xFF\xD8\xFF\xE0')],
    ['rich_text', latin('{\\rtf1}')],
    ['archive', latin('Rar!\x1a\x07')],
    ['archive', zipped({ 'a.txt': '石门村' })],
    ['word', zipped({ '[Content_Types].xml': '<Types/>', 'word/document.xml': '<w/>' })],
    ['binary_excel', zipped({ '[Content_Types].xml': '<Types/>', 'xl/workbook.bin': 'x' })],
    [
      'open_document',
      zipped({ mimetype: 'application/vnd.oasis.opendocument.spreadsheet', 'content.xml': '<a/>' }),
    ],
    ['web_page', utf8('<html><table><tr><td>石门村</td></tr></table></html>')],
    ['xml_spreadsheet', utf8('<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook/>')],
    ['unknown_format', latin('MZ\x90\0\x03\0\0\0')],
    ['unknown_encoding', latin('\xFF\xFF\x80\xFF')],
    ['empty', new Uint8Array()],
    ['empty', utf8('  \r\n')],
    ['no_cells', book('<sheetData/>')],
    ['no_cells', utf8(',,\n,,\n')],
  ])('%s', async (code, bytes) => {
    expect(await problemOf(bytes)).toBe(code)
  })
})

describe('what is too much is refused before it is unpacked', () => {
  it('a file above its limit', async () => {
    expect(await readSheet(new Uint8Array(11), { bytes: 10 })).toEqual({
      ok: false,
      problem: 'too_large',
      limit: 10,
    })
  })

  it('a bomb that says how big it is', async () => {
    const bomb = book(`<!--${'0'.repeat(40 * 1024 * 1024)}-->`)
    expect(bomb.length).toBeLessThan(100_000)
    expect(await problemOf(bomb)).toBe('expands_too_much')
  })

  it('a bomb in a part that would never be unpacked', async () => {
    const picture = new Uint8Array(40 * 1024 * 1024)
    expect(await problemOf(book(simple, { 'xl/media/1.png': picture }))).toBe('expands_too_much')
  })

  it('a bomb that lies about how big it is', async () => {
    const bomb = understated(book(`<!--${'0'.repeat(8 * 1024 * 1024)}-->`), 1000)
    expect(await problemOf(bomb)).toBe('damaged')
    expect(await problemOf(bomb, { inflated: 20_000 })).toBe('expands_too_much')
  })

  it('cells that all show one long text, which takes little room in the file', async () => {
    const rows = Array.from(
      { length: 2000 },
      (_, at) => `<row r="${at + 1}"><c r="A${at + 1}" t="s"><v>0</v></c></row>`,
    )
    const strings = `<sst><si><t>${'村'.repeat(30_000)}</t></si></sst>`
    const bomb = book(`<sheetData>${rows.join('')}</sheetData>`, { 'xl/sharedStrings.xml': strings })
    expect(bomb.length).toBeLessThan(20_000)
    expect(await problemOf(bomb)).toBe('expands_too_much')
  })

  it('a workbook within a workbook stays packed', async () => {
    const inner = book(`<!--${'0'.repeat(8 * 1024 * 1024)}-->`)
    const outer = book(simple, { 'xl/embeddings/sheet1.xlsx': inner })
    expect(await problemOf(outer, { inflated: 100_000 })).toBe('none')
  })

  it('more parts than a workbook has', async () => {
    const parts = Object.fromEntries(Array.from({ length: 201 }, (_, at) => [`xl/media/${at}.png`, 'x']))
    expect(await problemOf(book(simple, parts))).toBe('too_many_parts')
  })

  it('rows, columns and cells beyond the limits', async () => {
    expect(
      await problemOf(book('<sheetData><row r="20001"><c r="A20001"><v>1</v></c></row></sheetData>')),
    ).toBe('too_many_rows')
    expect(await problemOf(book('<sheetData><row r="1"><c r="GS1"><v>1</v></c></row></sheetData>'))).toBe(
      'too_many_columns',
    )
    expect(await problemOf(book(simple), { cells: 1 })).toBe('too_many_cells')
    expect(await problemOf(utf8('村\n'.repeat(20_001)))).toBe('too_many_rows')
    expect(await problemOf(utf8(`${','.repeat(200)}村`))).toBe('too_many_columns')
  })

  it('merges laid over each other without end', async () => {
    const rows = Array.from(
      { length: 100 },
      (_, at) => `<row r="${at + 1}"><c r="A${at + 1}"><v>1</v></c></row>`,
    )
    const merged = (times: number) => {
      const merges = '<mergeCell ref="A1:A1048576"/>'.repeat(times)
      return book(`<sheetData>${rows.join('')}</sheetData><mergeCells>${merges}</mergeCells>`)
    }
    expect(await problemOf(merged(10), { cells: 1000 })).toBe('none')
    expect(await problemOf(merged(11), { cells: 1000 })).toBe('too_many_cells')
  })
})

describe('what is hostile or broken', () => {
  it.each([
    [
      'a document type with an external entity',
      '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><worksheet/>',
    ],
    ['an entity that grows', '<!DOCTYPE x [<!ENTITY a "aa"><!ENTITY b "&a;&a;">]><worksheet>&b;</worksheet>'],
    ['a lower-case declaration', '<!doctype worksheet><worksheet/>'],
  ])('%s is refused', async (_, sheet) => {
    expect(await problemOf(book(simple, { 'xl/worksheets/sheet1.xml': sheet }))).toBe('forbidden_markup')
  })

  it('a declaration in a part nobody reads is refused too', async () => {
    expect(await problemOf(book(simple, { 'docProps/app.xml': '<!DOCTYPE x><x/>' }))).toBe('forbidden_markup')
  })

  it('a declaration hidden in UTF-16 is found', async () => {
    const content = [...'<!DOCTYPE x><x/>'].flatMap((letter) => [letter.charCodeAt(0), 0])
    const hidden = Uint8Array.from(content)
    expect(await problemOf(book(simple, { 'docProps/app.xml': hidden }))).toBe('damaged')
    const marked = Uint8Array.from([0xff, 0xfe, ...content])
    expect(await problemOf(book(simple, { 'docProps/app.xml': marked }))).toBe('forbidden_markup')
  })

  it('a link out of the workbook is not followed', async () => {
    const links = `<Relationships><Relationship Id="rId1" Type="x/worksheet" TargetMode="External" Target="http://example.test/"/></Relationships>`
    expect(await problemOf(book(simple, { 'xl/_rels/workbook.xml.rels': links }))).toBe('damaged')
  })

  it('a part that is not what its checksum says is damaged', async () => {
    const stored = zipped(
      { '[Content_Types].xml': '<Types/>', '_rels/.rels': '<Relationships/>', 'xl/a.xml': '<a>石门村</a>' },
      0,
    )
    const at = stored.findIndex(
      (_, i) => stored[i] === 0xe7 && stored[i + 1] === 0x9f && stored[i + 2] === 0xb3,
    )
    stored[at + 2] = 0xb4
    expect(await problemOf(stored)).toBe('damaged')
  })

  it('a file cut short is damaged', async () => {
    const whole = book(simple)
    for (const share of [0.2, 0.5, 0.8, 0.99]) {
      expect(await problemOf(whole.subarray(0, Math.floor(whole.length * share)))).toBe('damaged')
    }
  })

  it('names of the language’s own stay plain text', async () => {
    const xml = cells({ A1: text('__proto__'), B1: text('constructor'), A2: text('toString') })
    const read = await readSheet(
      aWorkbook([{ name: '__proto__', xml }], { __proto__: undefined, 'xl/__proto__': 'x' }),
    )
    expect(read).toEqual({
      ok: true,
      sheets: [{ name: '__proto__', rows: [['__proto__', 'constructor'], ['toString']] }],
    })
    expect(Object.keys(Object.prototype)).toEqual([])
  })
})

/** Rewrites the sizes a zip claims, in the directory and in the parts' own headers. */
function understated(zip: Uint8Array, most: number): Uint8Array {
  const view = new DataView(zip.buffer, zip.byteOffset, zip.byteLength)
  for (let at = 0; at < zip.length - 46; at += 1) {
    const signature = view.getUint32(at, true)
    const size = signature === 0x02014b50 ? at + 24 : signature === 0x04034b50 ? at + 22 : -1
    if (size > 0 && view.getUint32(size, true) > most) view.setUint32(size, most, true)
  }
  return zip
}
