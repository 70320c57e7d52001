import { createElement, Fragment, type ReactNode } from 'react'
import type {
  Block,
  BulletinContent,
  DataValues,
  Inline,
  List,
  Paragraph,
  Table,
} from '../../../schema/api/bulletin-content.ts'
import { Value } from './value.tsx'

/** The address of a stored photo as the reader may see it. */
export type PhotoAddress = (photo: string) => string

type Props = { content: BulletinContent; data: DataValues; photo: PhotoAddress }

/** A bulletin's body; whatever was typed is text. The title is an h2, so its own headings begin below that. */
export function Content({ content, data, photo }: Props) {
  return content.content.map((block, at) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the body is redrawn as a whole; its blocks have no names
    <BlockShown key={at} block={block} data={data} photo={photo} />
  ))
}

function BlockShown({ block, data, photo }: Omit<Props, 'content'> & { block: Block }): ReactNode {
  switch (block.type) {
    case 'paragraph':
      return <ParagraphShown paragraph={block} />
    case 'heading':
      return createElement(
        `h${block.attrs.level + 2}`,
        { className: `bulletin-h${block.attrs.level}` },
        <Inlines inlines={block.content} />,
      )
    case 'bulletList':
    case 'orderedList':
      return <ListShown list={block} />
    case 'table':
      return <TableShown table={block} />
    case 'picture':
      return (
        <figure>
          <img src={photo(block.attrs.photo)} alt={block.attrs.caption} loading="lazy" />
          {block.attrs.caption !== '' && <figcaption>{block.attrs.caption}</figcaption>}
        </figure>
      )
    case 'data': {
      const value = data[block.attrs.id]
      return value ? <Value value={value} photo={photo} /> : null
    }
  }
}

function ParagraphShown({ paragraph: { attrs, content } }: { paragraph: Paragraph }) {
  const align = attrs?.align ?? undefined
  return (
    <p className={align && `bulletin-${align}`}>
      <Inlines inlines={content} />
    </p>
  )
}

function ListShown({ list: { type, attrs, content } }: { list: List }) {
  const items = content.map((item, at) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: redrawn as a whole
    <li key={at}>
      <Paragraphs paragraphs={item.content} />
    </li>
  ))
  return type === 'orderedList' ? <ol start={attrs?.start}>{items}</ol> : <ul>{items}</ul>
}

function TableShown({ table }: { table: Table }) {
  const [first, ...rest] = table.content
  const headed = first?.content.every(({ type }) => type === 'tableHeader') ?? false
  const body = headed ? rest : table.content
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table scrolls by keyboard too
    <section className="bulletin-table" tabIndex={0}>
      <table>
        {headed && first && (
          <thead>
            <Row row={first} scope="col" />
          </thead>
        )}
        <tbody>
          {body.map((row, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: redrawn as a whole
            <Row key={at} row={row} scope="row" />
          ))}
        </tbody>
      </table>
    </section>
  )
}

function Row({ row, scope }: { row: Table['content'][number]; scope: 'row' | 'col' }) {
  return (
    <tr>
      {row.content.map(({ type, attrs, content }, at) =>
        createElement(
          type === 'tableHeader' ? 'th' : 'td',
          // A cell has no name of its own.
          {
            key: at,
            colSpan: attrs?.colspan,
            rowSpan: attrs?.rowspan,
            ...(type === 'tableHeader' ? { scope } : {}),
          },
          <Paragraphs paragraphs={content} />,
        ),
      )}
    </tr>
  )
}

function Paragraphs({ paragraphs }: { paragraphs: readonly Paragraph[] }) {
  return paragraphs.map((paragraph, at) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: redrawn as a whole
    <ParagraphShown key={at} paragraph={paragraph} />
  ))
}

const marks = { bold: 'strong', italic: 'em', underline: 'u' } as const

function Inlines({ inlines }: { inlines: readonly Inline[] | undefined }) {
  return inlines?.map((inline, at) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: redrawn as a whole
    <Fragment key={at}>{inline.type === 'hardBreak' ? <br /> : marked(inline)}</Fragment>
  ))
}

function marked({ text, marks: on = [] }: Extract<Inline, { type: 'text' }>): ReactNode {
  return on.reduce<ReactNode>((inner, { type }) => createElement(marks[type], null, inner), text)
}
