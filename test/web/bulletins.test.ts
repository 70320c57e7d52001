import { expect, test } from 'vitest'
import { BulletinContent } from '../../schema/api/bulletin-content.ts'
import type { BulletinDetail } from '../../schema/api/bulletins.ts'
import { contentOf, type Piece, pieceOf } from '../../web/console/bulletins/editor/shape.ts'
import { changeOf, joined, type Written } from '../../web/console/bulletins/editor/use-draft.ts'

const text = (said: string, ...marks: string[]): Piece => ({
  ...{ type: 'text', text: said, marks: marks.map((type) => ({ type })) },
})
const paragraph = (...content: Piece[]): Piece => ({ type: 'paragraph', attrs: { align: null }, content })
const cell = (type: string, said: string): Piece => ({
  ...{ type, attrs: { colspan: 1, rowspan: 1, colwidth: null }, content: [paragraph(text(said))] },
})

/** As the editor writes it: every attribute named, an empty place at the end. */
const everything: Piece = {
  type: 'doc',
  content: [
    { type: 'heading', attrs: { level: 2 }, content: [text('（一）标题')] },
    {
      ...paragraph(text('粗', 'bold', 'underline'), { type: 'hardBreak' }, text('细')),
      attrs: { align: 'center' },
    },
    { type: 'bulletList', content: [{ type: 'listItem', content: [paragraph(text('一'))] }] },
    {
      type: 'orderedList',
      attrs: { start: 3 },
      content: [{ type: 'listItem', content: [paragraph(text('三'))] }],
    },
    {
      type: 'table',
      content: [
        { type: 'tableRow', content: [cell('tableHeader', '名称'), cell('tableHeader', '数')] },
        {
          type: 'tableRow',
          content: [{ ...cell('tableCell', '甲'), attrs: { colspan: 2, rowspan: 1, colwidth: null } }],
        },
      ],
    },
    { type: 'picture', attrs: { photo: 'p1', caption: '' } },
    { type: 'data', attrs: { id: 'd1', kind: 'standings', band: 'red', limit: null } },
    { type: 'paragraph', attrs: { align: null } },
  ],
}

test('what the editor holds is sent in the contract’s shape, and read back the same', () => {
  const content = contentOf(everything)
  expect(BulletinContent.parse(content)).toEqual(content)
  expect(content.content).toHaveLength(7)
  expect(content.content[1]).toEqual({
    type: 'paragraph',
    attrs: { align: 'center' },
    content: [
      { type: 'text', text: '粗', marks: [{ type: 'bold' }, { type: 'underline' }] },
      { type: 'hardBreak' },
      { type: 'text', text: '细' },
    ],
  })
  expect(contentOf(pieceOf(content))).toEqual(content)
})

test('an empty body has a place to write in, and an empty line between others stays', () => {
  expect(pieceOf({ type: 'doc', content: [] }).content).toEqual([{ type: 'paragraph' }])
  const lines = { type: 'doc', content: [paragraph(text('一')), paragraph(), paragraph()] }
  expect(contentOf(lines).content).toHaveLength(3)
})

test('a node that the contract does not know is left out', () => {
  expect(
    contentOf({ type: 'doc', content: [{ type: 'iframe' }, paragraph(text('字'))] }).content,
  ).toHaveLength(1)
})

const draft: Written = {
  ...{ title: '日通报', issuer: null, number: null, visibility: 'members' },
  content: { type: 'doc', content: [] },
}

test('only what differs is sent; a title being typed anew, or a space at the end, is nothing yet', () => {
  expect(changeOf(draft, { ...draft, title: '' })).toEqual({})
  expect(changeOf(draft, { ...draft, title: '日通报 ', number: ' ' })).toEqual({})
  expect(changeOf(draft, { ...draft, number: '〔2026〕3号 ' })).toEqual({ number: '〔2026〕3号' })
  expect(changeOf({ ...draft, issuer: '县办' }, draft)).toEqual({ issuer: null })
})

test('of two drafts nothing is lost when both are kept, and no data block stands there twice', () => {
  const block = (id: string): BulletinDetail['content'] => ({
    ...{ type: 'doc', content: [{ type: 'data', attrs: { id, kind: 'streaks' } }] },
  })
  const both = joined(block('same'), block('same'), () => 'new')
  expect(both.content).toMatchObject([{ attrs: { id: 'same' } }, { attrs: { id: 'new', kind: 'streaks' } }])
})
