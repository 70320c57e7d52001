import { DownOutlined } from '@ant-design/icons'
import { Button, Dropdown } from 'antd'
import { bulletinsTexts } from '../../../i18n/bulletins.ts'
import { useTexts } from '../../../lib/language.tsx'
import { useCounty } from '../../../lib/session.ts'

const files = ['document.docx', 'annex.xlsx'] as const

/** The paper as DOCX and its tables as xlsx. `before` saves what is not saved yet. */
export function Downloads({ id, before }: { id: string; before?: () => Promise<boolean> }) {
  const t = useTexts(bulletinsTexts)
  const { county } = useCounty()
  const open = async (file: string) => {
    if (before && !(await before())) return
    location.assign(`/api/v1/counties/${county}/bulletins/${id}/${file}`)
  }
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        items: files.map((key) => ({ key, label: t(key === 'annex.xlsx' ? 'annex' : 'docx') })),
        onClick: ({ key }) => void open(key),
      }}
    >
      <Button icon={<DownOutlined aria-hidden="true" />} iconPlacement="end">
        {t('download')}
      </Button>
    </Dropdown>
  )
}
