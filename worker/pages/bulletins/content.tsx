import { createElement, Fragment, type ReactNode } from 'react'
import type {
  Block,
  BulletinContent,
  DataValues,
  Inline,
  Paragraph,
  Table,
} from '../../../schema/api/bulletin-content.ts'
import { Value } from './value.tsx'

type Props = { content: BulletinContent; data: DataValues; photo: (id: string) => string }

/** A bulletin's body without scripts or styles of its own; whatever was typed is text. The title is the h1. */
export function Content({ content, data, photo }: Props) {
  return content.content.map((block, at) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: a page is drawn once
    <Fragment key={at}>{blockShown(block, data, photo)}</Fragment>
  ))
}

function blockShown(block: Block, data: DataValues, photo: Props['photo']): ReactNode {
  switch (block.type) {
    case 'paragraph':
      return paragraph(block)
    case 'heading':
      return createElement(`h${block.attrs.level + 1}`, null, inlines(block.content))
    case 'bulletList':
      return <ul>{items(block.content)}</ul>
    case 'orderedList':
      return <ol start={block.attrs?.start}>{items(block.content)}</ol>
    case 'table':
      return table(block)
    case 'picture':
      return (
        <figure>
          <img src={photo(block.attrs.photo)} alt={block.attrs.caption} loading="lazy" />
          {block.attrs.caption !== '' && <figcaption>{block.attrs.caption}</figcaption>}
        </figure>
      )
    case 'data': {
      const value = data[block.attrs.id]
      return value && <Value value={value} photo={photo} />
    }
  }
}

function paragraph({ attrs, content }: Paragraph): ReactNode {
  return <p className={attrs?.align ?? undefined}>{inlines(content)}</p>
}

function paragraphs(all: readonly Paragraph[]): ReactNode {
  const [only, ...more] = all
  // A cell or item of one paragraph is its text alone.
  if (only && more.length === 0 && !only.attrs?.align) return inlines(only.content)
  return all.map((one, at) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: a page is drawn once
    <Fragment key={at}>{paragraph(one)}</Fragment>
  ))
}

function items(list: readonly { content: Paragraph[] }[]): ReactNode {
  return list.map(({ content }, at) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: a page is drawn once
    <li key={at}>{paragraphs(content)}</li>
  ))
}

function table({ content }: Table): ReactNode {
  const [first, ...rest] = content
  const headed = first?.content.every(({ type }) => type === 'tableHeader') ?? false
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table scrolls by keyboard too
    <section className="wide" tabIndex={0}>
      <table>
        {headed && first && <thead>{row(first, 'col')}</thead>}
        <tbody>
          {(headed ? rest : content).map((one, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a page is drawn once
            <Fragment key={at}>{row(one, 'row')}</Fragment>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function row({ content }: Table['content'][number], scope: 'row' | 'col'): ReactNode {
  return (
    <tr>
      {content.map(({ type, attrs, content: cell }, at) =>
        createElement(
          type === 'tableHeader' ? 'th' : 'td',
          {
            key: at,
            colSpan: attrs?.colspan,
            rowSpan: attrs?.rowspan,
            ...(type === 'tableHeader' ? { scope } : {}),
          },
          paragraphs(cell),
        ),
      )}
    </tr>
  )
}

const marks = { bold: 'strong', italic: 'em', underline: 'u' } as const

function inlines(all: readonly Inline[] = []): ReactNode {
  return all.map((inline, at) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: a page is drawn once
    <Fragment key={at}>{inline.type === 'hardBreak' ? <br /> : marked(inline)}</Fragment>
  ))
}

function marked({ text, marks: on = [] }: Extract<Inline, { type: 'text' }>): ReactNode {
  return on.reduce<ReactNode>((inner, { type }) => createElement(marks[type], null, inner), text)
}
