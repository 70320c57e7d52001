import {
  AlignmentType,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlignTable,
  WidthType,
} from 'docx'
import type { DataValue, Table as TypedTable } from '../../../schema/api/bulletin-content.ts'
import { caption, run, runsOf } from './docx-text.ts'
import { mm, size, typeArea } from './measures.ts'

type DataTable = Extract<DataValue, { form: 'table' }>

/** A table of data under its caption, as wide as the type area. */
export function dataTable({ caption: words, columns, rows }: DataTable): (Paragraph | Table)[] {
  const widths = shares(columns.map(({ label }, at) => needOf([label, ...rows.map((row) => row[at] ?? '')])))
  const head = headRow(columns.map(({ label }, at) => cell([wordsIn(label, 'TableHead')], widths[at])))
  const body = rows.map((row) =>
    bodyRow(
      columns.map(({ numeric }, at) =>
        cell([wordsIn(row[at] ?? '', numeric ? 'TableNumber' : 'TableText')], widths[at]),
      ),
    ),
  )
  return [caption(words, true), table([head, ...body], widths)]
}

/** A table somebody typed. Rows that hold heads alone, from the top, are repeated on every page. */
export function typedTable({ content }: TypedTable): Table {
  const columns = Math.max(
    1,
    ...content.map((row) => row.content.reduce((sum, { attrs }) => sum + (attrs?.colspan ?? 1), 0)),
  )
  const widths = shares(Array.from({ length: columns }, () => 1))
  const firstBody = content.findIndex((row) => row.content.some(({ type }) => type === 'tableCell'))
  const rows = content.map((row, at) => {
    const cells = row.content.map(({ type, attrs, content: paragraphs }) => {
      const style = type === 'tableHeader' ? 'TableHead' : 'TableText'
      const inside = paragraphs.map(
        (one) => new Paragraph({ children: runsOf(one.content), style, ...aligned(one.attrs?.align) }),
      )
      const span = {
        columnSpan: attrs?.colspan ?? 1,
        // Below the last row there is nothing to reach into.
        rowSpan: Math.min(attrs?.rowspan ?? 1, content.length - at),
      }
      const wide = span.columnSpan * Math.floor(typeArea.width / columns)
      return cell(inside.length > 0 ? inside : [wordsIn('', style)], wide, span)
    })
    const filled =
      cells.length > 0 ? cells : [cell([wordsIn('', 'TableText')], undefined, { columnSpan: columns })]
    return at < (firstBody === -1 ? 1 : firstBody) ? headRow(filled) : bodyRow(filled)
  })
  return table(rows, widths)
}

function aligned(align: 'left' | 'center' | 'right' | null | undefined) {
  if (align === null || align === undefined) return {}
  return {
    alignment: { left: AlignmentType.LEFT, center: AlignmentType.CENTER, right: AlignmentType.RIGHT }[align],
  }
}

function table(rows: TableRow[], widths: number[]): Table {
  return new Table({
    rows,
    columnWidths: widths,
    width: { size: typeArea.width, type: WidthType.DXA },
    layout: TableLayoutType.FIXED,
    alignment: AlignmentType.CENTER,
    margins: { left: padding, right: padding, marginUnitType: WidthType.DXA },
  })
}

function headRow(children: TableCell[]): TableRow {
  return new TableRow({ children, tableHeader: true, cantSplit: true })
}

function bodyRow(children: TableCell[]): TableRow {
  return new TableRow({ children, cantSplit: true })
}

const padding = mm(1)

function cell(
  children: Paragraph[],
  width: number | undefined,
  span: { columnSpan?: number; rowSpan?: number } = {},
): TableCell {
  return new TableCell({
    children,
    ...span,
    ...(width !== undefined && { width: { size: width, type: WidthType.DXA } }),
    verticalAlign: VerticalAlignTable.CENTER,
  })
}

function wordsIn(text: string, style: string): Paragraph {
  return new Paragraph({ children: [run(text)], style })
}

/** The room that the longest of a column's texts would like, in characters. */
function needOf(texts: readonly string[]): number {
  const long = Math.max(
    ...texts.map((text) => [...text].reduce((sum, one) => sum + (one > '\u00ff' ? 1 : 0.55), 0)),
  )
  return Math.min(mostNeed, Math.max(2, long) + 1.2)
}

const mostNeed = 18
/** Up to so many characters a column gets what it needs, and the others share the rest. */
const narrow = 7
const room = typeArea.width / (size.table * 10)

/** The type area's width in twips, shared out by what columns need; what rounding leaves goes to the last. */
function shares(needs: readonly number[]): number[] {
  const sum = (of: readonly number[]) => of.reduce((all, one) => all + one, 0)
  const fixed = sum(needs.filter((need) => need <= narrow))
  const tight = sum(needs) > room && fixed < room * 0.6 && fixed < sum(needs)
  const scale = tight ? (room - fixed) / (sum(needs) - fixed) : room / sum(needs)
  const characters = needs.map((need) => (tight && need <= narrow ? need : need * scale))
  const widths = characters.map((one) => Math.floor(one * size.table * 10))
  const rest = typeArea.width - sum(widths)
  return widths.map((width, at) => (at === widths.length - 1 ? width + rest : width))
}
