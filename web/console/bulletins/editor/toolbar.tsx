import {
  AlignCenterOutlined,
  AlignLeftOutlined,
  AlignRightOutlined,
  BoldOutlined,
  DatabaseOutlined,
  ItalicOutlined,
  OrderedListOutlined,
  PictureOutlined,
  RedoOutlined,
  TableOutlined,
  UnderlineOutlined,
  UndoOutlined,
  UnorderedListOutlined,
} from '@ant-design/icons'
import { redo, redoDepth, undo, undoDepth } from '@tiptap/pm/history'
import { type Editor, useEditorState } from '@tiptap/react'
import { Button, Dropdown, Select } from 'antd'
import type { ReactNode } from 'react'
import { dataKinds } from '../../../../schema/api/bulletin-content.ts'
import { bulletinsTexts } from '../../../i18n/bulletins.ts'
import { useTexts } from '../../../lib/language.tsx'
import { newUuid } from '../../../lib/request-key.ts'
import { TableTools } from './table-tools.tsx'

const levels = [1, 2, 3, 4] as const
/** As this computer's keyboard names it. */
const mod = /Mac|iPhone|iPad/.test(navigator.platform) ? '⌘' : 'Ctrl'

type Props = { editor: Editor; addPicture: () => void }

/** What can be done to the text; every button says its name and its keys. */
export function Toolbar({ editor, addPicture }: Props) {
  const t = useTexts(bulletinsTexts)
  const now = useEditorState({ editor, selector: ({ editor: one }) => stateOf(one) })
  const keys = (label: string, combination: string) => `${label} (${mod}+${combination})`
  const insertBlock = (kind: string) =>
    editor
      .chain()
      .focus()
      .insertContent({ type: 'data', attrs: { id: newUuid(), kind } })
      .run()
  const alignTo = (align: string | null) =>
    editor.chain().focus().updateAttributes('paragraph', { align }).run()
  return (
    <div className="bulletin-toolbar" role="toolbar" aria-label={t('toolbar')}>
      <Select
        aria-label={t('blockStyle')}
        className="bulletin-style"
        value={now.level}
        onChange={(level) =>
          level === 0
            ? editor.chain().focus().setNode('paragraph').run()
            : editor.chain().focus().setNode('heading', { level }).run()
        }
        options={[
          { value: 0, label: t('body') },
          ...levels.map((level) => ({ value: level, label: t(`heading_${level}`) })),
        ]}
      />
      <Tool
        label={keys(t('bold'), 'B')}
        icon={<BoldOutlined />}
        on={now.bold}
        act={() => editor.chain().focus().toggleMark('bold').run()}
      />
      <Tool
        label={keys(t('italic'), 'I')}
        icon={<ItalicOutlined />}
        on={now.italic}
        act={() => editor.chain().focus().toggleMark('italic').run()}
      />
      <Tool
        label={keys(t('underline'), 'U')}
        icon={<UnderlineOutlined />}
        on={now.underline}
        act={() => editor.chain().focus().toggleMark('underline').run()}
      />
      <Tool
        label={keys(t('alignLeft'), 'Shift+L')}
        icon={<AlignLeftOutlined />}
        on={now.align === ''}
        act={() => alignTo(null)}
      />
      <Tool
        label={keys(t('alignCenter'), 'Shift+E')}
        icon={<AlignCenterOutlined />}
        on={now.align === 'center'}
        act={() => alignTo('center')}
      />
      <Tool
        label={keys(t('alignRight'), 'Shift+R')}
        icon={<AlignRightOutlined />}
        on={now.align === 'right'}
        act={() => alignTo('right')}
      />
      <Tool
        label={keys(t('bulletList'), 'Shift+8')}
        icon={<UnorderedListOutlined />}
        on={now.bullets}
        act={() => editor.chain().focus().toggleList('bulletList', 'listItem').run()}
      />
      <Tool
        label={keys(t('orderedList'), 'Shift+7')}
        icon={<OrderedListOutlined />}
        on={now.numbers}
        act={() => editor.chain().focus().toggleList('orderedList', 'listItem').run()}
      />
      {now.table ? (
        <TableTools editor={editor} />
      ) : (
        <Tool
          label={t('table')}
          icon={<TableOutlined />}
          act={() => editor.chain().focus().insertTable({ rows: 3, cols: 3, withHeaderRow: true }).run()}
        />
      )}
      <Tool label={t('picture')} icon={<PictureOutlined />} act={addPicture} />
      <Dropdown
        trigger={['click']}
        menu={{
          items: dataKinds.map((kind) => ({ key: kind, label: t(`kind_${kind}`) })),
          onClick: ({ key }) => insertBlock(key),
        }}
      >
        <Button icon={<DatabaseOutlined aria-hidden="true" />}>{t('dataBlock')}</Button>
      </Dropdown>
      <Tool
        label={keys(t('undo'), 'Z')}
        icon={<UndoOutlined />}
        off={!now.undo}
        act={() => undo(editor.state, editor.view.dispatch)}
      />
      <Tool
        label={keys(t('redo'), 'Y')}
        icon={<RedoOutlined />}
        off={!now.redo}
        act={() => redo(editor.state, editor.view.dispatch)}
      />
    </div>
  )
}

type ToolProps = { label: string; icon: ReactNode; act: () => unknown; on?: boolean; off?: boolean }

/** Pressing it keeps the selection in the text. */
function Tool({ label, icon, act, on, off = false }: ToolProps) {
  return (
    <Button
      type={on ? 'primary' : 'text'}
      icon={icon}
      aria-label={label}
      title={label}
      {...(on === undefined ? {} : { 'aria-pressed': on })}
      disabled={off}
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => act()}
    />
  )
}

function stateOf(editor: Editor) {
  const { level = 0 } = editor.getAttributes('heading') as { level?: number }
  const { align } = editor.getAttributes('paragraph') as { align?: string | null }
  return {
    level: editor.isActive('heading') ? level : 0,
    align: editor.isActive('paragraph') ? (align ?? '') : undefined,
    bold: editor.isActive('bold'),
    italic: editor.isActive('italic'),
    underline: editor.isActive('underline'),
    bullets: editor.isActive('bulletList'),
    numbers: editor.isActive('orderedList'),
    table: editor.isActive('table'),
    undo: undoDepth(editor.state) > 0,
    redo: redoDepth(editor.state) > 0,
  }
}
