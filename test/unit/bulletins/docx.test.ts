import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import type { Block, BulletinContent, DataValues } from '../../../schema/api/bulletin-content.ts'
import type { Paper } from '../../../worker/files/bulletins/paper.ts'
import { writeDocx } from '../../../worker/files/bulletins/write-docx.ts'
import { aJpeg } from '../../support/pictures.ts'
import { all, type Element, numberOf, one, openDocx, textOf } from './read-docx.ts'

const mm = (millimetres: number) => Math.round((millimetres / 25.4) * 1440)
const text = (words: string) => ({
  type: 'paragraph' as const,
  content: [{ type: 'text' as const, text: words }],
})
const heading = (level: 1 | 2 | 3 | 4, words: string): Block => ({
  type: 'heading',
  attrs: { level },
  content: [{ type: 'text', text: words }],
})
const data = (id: string): Block => ({ type: 'data', attrs: { id, kind: 'overdue_issues' } })

function aPaper(content: Block[], more: Partial<Paper> = {}): Paper {
  const body: BulletinContent = { type: 'doc', content }
  return {
    ...{ title: '关于第十二期的通报', issuer: '景泰县整治办', number: '〔2026〕3号', day: '2026年3月6日' },
    ...{ content: body, data: {}, pictures: new Map(), attachments: [], ...more },
  }
}

async function written(content: Block[], more: Partial<Paper> = {}) {
  const part = openDocx(await writeDocx(aPaper(content, more)))
  const document = part('word/document.xml')
  const paragraphs = all(document, 'w:p')
  const saying = (words: string): Element => {
    const found = paragraphs.find((paragraph) => textOf(paragraph).includes(words))
    if (!found) throw new Error(`nothing says ${words}`)
    return found
  }
  return { part, document, saying }
}

describe('the page', () => {
  test('is A4 with the margins and the grid of 22 lines by 28 characters', async () => {
    const { document } = await written([text('正文')])
    const section = one(document, 'w:sectPr')
    expect(one(section, 'w:pgSz').attributes).toMatchObject({ 'w:w': '11906', 'w:h': '16838' })
    const margin = one(section, 'w:pgMar')
    const [top, bottom, left, right] = ['w:top', 'w:bottom', 'w:left', 'w:right'].map((side) =>
      numberOf(margin, side),
    )
    expect([top, bottom, left, right]).toEqual([37, 35, 28, 26].map(mm))
    const grid = one(section, 'w:docGrid')
    expect(grid.attributes['w:type']).toBe('linesAndChars')
    const pitch = numberOf(grid, 'w:linePitch')
    expect(pitch).toBe(28.95 * 20)
    expect(Math.floor(mm(225) / pitch)).toBe(22)
    const character = 16 * 20 + (numberOf(grid, 'w:charSpace') / 4096) * 20
    expect(Math.round((mm(156) / character) * 100) / 100).toBe(28)
  })

  test('is numbered in 14 pt SimSun 7 mm below the text, outside: right on odd pages, left on even ones', async () => {
    const { part, document } = await written([text('正文')])
    expect(one(part('word/settings.xml'), 'w:evenAndOddHeaders')).toBeDefined()
    const links = all(part('word/_rels/document.xml.rels'), 'Relationship')
    const footers = all(document, 'w:footerReference').map(({ attributes }) => {
      const link = links.find((each) => each.attributes.Id === attributes['r:id'])
      return [attributes['w:type'], part(`word/${link?.attributes.Target}`)] as const
    })
    const sides = footers.map(([type, footer]) => [type, one(footer, 'w:jc').attributes['w:val']])
    expect(Object.fromEntries(sides)).toEqual({ default: 'right', even: 'left' })
    for (const [, footer] of footers) {
      expect(one(footer, 'w:rFonts').attributes).toMatchObject({ 'w:eastAsia': '宋体', 'w:ascii': '宋体' })
      expect(one(footer, 'w:sz').attributes['w:val']).toBe('28')
      expect(textOf(footer)).toBe('— PAGE —')
      expect(all(footer, 'w:fldChar').map(({ attributes }) => attributes['w:fldCharType'])).toEqual([
        'begin',
        'separate',
        'end',
      ])
      const height = numberOf(one(footer, 'w:spacing'), 'w:line')
      const fromEdge = numberOf(one(document, 'w:pgMar'), 'w:footer')
      expect(mm(35) - fromEdge - height).toBe(mm(7))
    }
  })
})

describe('the styles', () => {
  const read = async () => {
    const { part } = await written([text('正文')])
    const styles = all(part('word/styles.xml'), 'w:style')
    return (id: string) => {
      const style = styles.find(({ attributes }) => attributes['w:styleId'] === id)
      if (!style) throw new Error(`no style ${id}`)
      return {
        font: one(style, 'w:rFonts').attributes['w:eastAsia'],
        points: numberOf(one(style, 'w:sz'), 'w:val') / 2,
        line: all(style, 'w:spacing').map(({ attributes }) => attributes)[0],
        style,
      }
    }
  }

  test('body text is 16 pt FangSong on exact lines of 28.95 pt, 28 characters a line', async () => {
    const { font, points, line, style } = (await read())('Normal')
    expect({ font, points }).toEqual({ font: '仿宋_GB2312', points: 16 })
    expect(line).toEqual({ 'w:line': '579', 'w:lineRule': 'exact' })
    const [, letters] = all(style, 'w:spacing')
    const character = 320 + Number(letters?.attributes['w:val'])
    expect(Math.floor(mm(156) / character)).toBe(28)
  })

  test('the title is 22 pt small standard Song, and the four levels are Hei, Kai and FangSong', async () => {
    const style = await read()
    expect(style('Title')).toMatchObject({ font: '方正小标宋简体', points: 22 })
    expect(one(style('Title').style, 'w:jc').attributes['w:val']).toBe('center')
    const fonts = [1, 2, 3, 4].map((level) => style(`Heading${level}`).font)
    expect(fonts).toEqual(['黑体', '楷体_GB2312', '仿宋_GB2312', '仿宋_GB2312'])
    for (const level of [1, 2, 3, 4]) {
      expect(one(style(`Heading${level}`).style, 'w:ind').attributes['w:firstLineChars']).toBe('200')
      expect(style(`Heading${level}`).points).toBe(16)
    }
  })

  test('every font that is named has others to stand in for it, and none is embedded', async () => {
    const { part } = await written([text('正文')])
    const table = all(part('word/fontTable.xml'), 'w:font')
    const named = new Set(
      all(part('word/styles.xml'), 'w:rFonts').map(({ attributes }) => attributes['w:eastAsia']),
    )
    for (const font of named) {
      const found = table.find(({ attributes }) => attributes['w:name'] === font)
      expect(found && one(found, 'w:altName').attributes['w:val'], font).toMatch(/;/)
      expect(found && all(found, 'w:embedRegular')).toEqual([])
    }
  })
})

describe('the masthead', () => {
  test('the issuer in red 35 mm down, the number two lines under it, and the rule 4 mm under that', async () => {
    const { document, saying } = await written([text('正文')])
    const name = saying('景泰县整治办')
    expect(one(name, 'w:color').attributes['w:val']).toBe('FF0000')
    expect(one(name, 'w:spacing').attributes['w:before']).toBe(String(mm(35)))
    const number = saying('〔2026〕3号')
    expect(one(number, 'w:spacing').attributes['w:before']).toBe(String(2 * 579))
    const [, , rule] = one(document, 'w:body').children
    if (!rule) throw new Error('no rule')
    expect(one(rule, 'w:spacing').attributes).toMatchObject({
      'w:line': String(mm(4)),
      'w:lineRule': 'exact',
    })
    expect(one(rule, 'w:bottom').attributes).toMatchObject({ 'w:color': 'FF0000', 'w:space': '0' })
    expect(all(rule, 'w:ind')).toEqual([])
  })

  test('without an issuer there is none, and without a number its place stays free: no number is made up', async () => {
    const plain = await written([text('正文')], { issuer: null })
    expect(all(plain.document, 'w:pBdr')).toEqual([])
    const unnumbered = await written([text('正文')], { number: null })
    const [, number] = one(unnumbered.document, 'w:body').children
    expect(number && textOf(number)).toBe('')
  })
})

describe('the text', () => {
  test('paragraphs begin two characters in, and marks, lists and the day stand as typed', async () => {
    const { document, saying } = await written([
      {
        type: 'paragraph',
        content: [{ type: 'text', text: '<b>不是</b>标记 & "引号"\u0007', marks: [{ type: 'bold' }] }],
      },
      heading(1, '一、总体情况'),
      { type: 'orderedList', content: [{ type: 'listItem', content: [text('举一反三')] }] },
    ])
    const typed = saying('<b>不是</b>标记 & "引号"')
    expect(textOf(typed)).not.toContain('\u0007')
    expect(one(typed, 'w:ind').attributes).toMatchObject({ 'w:firstLine': '640', 'w:firstLineChars': '200' })
    expect(one(typed, 'w:b')).toBeDefined()
    expect(one(saying('一、总体情况'), 'w:pStyle').attributes['w:val']).toBe('Heading1')
    expect(textOf(saying('举一反三'))).toBe('1. 举一反三')
    expect(textOf(document)).toContain('2026年3月6日')
  })

  test('attachments stand under it, numbered where there are several', async () => {
    const { saying } = await written([text('正文')], { attachments: ['排名', '清单'] })
    expect(textOf(saying('排名'))).toBe('附件：1. 排名')
    expect(textOf(saying('清单'))).toBe('2. 清单')
  })
})

describe('tables', () => {
  const columns = ['编号', '地点', '问题', '时限'].map((label, at) => ({ label, numeric: at === 0 }))
  const rowsOf = (n: number) =>
    Array.from({ length: n }, (_, i) => [String(i + 1), '石门村', '路边堆料', '3月6日'])
  const table = (rows: string[][]): DataValues => ({ t: { form: 'table', caption: '清单', columns, rows } })

  test('repeat their head on each page, split no row, and fill the width exactly', async () => {
    const { document, saying } = await written([data('t')], { data: table(rowsOf(3)) })
    const rows = all(document, 'w:tr')
    expect(rows.map((row) => all(row, 'w:tblHeader').length)).toEqual([1, 0, 0, 0])
    expect(rows.every((row) => all(row, 'w:cantSplit').length === 1)).toBe(true)
    const widths = all(document, 'w:gridCol').map((column) => numberOf(column, 'w:w'))
    expect(widths.reduce((sum, one_) => sum + one_, 0)).toBe(mm(156))
    expect(one(saying('清单'), 'w:pStyle').attributes['w:val']).toBe('Caption')
  })

  test('with 1,500 rows of four are written whole', async () => {
    const bytes = await writeDocx(aPaper([data('t')], { data: table(rowsOf(1500)) }))
    const xml = strFromU8(unzipSync(bytes)['word/document.xml'] ?? new Uint8Array())
    expect(xml.split('<w:tr>')).toHaveLength(1502)
    expect(xml.split('<w:tc>')).toHaveLength(1501 * 4 + 1)
    expect(xml.split('石门村')).toHaveLength(1501)
  }, 30_000)

  test('somebody typed keep merged cells, also where they reach beyond the last row', async () => {
    const cell = (words: string, attrs = {}) => ({
      type: 'tableCell' as const,
      attrs,
      content: [text(words)],
    })
    const { document } = await written([
      {
        type: 'table',
        content: [
          {
            type: 'tableRow',
            content: [{ type: 'tableHeader', attrs: { colspan: 2 }, content: [text('头')] }],
          },
          { type: 'tableRow', content: [cell('长', { rowspan: 9 }), cell('一')] },
          { type: 'tableRow', content: [cell('二')] },
        ],
      },
    ])
    const merges = all(document, 'w:vMerge').map(({ attributes }) => attributes['w:val'])
    expect(merges).toEqual(['restart', 'continue'])
    expect(all(document, 'w:gridSpan').map(({ attributes }) => attributes['w:val'])).toEqual([
      '2',
      '1',
      '1',
      '1',
      '1',
    ])
    expect(all(document, 'w:tblHeader')).toHaveLength(1)
  })
})

test('pictures are scaled to the type area with their captions; one that cannot be printed leaves its own', async () => {
  const wide = { bytes: aJpeg(4000, 1000), type: 'jpg' as const, width: 4000, height: 1000 }
  const tall = { ...wide, width: 600, height: 4000 }
  const { document, saying } = await written(
    [
      { type: 'picture', attrs: { photo: 'wide', caption: '文化广场' } },
      { type: 'picture', attrs: { photo: 'tall', caption: '' } },
      { type: 'picture', attrs: { photo: 'gone', caption: '村口' } },
    ],
    { pictures: new Map(Object.entries({ wide, tall })) },
  )
  const [first, second] = all(document, 'wp:extent').map((extent) => [
    numberOf(extent, 'cx'),
    numberOf(extent, 'cy'),
  ])
  const emu = (millimetres: number) => millimetres * 36_000
  // A pixel is 9525 EMU: pictures are as exact as that.
  expect(Math.abs((first?.[0] ?? 0) - emu(156))).toBeLessThan(9525)
  expect(Math.abs((first?.[1] ?? 0) - emu(39))).toBeLessThan(9525)
  expect(second?.[1]).toBeLessThanOrEqual(emu(225))
  expect(second?.[0]).toBeLessThan(emu(156))
  expect(one(saying('文化广场'), 'w:pStyle').attributes['w:val']).toBe('Caption')
  expect(textOf(saying('村口'))).toContain('无法插入')
})
