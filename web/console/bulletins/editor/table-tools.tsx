import { TableOutlined } from '@ant-design/icons'
import type { Editor } from '@tiptap/react'
import { Button, Dropdown } from 'antd'
import { bulletinsTexts } from '../../../i18n/bulletins.ts'
import { useTexts } from '../../../lib/language.tsx'

const steps = [
  ...(['addRowBefore', 'addRowAfter', 'deleteRow', 'addColumnBefore', 'addColumnAfter'] as const),
  ...(['deleteColumn', 'mergeOrSplit', 'toggleHeaderRow', 'deleteTable'] as const),
]

/** What can be done to the table the cursor stands in. */
export function TableTools({ editor }: { editor: Editor }) {
  const t = useTexts(bulletinsTexts)
  const act = (step: string) => {
    const known = steps.find((one) => one === step)
    if (known) editor.chain().focus()[known]().run()
  }
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        items: steps.map((key) => ({ key, label: t(`table_${key}`), danger: key === 'deleteTable' })),
        onClick: ({ key }) => act(key),
      }}
    >
      <Button icon={<TableOutlined aria-hidden="true" />}>{t('tableTools')}</Button>
    </Dropdown>
  )
}
