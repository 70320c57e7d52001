import { z } from 'zod'
import { Id } from './common.ts'

/*
 * The body of a bulletin, as the editor keeps it: a small, closed set of nodes, so that one document becomes a web page,
 * a DOCX and print alike. No HTML anywhere: whatever is typed is text.
 */

export const Mark = z.strictObject({ type: z.enum(['bold', 'italic', 'underline']) })
export const TextNode = z.strictObject({
  type: z.literal('text'),
  text: z.string().min(1).max(20_000),
  marks: z.array(Mark).max(3).optional(),
})
export const LineBreak = z.strictObject({ type: z.literal('hardBreak') })
export const Inline = z.union([TextNode, LineBreak])
export type Inline = z.infer<typeof Inline>
const Inlines = z.array(Inline).max(2000).optional()

export const Paragraph = z.strictObject({
  type: z.literal('paragraph'),
  attrs: z.strictObject({ align: z.enum(['left', 'center', 'right']).nullable().optional() }).optional(),
  content: Inlines,
})
export type Paragraph = z.infer<typeof Paragraph>

/** Levels as official papers count them: 一、 (一) 1. (1). The numbers are typed by the author, never added. */
export const Heading = z.strictObject({
  type: z.literal('heading'),
  attrs: z.strictObject({ level: z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)]) }),
  content: Inlines,
})
export type Heading = z.infer<typeof Heading>

const Cell = z.strictObject({
  type: z.enum(['tableCell', 'tableHeader']),
  attrs: z
    .strictObject({
      colspan: z.int().min(1).max(30).optional(),
      rowspan: z.int().min(1).max(500).optional(),
      colwidth: z.array(z.int().min(1).max(5000)).max(30).nullable().optional(),
    })
    .optional(),
  content: z.array(Paragraph).max(50),
})
export const Table = z.strictObject({
  type: z.literal('table'),
  content: z
    .array(z.strictObject({ type: z.literal('tableRow'), content: z.array(Cell).max(30) }))
    .min(1)
    .max(600),
})
export type Table = z.infer<typeof Table>

/** A list is one level deep: official papers number their levels as headings. */
export const List = z.strictObject({
  type: z.enum(['bulletList', 'orderedList']),
  attrs: z.strictObject({ start: z.int().min(1).max(10_000).optional() }).optional(),
  content: z
    .array(z.strictObject({ type: z.literal('listItem'), content: z.array(Paragraph).min(1).max(20) }))
    .min(1)
    .max(500),
})
export type List = z.infer<typeof List>

/** A stored photo that is already evidence of something, or was uploaded for this bulletin. */
export const Picture = z.strictObject({
  type: z.literal('picture'),
  attrs: z.strictObject({ photo: Id, caption: z.string().max(200) }),
})
export type Picture = z.infer<typeof Picture>

export const dataKinds = [
  'issue_figures',
  'issues_by_township',
  'overdue_issues',
  'bands_by_township',
  'standings',
  'streaks',
  'interviews',
  'relapses',
  'missing_reports',
  'good_examples',
  'bad_examples',
  'outreach',
] as const
export const DataKind = z.enum(dataKinds)
export type DataKind = z.infer<typeof DataKind>

/** A block whose content follows from the county's data, anew at every look until the bulletin is issued. */
export const DataBlock = z.strictObject({
  type: z.literal('data'),
  attrs: z.strictObject({
    /** Made by the client; unique in the document. */
    id: Id,
    kind: DataKind,
    /** For `standings`: only one band. */
    band: z.enum(['green', 'yellow', 'red']).nullable().optional(),
    /** At most so many rows or examples. */
    limit: z.int().min(1).max(500).nullable().optional(),
  }),
})
export type DataBlock = z.infer<typeof DataBlock>

export const Block = z.union([Paragraph, Heading, List, Table, Picture, DataBlock])
export type Block = z.infer<typeof Block>

export const BulletinContent = z.strictObject({
  type: z.literal('doc'),
  content: z.array(Block).max(1000),
})
export type BulletinContent = z.infer<typeof BulletinContent>

/** What a data block shows: one form for the editor, the page, the DOCX and the annex. In the county's language. */
export const DataValue = z.discriminatedUnion('form', [
  /** Read as one sentence: 发现问题 35 个，销号 30 个 … */
  z.object({
    form: z.literal('figures'),
    figures: z.array(z.object({ label: z.string(), value: z.number(), unit: z.string() })),
  }),
  z.object({
    form: z.literal('table'),
    caption: z.string(),
    columns: z.array(z.object({ label: z.string(), numeric: z.boolean() })),
    rows: z.array(z.array(z.string())),
  }),
  /** Good and bad examples: an issue before and after, or as found. */
  z.object({
    form: z.literal('examples'),
    examples: z.array(
      z.object({
        text: z.string(),
        photos: z.array(z.object({ photo: z.string(), role: z.string(), caption: z.string() })),
      }),
    ),
  }),
  /** Nothing to say: `text` says so. */
  z.object({ form: z.literal('nothing'), text: z.string() }),
])
export type DataValue = z.infer<typeof DataValue>
/** By the data block's id. */
export const DataValues = z.record(z.string(), DataValue)
export type DataValues = z.infer<typeof DataValues>
