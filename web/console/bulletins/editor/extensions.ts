import { Extension } from '@tiptap/core'
import { TableCell, TableHeader, TableKit, TableRow } from '@tiptap/extension-table'
import { gapCursor } from '@tiptap/pm/gapcursor'
import { history, redo, undo } from '@tiptap/pm/history'
import { Fragment, type Node as Piece, Slice } from '@tiptap/pm/model'
import { Plugin } from '@tiptap/pm/state'
import { newUuid } from '../../../lib/request-key.ts'
import { cleaned } from './clean-paste.ts'
import { Data, Picture } from './own-nodes.ts'
import {
  Bold,
  BulletList,
  Doc,
  HardBreak,
  Heading,
  Italic,
  ListItem,
  OrderedList,
  Paragraph,
  Text,
  Underline,
} from './text-nodes.ts'

/** Undo and redo, a cursor where no text is, and the cleaning of whatever is pasted. */
const Writing = Extension.create({
  name: 'writing',
  addProseMirrorPlugins: () => [
    history(),
    gapCursor(),
    new Plugin({
      // After a table, a picture or data there is always a place to write on.
      appendTransaction: (_, __, { doc, schema, tr }) => {
        const { paragraph } = schema.nodes
        return paragraph && doc.lastChild?.type !== paragraph
          ? tr.insert(doc.content.size, paragraph.create())
          : null
      },
      props: {
        transformPastedHTML: (html) => cleaned(html),
        transformPasted: (slice) => new Slice(renamed(slice.content), slice.openStart, slice.openEnd),
      },
    }),
  ],
  addKeyboardShortcuts() {
    const run = (command: typeof undo) => () => command(this.editor.state, this.editor.view.dispatch)
    return { 'Mod-z': run(undo), 'Mod-y': run(redo), 'Mod-Shift-z': run(redo) }
  },
})

/** A data block pasted a second time is a block of its own; they stand at the top of a document alone. */
function renamed(pieces: Fragment): Fragment {
  const all: Piece[] = []
  pieces.forEach((piece) => {
    all.push(piece.type.name === 'data' ? piece.type.create({ ...piece.attrs, id: newUuid() }) : piece)
  })
  return Fragment.fromArray(all)
}

const cells = { content: 'paragraph+' }

export const extensions = [
  ...[Doc, Text, Paragraph, Heading, HardBreak, OrderedList, BulletList, ListItem],
  ...[Bold, Italic, Underline, Picture, Data, Writing],
  TableKit.configure({ table: { resizable: false }, tableCell: false, tableHeader: false, tableRow: false }),
  TableRow,
  TableCell.extend(cells),
  TableHeader.extend(cells),
]
