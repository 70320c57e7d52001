import {
  AlignmentType,
  BorderStyle,
  Document,
  DocumentGridType,
  Footer,
  Packer,
  PageNumber,
  Paragraph,
  type Table,
  TextRun,
} from 'docx'
import type { Block, DataValue } from '../../../schema/api/bulletin-content.ts'
import { figuresSentence } from '../../domain/bulletins/figures.ts'
import { examplesOf, picture } from './docx-pictures.ts'
import { dataTable, typedTable } from './docx-tables.ts'
import { bodyParagraph, exactly, headingParagraph, listParagraphs, plainParagraph, run } from './docx-text.ts'
import { fonts, fontTable } from './fonts.ts'
import {
  charSpace,
  footer,
  issuerSize,
  letterSpacing,
  line,
  margins,
  masthead,
  page,
  size,
  twoCharacters,
  typeArea,
} from './measures.ts'
import { type Paper, printable } from './paper.ts'
import { stylesXml } from './styles.ts'

/** A bulletin as a .docx file, laid out as GB/T 9704-2012 lays out official papers. */
export async function writeDocx(paper: Paper): Promise<Uint8Array> {
  const document = new Document({
    title: printable(paper.title),
    creator: printable(paper.issuer ?? ''),
    description: '',
    evenAndOddHeaderAndFooters: true,
    sections: [
      {
        properties: {
          page: {
            size: { width: page.width, height: page.height },
            margin: { ...margins, header: margins.top / 2, footer: footer.distance, gutter: 0 },
          },
          grid: { type: DocumentGridType.LINES_AND_CHARS, linePitch: line, charSpace },
        },
        footers: { default: pageNumber('right'), even: pageNumber('left') },
        children: [
          ...head(paper),
          title(paper),
          ...paper.content.content.flatMap((block) => blockOf(paper, block)),
          ...attachments(paper),
          ...signature(paper),
        ],
      },
    ],
  })
  const bytes = await Packer.pack(document, 'uint8array', undefined, [
    { path: 'word/fontTable.xml', data: fontTable() },
    { path: 'word/styles.xml', data: stylesXml() },
  ])
  return new Uint8Array(bytes)
}

/** The issuer's name, the document's number (its place stays where there is none) and the red rule. */
function head({ issuer, number }: Paper): Paragraph[] {
  if (issuer === null) return []
  const half = issuerSize([...issuer].length)
  const red = { color: 'FF0000' }
  return [
    new Paragraph({
      style: 'Masthead',
      spacing: { before: masthead.top, ...exactly(half * 10) },
      children: [new TextRun({ text: printable(issuer), size: half, ...red })],
    }),
    new Paragraph({
      alignment: AlignmentType.CENTER,
      spacing: { before: masthead.toNumber, ...exactly(size.body * 10) },
      children: [run(number ?? '')],
    }),
    new Paragraph({
      spacing: exactly(masthead.toRule),
      border: { bottom: { style: BorderStyle.SINGLE, size: 16, space: 0, ...red } },
      children: [],
    }),
  ]
}

/** Two lines under the rule, and one before the text. */
function title({ title: words, issuer }: Paper): Paragraph {
  return new Paragraph({
    style: 'Title',
    spacing: { before: issuer === null ? 0 : 2 * line, after: line, ...exactly(line) },
    children: [run(words)],
  })
}

function blockOf(paper: Paper, block: Block): (Paragraph | Table)[] {
  switch (block.type) {
    case 'paragraph':
      return [bodyParagraph(block)]
    case 'heading':
      return [headingParagraph(block)]
    case 'bulletList':
    case 'orderedList':
      return listParagraphs(block)
    case 'table':
      return [typedTable(block), new Paragraph({ children: [] })]
    case 'picture':
      return picture(paper.pictures, block.attrs.photo, block.attrs.caption)
    case 'data':
      return dataOf(paper, paper.data[block.attrs.id])
  }
}

function dataOf({ pictures }: Paper, value: DataValue | undefined): (Paragraph | Table)[] {
  switch (value?.form) {
    case 'figures':
      return [plainParagraph([run(figuresSentence(value.figures))])]
    case 'table':
      return [...dataTable(value), new Paragraph({ children: [] })]
    case 'examples':
      return examplesOf(pictures, value.examples)
    case 'nothing':
      return [plainParagraph([run(value.text)])]
    case undefined:
      return []
  }
}

/** 附件：1. … one line under the text; the second and further ones stand under the first. */
function attachments({ attachments: names }: Paper): Paragraph[] {
  return names.map((name, at) => {
    const word = at === 0 ? '附件：' : ''
    return new Paragraph({
      spacing: { before: at === 0 ? line : 0, ...exactly(line) },
      indent: { left: 5 * character, ...(at === 0 && { hanging: 3 * character }) },
      children: [run(`${word}${names.length === 1 ? '' : `${at + 1}. `}${name}`)],
    })
  })
}

/** A character of the body with the space after it, in twips. */
const character = size.body * 10 + letterSpacing

/** Who signs, two characters from the right; the day under it begins two characters further in. */
function signature({ issuer, day }: Paper): Paragraph[] {
  const signed = (text: string, alignment: 'left' | 'right', indent: number, before: number) =>
    new Paragraph({
      alignment: alignment === 'left' ? AlignmentType.LEFT : AlignmentType.RIGHT,
      spacing: { before, ...exactly(line) },
      indent: { [alignment]: indent },
      keepNext: before > 0 && issuer !== null,
      children: [run(text)],
    })
  if (issuer === null) return [signed(day, 'right', twoCharacters, 2 * line)]
  // Where the day is the longer one, it stands two characters from the right and the name moves in.
  const beyond = Math.max(0, twoCharacters + widthOf(day) - widthOf(issuer))
  const nameFrom = Math.max(0, typeArea.width - twoCharacters - beyond - widthOf(issuer))
  return [
    signed(issuer, 'left', nameFrom, 2 * line),
    signed(day, 'left', Math.min(nameFrom + twoCharacters, typeArea.width - widthOf(day)), 0),
  ]
}

/** How wide a text of the body is: a Latin letter or digit is half as wide as a Chinese character. */
function widthOf(text: string): number {
  return [...text].reduce((sum, one) => sum + (one > '\u00ff' ? character : character / 2), 0)
}

/** — 1 — in 4号, a character from the edge that lies outside when the sheets are bound. */
function pageNumber(side: 'left' | 'right'): Footer {
  return new Footer({
    children: [
      new Paragraph({
        alignment: side === 'right' ? AlignmentType.RIGHT : AlignmentType.LEFT,
        spacing: exactly(footer.line),
        indent: { [side]: size.pageNumber * 10 },
        children: [
          new TextRun({
            font: fonts.pageNumber,
            size: size.pageNumber,
            children: ['— ', PageNumber.CURRENT, ' —'],
          }),
        ],
      }),
    ],
  })
}
