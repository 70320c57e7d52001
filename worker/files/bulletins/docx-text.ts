import { AlignmentType, LineRuleType, Paragraph, type ParagraphChild, TextRun, UnderlineType } from 'docx'
import type { Heading, Inline, List, Paragraph as TextBlock } from '../../../schema/api/bulletin-content.ts'
import { twoCharacters } from './measures.ts'
import { printable } from './paper.ts'

/** Lines of one height whatever stands in them. */
export function exactly(line: number) {
  return { line, lineRule: LineRuleType.EXACT }
}

/** Two characters before the first line. */
export const indented = { firstLine: twoCharacters, firstLineChars: 200 }

const alignments = {
  left: AlignmentType.LEFT,
  center: AlignmentType.CENTER,
  right: AlignmentType.RIGHT,
} as const

/** A paragraph of the body: indented unless it is centred or stands to the right. */
export function bodyParagraph({ attrs, content }: TextBlock): Paragraph {
  const align = attrs?.align ?? null
  return align === 'center' || align === 'right'
    ? new Paragraph({ children: runsOf(content), alignment: alignments[align] })
    : plainParagraph(runsOf(content))
}

/** A paragraph of the body that is not set otherwise. */
export function plainParagraph(children: ParagraphChild[]): Paragraph {
  return new Paragraph({ children, indent: indented, alignment: AlignmentType.JUSTIFIED })
}

/** A heading as its style says; its number is part of the text. */
export function headingParagraph({ attrs, content }: Heading): Paragraph {
  return new Paragraph({ children: runsOf(content), style: `Heading${attrs.level}` })
}

/** Items with a dot or a number before each; further paragraphs of an item follow without. */
export function listParagraphs({ type, attrs, content }: List): Paragraph[] {
  const start = attrs?.start ?? 1
  return content.flatMap((item, at) =>
    item.content.map((paragraph, part) => {
      const mark = type === 'orderedList' ? `${start + at}. ` : '• '
      return plainParagraph([...(part === 0 ? [run(mark)] : []), ...runsOf(paragraph.content)])
    }),
  )
}

/** Words with their marks. */
export function runsOf(content: readonly Inline[] | undefined): TextRun[] {
  return (content ?? []).map((node) => {
    if (node.type === 'hardBreak') return new TextRun({ break: 1 })
    const marks = new Set(node.marks?.map(({ type }) => type))
    return new TextRun({
      text: printable(node.text),
      ...(marks.has('bold') && { bold: true }),
      ...(marks.has('italic') && { italics: true }),
      ...(marks.has('underline') && { underline: { type: UnderlineType.SINGLE } }),
    })
  })
}

/** Words as they are. */
export function run(text: string): TextRun {
  return new TextRun(printable(text))
}

/** Smaller words over a table or under a picture. */
export function caption(text: string, keepNext = false): Paragraph {
  return new Paragraph({ children: [run(text)], style: 'Caption', keepNext })
}
