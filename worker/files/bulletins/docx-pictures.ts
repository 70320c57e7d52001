import {
  AlignmentType,
  BorderStyle,
  ImageRun,
  LineRuleType,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  WidthType,
} from 'docx'
import type { DataValue } from '../../../schema/api/bulletin-content.ts'
import { caption, plainParagraph, run } from './docx-text.ts'
import { pixels, typeArea } from './measures.ts'
import type { Paper, PaperPicture } from './paper.ts'

type Pictures = Paper['pictures']
type Examples = Extract<DataValue, { form: 'examples' }>['examples']

/** The room a picture may take, in millimetres: the type area with space for a caption, or half of its width. */
const whole = { width: 156, height: 190 }
const half = { width: 76, height: 100 }

/** A picture over its caption, scaled to the type area. */
export function picture(pictures: Pictures, photo: string, words: string): Paragraph[] {
  const found = pictures.get(photo)
  const under = words === '' ? [] : [caption(words)]
  return found ? [imagesIn([imageOf(found, words, whole)]), ...under] : [left(words)]
}

/** Examples one after the other, the pictures of each side by side over their captions. */
export function examplesOf(pictures: Pictures, examples: Examples): (Paragraph | Table)[] {
  return examples.flatMap(({ text, photos }) => {
    const found = photos.flatMap(({ photo, caption: words }) => {
      const one = pictures.get(photo)
      return one ? [[imagesIn([imageOf(one, words, half)]), caption(words)]] : []
    })
    const missing = photos
      .filter(({ photo }) => !pictures.has(photo))
      .map(({ caption: words }) => left(words))
    const beside = found.length === 0 ? [] : [sideBySide(found), new Paragraph({ children: [] })]
    return [plainParagraph([run(text)]), ...beside, ...missing]
  })
}

/** Pictures two and two, in a table without lines. */
function sideBySide(cells: readonly Paragraph[][]): Table {
  const line = { style: BorderStyle.NONE, size: 0, color: 'auto' }
  const none = { top: line, bottom: line, left: line, right: line }
  const width = typeArea.width / 2
  const rows = Array.from({ length: Math.ceil(cells.length / 2) }, (_, at) => cells.slice(at * 2, at * 2 + 2))
  return new Table({
    columnWidths: [Math.floor(width), Math.ceil(width)],
    width: { size: typeArea.width, type: WidthType.DXA },
    layout: TableLayoutType.FIXED,
    borders: { ...none, insideHorizontal: line, insideVertical: line },
    rows: rows.map((row) => {
      const span = row.length === 1 ? { columnSpan: 2 } : {}
      const children = row.map((inside) => new TableCell({ children: inside, borders: none, ...span }))
      return new TableRow({ cantSplit: true, children })
    }),
  })
}

function imagesIn(images: readonly ImageRun[]): Paragraph {
  // A picture is higher than a line: it must not be cut to one.
  const spacing = { line: 240, lineRule: LineRuleType.AUTO, before: 120, after: 60 }
  return new Paragraph({ children: [...images], alignment: AlignmentType.CENTER, spacing, keepNext: true })
}

function imageOf({ bytes, type, width, height }: PaperPicture, words: string, room: typeof whole): ImageRun {
  const scale = Math.min(pixels(room.width) / width, pixels(room.height) / height)
  const [wide, high] = [width, height].map((side) => Math.max(1, Math.round(side * scale)))
  const name = words === '' ? '照片' : words
  return new ImageRun({
    type,
    data: bytes,
    transformation: { width: wide ?? 1, height: high ?? 1 },
    altText: { name, description: name, title: name },
  })
}

/** What stands for a picture that cannot be printed. */
function left(words: string): Paragraph {
  return caption(`［照片${words === '' ? '' : `：${words}`}，此处无法插入，请看网页］`)
}
