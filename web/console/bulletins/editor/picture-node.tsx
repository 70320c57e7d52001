import { CloseOutlined } from '@ant-design/icons'
import { NodeViewWrapper, type ReactNodeViewProps } from '@tiptap/react'
import { Button, Input } from 'antd'
import { bulletinsTexts } from '../../../i18n/bulletins.ts'
import { useTexts } from '../../../lib/language.tsx'
import { useShown } from './shown.ts'

/** A picture in the editor, with its caption to type. */
export function PictureNode({ node, selected, updateAttributes, deleteNode }: ReactNodeViewProps) {
  const t = useTexts(bulletinsTexts)
  const { photo: address } = useShown()
  const { photo, caption } = node.attrs as { photo: string; caption: string }
  return (
    <NodeViewWrapper
      as="figure"
      className={selected ? 'bulletin-block selected' : 'bulletin-block'}
      contentEditable={false}
    >
      <img src={address(photo)} alt={caption === '' ? t('picture') : caption} data-drag-handle />
      <div className="bulletin-caption">
        <Input
          aria-label={t('caption')}
          placeholder={t('captionHint')}
          maxLength={200}
          value={caption}
          onChange={({ target }) => updateAttributes({ caption: target.value })}
        />
        <Button
          type="text"
          icon={<CloseOutlined aria-hidden="true" />}
          aria-label={t('removePicture')}
          onClick={deleteNode}
        />
      </div>
    </NodeViewWrapper>
  )
}
