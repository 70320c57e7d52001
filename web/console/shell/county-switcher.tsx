import { Select, Tag } from 'antd'
import { useNavigate } from 'react-router'
import { shellTexts } from '../../i18n/shell.ts'
import { useTexts } from '../../lib/language.tsx'
import { addressOf, useCounty, useMe, useSetup } from '../../lib/session.ts'

/** The county's name; a choice for those who work in several. */
export function CountySwitcher() {
  const t = useTexts(shellTexts)
  const { memberships } = useMe()
  const { summary } = useCounty()
  const { data } = useSetup()
  const go = useNavigate()
  return (
    <span className="county">
      {memberships.length > 1 ? (
        <Select
          variant="borderless"
          aria-label={t('counties')}
          value={addressOf(summary)}
          onChange={(address) => go(`/${address}/cockpit`)}
          options={memberships.map(({ county }) => ({ value: addressOf(county), label: county.name }))}
        />
      ) : (
        summary.name
      )}
      {data?.demo && <Tag>{t('demo')}</Tag>}
    </span>
  )
}
