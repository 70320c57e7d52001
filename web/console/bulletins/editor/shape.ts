import type {
  Block,
  BulletinContent,
  Inline,
  List,
  Paragraph,
  Table,
} from '../../../../schema/api/bulletin-content.ts'

/** A node as the editor writes it: every attribute named, also those that say nothing. */
export type Piece = {
  type?: string
  text?: string
  attrs?: Record<string, unknown>
  marks?: { type: string }[]
  content?: Piece[]
}

/** The editor's document in the contract's shape: attributes that say nothing left out, nothing the contract lacks. */
export function contentOf(doc: Piece): BulletinContent {
  const content = (doc.content ?? []).flatMap(blockOf)
  return { type: 'doc', content: placeKept(content) ? content.slice(0, -1) : content }
}

/** The empty paragraph that the editor keeps after a table, a picture or data is no part of the text. */
function placeKept(content: readonly Block[]): boolean {
  const [before, last] = content.slice(-2)
  const empty = last?.type === 'paragraph' && last.content === undefined && last.attrs === undefined
  return empty && before !== undefined && before.type !== 'paragraph'
}

/** A kept body as the editor reads it: it ends with a place to write in. */
export function pieceOf({ content }: BulletinContent): Piece {
  const last = content.at(-1)
  const place = last?.type === 'paragraph' ? [] : [{ type: 'paragraph' }]
  return { type: 'doc', content: [...content, ...place] as Piece[] }
}

function blockOf(piece: Piece): Block[] {
  const { type, attrs = {}, content = [] } = piece
  switch (type) {
    case 'paragraph':
      return [paragraphOf(piece)]
    case 'heading': {
      const level = attrs.level as 1 | 2 | 3 | 4
      return [{ type, attrs: { level }, ...inlinesOf(content) }]
    }
    case 'bulletList':
    case 'orderedList': {
      const start = type === 'orderedList' && attrs.start !== 1 ? Number(attrs.start) : undefined
      const list: List = {
        type,
        content: content.map((item) => ({ type: 'listItem', content: paragraphs(item) })),
      }
      return [start === undefined ? list : { ...list, attrs: { start } }]
    }
    case 'table':
      return [{ type, content: content.map(rowOf) }]
    case 'picture':
      return [{ type, attrs: { photo: String(attrs.photo), caption: String(attrs.caption) } }]
    case 'data':
      return [dataOf(attrs)]
    default:
      return []
  }
}

function dataOf({ id, kind, band, limit }: Record<string, unknown>): Block {
  const given = { ...(band ? { band } : {}), ...(limit ? { limit } : {}) }
  return { type: 'data', attrs: { id: String(id), kind, ...given } } as Block
}

function paragraphOf({ attrs, content = [] }: Piece): Paragraph {
  const align = attrs?.align as 'center' | 'right' | null | undefined
  return { type: 'paragraph', ...(align ? { attrs: { align } } : {}), ...inlinesOf(content) }
}

function paragraphs({ content = [] }: Piece): Paragraph[] {
  return content.filter(({ type }) => type === 'paragraph').map(paragraphOf)
}

function rowOf({ content = [] }: Piece): Table['content'][number] {
  return { type: 'tableRow', content: content.map(cellOf) }
}

function cellOf(piece: Piece): Table['content'][number]['content'][number] {
  const { colspan = 1, rowspan = 1 } = (piece.attrs ?? {}) as { colspan?: number; rowspan?: number }
  const spans = { ...(colspan > 1 ? { colspan } : {}), ...(rowspan > 1 ? { rowspan } : {}) }
  const type = piece.type === 'tableHeader' ? 'tableHeader' : 'tableCell'
  return { type, ...(Object.keys(spans).length > 0 ? { attrs: spans } : {}), content: paragraphs(piece) }
}

function inlinesOf(pieces: readonly Piece[]): { content?: Inline[] } {
  const content = pieces.flatMap(({ type, text, marks }): Inline[] => {
    if (type === 'hardBreak') return [{ type: 'hardBreak' }]
    if (type !== 'text' || !text) return []
    const on = (marks ?? []).map((mark) => ({ type: mark.type as 'bold' | 'italic' | 'underline' }))
    return [{ type: 'text', text, ...(on.length > 0 ? { marks: on } : {}) }]
  })
  return content.length > 0 ? { content } : {}
}
