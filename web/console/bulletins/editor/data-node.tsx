import { CloseOutlined, DatabaseOutlined } from '@ant-design/icons'
import { NodeViewWrapper, type ReactNodeViewProps } from '@tiptap/react'
import { Button, InputNumber, Select } from 'antd'
import type { DataKind } from '../../../../schema/api/bulletin-content.ts'
import { bulletinsTexts } from '../../../i18n/bulletins.ts'
import { useTexts } from '../../../lib/language.tsx'
import { Value } from '../../../ui/bulletin/value.tsx'
import { useShown } from './shown.ts'

const bands = ['green', 'yellow', 'red'] as const
/** Kinds that are as long as the county's data makes them. */
const listed: ReadonlySet<DataKind> = new Set([
  ...(['overdue_issues', 'standings', 'streaks', 'interviews', 'relapses'] as const),
  ...(['missing_reports', 'good_examples', 'bad_examples'] as const),
])

/** A data block in the editor: its name, what narrows it, and what it shows at the moment. */
export function DataNode({ node, selected, updateAttributes, deleteNode }: ReactNodeViewProps) {
  const t = useTexts(bulletinsTexts)
  const { data, photo } = useShown()
  const { id, kind, band, limit } = node.attrs as {
    id: string
    kind: DataKind
    band: string | null
    limit: number | null
  }
  const value = data[id]
  const name = t(`kind_${kind}`)
  return (
    <NodeViewWrapper
      className={selected ? 'bulletin-block selected' : 'bulletin-block'}
      contentEditable={false}
      role="group"
      aria-label={t('blockLabel', { name })}
    >
      <div className="bulletin-block-bar" data-drag-handle>
        <DatabaseOutlined aria-hidden="true" />
        <span>{name}</span>
        {kind === 'standings' && (
          <Select
            aria-label={t('blockBand')}
            value={band ?? ''}
            onChange={(next) => updateAttributes({ band: next === '' ? null : next })}
            options={[
              { value: '', label: t('everyBand') },
              ...bands.map((each) => ({ value: each, label: t(`band_${each}`) })),
            ]}
          />
        )}
        {listed.has(kind) && (
          <InputNumber
            aria-label={t('blockLimit')}
            placeholder={t('blockAll')}
            min={1}
            max={500}
            precision={0}
            value={limit}
            onChange={(next) => updateAttributes({ limit: next })}
          />
        )}
        <Button
          size="small"
          type="text"
          icon={<CloseOutlined aria-hidden="true" />}
          aria-label={t('removeBlock', { name })}
          onClick={deleteNode}
        />
      </div>
      {value ? <Value value={value} photo={photo} /> : <p className="bulletin-coming">{t('blockComing')}</p>}
    </NodeViewWrapper>
  )
}
